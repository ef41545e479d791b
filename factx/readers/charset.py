"""Bytes of a page to text, as browsers do it: what is declared decides, and what does not fit is told.

https://encoding.spec.whatwg.org/ and the order of https://html.spec.whatwg.org/#determining-the-character-encoding.
"""

from __future__ import annotations

import codecs
import re

from factx.readers.decode import announced

# Where the standard has a page declare its encoding; pages in the wild do so somewhat later, too.
PRESCAN = 4096
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]+)", re.IGNORECASE)
XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.+-]+)", re.IGNORECASE)

# The standard reads these labels as Windows-1252, which they are part of.
LATIN = frozenset({"ascii", "iso8859-1"})
FALLBACK = "cp1252"


def page_text(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """The text, and what of the bytes is no text in their encoding. ``declared``: the charset that HTTP headers say."""
    marked = announced(data[:4])
    name = marked if marked != "utf-8" else _codec(declared) or _said(data)
    if name is None:
        try:
            return data.decode(), ()
        except UnicodeDecodeError:
            return _decoded(data, FALLBACK, ("declares no charset and is not UTF-8; read as Windows-1252",))
    return _decoded(data, name, ())


def _decoded(data: bytes, name: str, remarks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(name), remarks
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        lost = text.count("\ufffd")
        return text, (*remarks, f"{lost} characters that are not {codecs.lookup(name).name} are read as \ufffd")


def _said(data: bytes) -> str | None:
    """The encoding that the page declares itself. One that it can be read in is not of two bytes a letter."""
    found = XML_DECLARED.match(data[:PRESCAN]) or DECLARED.search(data[:PRESCAN])
    name = _codec(found[1].decode("ascii")) if found else None
    return "utf-8" if name and name.startswith("utf-16") else name


def _codec(label: str | None) -> str | None:
    try:
        name = codecs.lookup(label.strip("\"' ")).name if label else None
    except LookupError:
        return None
    return FALLBACK if name in LATIN else name
