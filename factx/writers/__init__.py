"""From records to bytes or to a view for people. Writers know the record alone; this is the one list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from factx.writers.formats import Format
from factx.writers.json_array import JsonArray
from factx.writers.json_lines import JsonLines

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record

__all__ = ["Format", "Writer", "writer"]


class Writer(Protocol):
    """Writes records as they come; ``close`` writes what has to follow the last one and leaves the stream open."""

    def write(self, record: Record) -> None:
        """Write one record and flush it. Raises InputError for one that lacks what the format needs."""

    def close(self) -> None:
        """Write the end."""


def writer(form: Format, stream: TextIO) -> Writer:
    """The writer of that name, of those that write text, before its first record."""
    match form:
        case Format.JSONL:
            return JsonLines(stream)
        case Format.JSON:
            return JsonArray(stream)
        case Format.TABLE:
            from factx.writers.table import Table  # noqa: PLC0415  Rich is not needed to write JSON

            return Table(stream)
        case Format.HTML:
            from factx.writers.html import Html  # noqa: PLC0415  neither is Jinja

            return Html(stream)
