"""What a file is, by its first bytes and its suffix. What is no text is refused by name, not read as one."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.decode import announced
from factx.readers.found import InputFormat

if TYPE_CHECKING:
    from factx.readers.found import Reading

SUFFIXES = {
    ".txt": InputFormat.TEXT,
    ".text": InputFormat.TEXT,
    ".md": InputFormat.MARKDOWN,
    ".markdown": InputFormat.MARKDOWN,
    ".html": InputFormat.HTML,
    ".htm": InputFormat.HTML,
    ".xhtml": InputFormat.HTML,
    ".jsonl": InputFormat.JSONL,
    ".ndjson": InputFormat.JSONL,
    ".json": InputFormat.JSON,
    ".csv": InputFormat.CSV,
    ".tsv": InputFormat.TSV,
    ".tab": InputFormat.TSV,
    ".warc": InputFormat.WARC,
}
PACKED = frozenset({".gz", ".bz2", ".xz", ".zst"})

# What people have articles in and factx does not read, by its first bytes: what it is, and the way to a text.
FOREIGN = (
    (b"%PDF-", "a PDF, whose text has no certain order", "pdftotext FILE - | factx extract -"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .epub are too", "unzip it, or: pandoc -t plain FILE"),
    (b"{\\rtf", "Rich Text", "pandoc -t plain FILE"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document", "soffice --convert-to txt FILE"),
    (b"\x89PNG", "an image", "tesseract FILE - reads what is written in it"),
    (b"\xff\xd8\xff", "an image", "tesseract FILE - reads what is written in it"),
    (b"GIF8", "an image", "tesseract FILE - reads what is written in it"),
    (b"SQLite format 3\0", "an SQLite database", "sqlite3 -json FILE 'select …' | factx extract -"),
    (b"PAR1", "Parquet", "duckdb -json -c \"from 'FILE'\" | factx extract -"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it and name the folder"),
)
TAR = slice(257, 262), b"ustar"

HTML = re.compile(
    r"\s*(?:(?><\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
XML = re.compile(r"\s*(?:<\?xml\s|<!doctype\s|<(?:rss|feed|nitf|newsml|newsitem)\b)", re.IGNORECASE)
OBJECT = re.compile(r'\s*\{\s*"')
ARRAY = re.compile(r'\s*\[\s*(?:\{\s*(?:["}]|$)|\]\s*$)')


def suffix(path: str) -> str:
    """The suffix that says what is in a file: ".jsonl" of "news.jsonl.gz"."""
    name = PurePath(path)
    return PurePath(name.stem if name.suffix.lower() in PACKED else name.name).suffix.lower()


def content_format(head: bytes, path: str, where: str, how: Reading) -> InputFormat:
    """How to read what begins like that. Raises InputError for what factx does not read at all.

    Where the content is certain it decides: a page saved as .txt is a page. Where it is not, the suffix does.
    """
    _refuse(head, where)
    begin = head.decode(announced(head[:4]), "ignore").removeprefix("\ufeff")
    if how.format is InputFormat.NINJS:
        return InputFormat.JSONL if how.items is None and _is_line(begin) else InputFormat.JSON
    if how.format is not InputFormat.AUTO:
        return how.format
    if begin.startswith("WARC/"):
        return InputFormat.WARC
    named = SUFFIXES.get(suffix(path), InputFormat.TEXT)
    return _by_content(begin, where, how) or named if named in {InputFormat.TEXT, InputFormat.JSON} else named


def _by_content(begin: str, where: str, how: Reading) -> InputFormat | None:
    if HTML.match(begin):
        return InputFormat.HTML
    if XML.match(begin):
        raise InputError(
            where, "is XML, which factx does not read; give its text (--input-format text takes it as it is)"
        )
    if OBJECT.match(begin):
        return InputFormat.JSONL if how.items is None and _is_line(begin) else InputFormat.JSON
    return InputFormat.JSON if ARRAY.match(begin) else None


def _is_line(begin: str) -> bool:
    """Whether the first line is an object by itself, or too long to know."""
    line, end, _ = begin.lstrip().partition("\n")
    try:
        json.loads(line)
    except ValueError:
        return not end
    return True


def _refuse(head: bytes, where: str) -> None:
    for magic, name, way in FOREIGN:
        if head.startswith(magic):
            raise InputError(where, f"is {name}; factx does not read it. Make a text of it first: {way}")
    place, mark = TAR
    if head[place] == mark:
        raise InputError(where, "is a tar archive; unpack it and name the folder")
