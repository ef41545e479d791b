"""Bytes to text. UTF-8, and whatever a byte order mark announces; nothing is guessed."""

from __future__ import annotations

import codecs

from factx.errors import InputError

# The longer marks first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


def announced(head: bytes) -> str:
    """The encoding that the first bytes of a file announce; UTF-8 without a mark."""
    return next((name for mark, name in MARKS if head.startswith(mark)), "utf-8")


def decode(data: bytes, where: str) -> str:
    """The text without its byte order mark, line ends as they are. Raises InputError."""
    encoding = announced(data[:4])
    if encoding.startswith("utf-8") and b"\0" in data:
        raise InputError(where, _binary(data.index(b"\0")))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(where, _undecodable(error)) from error
    if "\0" in text:
        raise InputError(where, _binary(text.index("\0")))
    return text


def _binary(offset: int) -> str:
    return (
        f"binary data, not a text (NUL at offset {offset}); a text in UTF-16 without byte order mark "
        "is read after: iconv -f UTF-16LE -t UTF-8 OLD > NEW"
    )


def _undecodable(error: UnicodeDecodeError) -> str:
    name = error.encoding.upper()
    why = f"byte 0x{error.object[error.start]:02X} at offset {error.start} is not {name}"
    if error.encoding == "utf-8":
        return f"{why}; if this is Windows-1252, convert it first: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
    return f"{why}, which its byte order mark announces; save it again as UTF-8"
