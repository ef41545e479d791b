"""From records to bytes or to a view for people. Writers know the record alone; this is the one list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from factx.writers.formats import Format
from factx.writers.json_array import JsonArray
from factx.writers.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO, TextIO

    from factx.record import Record

__all__ = ["Format", "Writer", "bytes_writer", "folder_writer", "writer"]


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
        case Format.JSON_LD:
            from factx.writers.json_ld import json_ld  # noqa: PLC0415  one format is written in a run

            return json_ld(stream)
        case Format.WEB_ANNOTATION:
            from factx.writers.web_annotation import web_annotation  # noqa: PLC0415  the same

            return web_annotation(stream)
        case Format.LABEL_STUDIO:
            from factx.writers.label_studio import label_studio  # noqa: PLC0415  the same

            return label_studio(stream)
    raise ValueError(form)


def bytes_writer(form: Format, stream: BinaryIO) -> Writer:
    """The same of those that write bytes."""
    match form:
        case Format.DOC_BIN:
            from factx.writers.doc_bin import SpacyDocs  # noqa: PLC0415  nothing else here needs spaCy

            return SpacyDocs(stream)
    raise ValueError(form)


def folder_writer(form: Format, put: Callable[[str, str], None]) -> Writer:
    """The same of those that write a folder; ``put`` writes a text under a name in it, whole or not at all."""
    match form:
        case Format.BRAT:
            from factx.writers.brat import Brat  # noqa: PLC0415  the same

            return Brat(put)
    raise ValueError(form)
