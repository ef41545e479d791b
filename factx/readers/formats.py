"""The reader for a format; what needs a library is imported when such a file comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from factx.readers.found import InputFormat
from factx.readers.jsonl import read_jsonl
from factx.readers.text import read_text

if TYPE_CHECKING:
    from factx.errors import InputError
    from factx.readers.found import Found, Reading, Stored

Reader: TypeAlias = Callable[[BinaryIO, str, str | None, "Reading"], Iterator["Found | Stored | InputError"]]


def reader_of(form: InputFormat) -> Reader:  # noqa: PLR0911  a format, a line
    """What reads that format."""
    match form:
        case InputFormat.JSONL:
            return read_jsonl
        case InputFormat.JSON:
            from factx.readers.json_document import read_json  # noqa: PLC0415  few inputs need it

            return read_json
        case InputFormat.CSV | InputFormat.TSV:
            from factx.readers.rows import read_rows  # noqa: PLC0415  the same

            return read_rows
        case InputFormat.HTML:
            from factx.readers.page import read_page  # noqa: PLC0415  the same

            return read_page
        case InputFormat.MARKDOWN:
            from factx.readers.markdown import read_markdown  # noqa: PLC0415  the same

            return read_markdown
        case InputFormat.WARC:
            from factx.readers.warc import read_warc  # noqa: PLC0415  the same

            return read_warc
        case _:
            return read_text
