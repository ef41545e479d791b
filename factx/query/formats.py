"""The names of the formats that answers are written in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factx.errors import UsageError
from factx.writers.formats import SUFFIXES

if TYPE_CHECKING:
    from factx.writers import Format


class AnswerFormat(StrEnum):
    """Names of the sheets, as ``factx query --format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    TABLE = "table"
    MARKDOWN = "markdown"


SUFFIXES_OF_ANSWERS = [suffix for suffix, form in SUFFIXES.items() if form.value in set(map(str, AnswerFormat))]


def answer_format(form: Format) -> AnswerFormat:
    """The same format for answers. Raises UsageError where it is one for records alone."""
    try:
        return AnswerFormat(form)
    except ValueError as error:
        message = f"answers are not written as {form}; choose with -f one of {', '.join(AnswerFormat)}"
        raise UsageError(message) from error
