"""Writers that take records as others do, and write who speaks in them."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from factx.summary.as_dict import as_dict
from factx.summary.summarize import summarize
from factx.summary.total import total

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record
    from factx.summary.counts import Summary
    from factx.writers import Writer


class SummaryFormat(StrEnum):
    """Names of the writers, as ``factx sources --format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


def summary_writer(form: SummaryFormat, stream: TextIO) -> Writer:
    """The writer of that name, before its first record."""
    match form:
        case SummaryFormat.JSONL:
            return SummaryLines(stream)
        case SummaryFormat.JSON:
            return SummaryObject(stream)
        case SummaryFormat.TABLE:
            from factx.summary.table import SummaryTable  # noqa: PLC0415  Rich is not needed to write JSON

            return SummaryTable(stream)


class SummaryLines:
    """An article a line, there as soon as it is counted; no total."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        """Write the line and flush it."""
        self._stream.write(json.dumps(as_dict(summarize(record)), ensure_ascii=False) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""


class SummaryObject:
    """One object: the articles, and their total even if there is one or none."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._summaries: list[Summary] = []

    def write(self, record: Record) -> None:
        """Count the record."""
        self._summaries.append(summarize(record))

    def close(self) -> None:
        """Write the object."""
        found = {"articles": [as_dict(s) for s in self._summaries], "total": as_dict(total(self._summaries))}
        self._stream.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        self._stream.flush()
