"""From records to bytes or to a view for people. Writers know the record alone; this is the one list of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from factx.writers.json_array import JsonArray
from factx.writers.json_lines import JsonLines

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record


class Format(StrEnum):
    """Names of the writers, as ``--format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


class Writer(Protocol):
    """Writes records as they come; ``close`` writes what has to follow the last one and leaves the stream open."""

    def write(self, record: Record) -> None:
        """Write one record and flush it."""

    def close(self) -> None:
        """Write the end."""


def writer(form: Format, stream: TextIO) -> Writer:
    """The writer of that name, before its first record."""
    match form:
        case Format.JSONL:
            return JsonLines(stream)
        case Format.JSON:
            return JsonArray(stream)
        case Format.TABLE:
            from factx.writers.table import Table  # noqa: PLC0415  Rich is not needed to write JSON

            return Table(stream)
