"""From records to bytes or to a view for people. Writers know the record alone; this is the one list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from factx.writers.formats import Format
from factx.writers.json_array import JsonArray
from factx.writers.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import BinaryIO, TextIO

    from factx.record import Record
    from factx.writers.sheets import Sheet

__all__ = ["Format", "Writer", "bytes_writer", "database_writer", "folder_writer", "writer"]


class Writer(Protocol):
    """Writes records as they come; ``close`` writes what has to follow the last one and leaves the stream open."""

    def write(self, record: Record) -> None:
        """Write one record and flush it. Raises InputError for one that lacks what the format needs."""

    def close(self) -> None:
        """Write the end."""


def writer(form: Format, stream: TextIO, *, flat: bool = False) -> Writer:
    """The writer of that name, of those that write text, before its first record; ``flat``: a row for each claim."""
    match form:
        case Format.JSONL if not flat:
            return JsonLines(stream)
        case Format.JSON if not flat:
            return JsonArray(stream)
        case Format.TABLE | Format.MARKDOWN | Format.HTML:
            return _for_people(form, stream)
        case Format.JSON_LD | Format.WEB_ANNOTATION | Format.LABEL_STUDIO:
            return _for_tools(form, stream)
        case _:
            from factx.writers.flat import Flat  # noqa: PLC0415  the same

            return Flat(_sheet(form, stream))


def bytes_writer(form: Format, stream: BinaryIO) -> Writer:
    """The same of those that write bytes. Raises UsageError where the library that it needs is not installed."""
    match form:
        case Format.PARQUET:
            from factx.writers.parquet import Parquet  # noqa: PLC0415  the same

            return Parquet(stream)
        case Format.DOC_BIN:
            from factx.writers.doc_bin import SpacyDocs  # noqa: PLC0415  the same

            return SpacyDocs(stream)
    raise ValueError(form)


def database_writer(form: Format, path: str) -> AbstractContextManager[Writer]:
    """The same of those that add to a file. Raises UsageError for a file that is something else."""
    match form:
        case Format.SQLITE:
            from factx.writers.sqlite import Sqlite  # noqa: PLC0415  the same

            return Sqlite(path)
    raise ValueError(form)


def folder_writer(form: Format, put: Callable[[str, str], None]) -> Writer:
    """The same of those that write a folder; ``put`` writes a text under a name in it, whole or not at all."""
    match form:
        case Format.BRAT:
            from factx.writers.brat import Brat  # noqa: PLC0415  the same

            return Brat(put)
    raise ValueError(form)


def _for_people(form: Format, stream: TextIO) -> Writer:
    match form:
        case Format.TABLE:
            from factx.writers.table import Table  # noqa: PLC0415  Rich is not needed to write JSON

            return Table(stream)
        case Format.MARKDOWN:
            from factx.writers.markdown import Markdown  # noqa: PLC0415  one format is written in a run

            return Markdown(stream)
        case Format.HTML:
            from factx.writers.html import Html  # noqa: PLC0415  the same

            return Html(stream)
    raise ValueError(form)


def _for_tools(form: Format, stream: TextIO) -> Writer:
    from factx.writers.json_ld import json_ld  # noqa: PLC0415  the same
    from factx.writers.label_studio import label_studio  # noqa: PLC0415  the same
    from factx.writers.web_annotation import web_annotation  # noqa: PLC0415  the same

    match form:
        case Format.JSON_LD:
            return json_ld(stream)
        case Format.WEB_ANNOTATION:
            return web_annotation(stream)
        case Format.LABEL_STUDIO:
            return label_studio(stream)
    raise ValueError(form)


def _sheet(form: Format, stream: TextIO) -> Sheet:
    from factx.flat import COLUMNS  # noqa: PLC0415  the same
    from factx.writers.sheets.objects import Array, Lines  # noqa: PLC0415  the same
    from factx.writers.sheets.separated import Separated  # noqa: PLC0415  the same

    match form:
        case Format.JSONL:
            return Lines(stream)
        case Format.JSON:
            return Array(stream)
        case Format.CSV:
            return Separated(stream, COLUMNS)
        case Format.TSV:
            return Separated(stream, COLUMNS, "\t")
    raise ValueError(form)
