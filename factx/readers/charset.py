"""Bytes of a page to text, as browsers do it: what is declared decides, and what does not fit is told.

https://encoding.spec.whatwg.org/ and the order of https://html.spec.whatwg.org/#determining-the-character-encoding.
"""

from __future__ import annotations

import codecs
import re

from factx.readers.decode import announced

# Where the standard has a page declare its encoding; pages in the wild do so somewhat later, too.
PRESCAN = 4096
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([A-Za-z0-9_:.+-]+)", re.IGNORECASE)
XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.+-]+)", re.IGNORECASE)

# The standard reads these labels as Windows-1252, which they are part of.
LATIN = frozenset({"ascii", "iso8859-1"})
FALLBACK = "cp1252"
ASCII = bytes(range(32, 127))
REPLACED = "\ufffd"

# No tree of elements can hold them, and one in a page would cost all of its text.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def page_text(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """The text, and what of the bytes is no text. ``declared``: the charset that HTTP headers say."""
    marked = announced(data[:4])
    name = marked if marked != "utf-8" else _codec(declared) or _said(data)
    if name is not None:
        text, remarks = _decoded(data, name)
    else:
        try:
            text, remarks = data.decode(), ()
        except UnicodeDecodeError:
            text, remarks = _decoded(data, FALLBACK)
            remarks = ("declares no charset and is not UTF-8; read as Windows-1252", *remarks)
    text, count = CONTROLS.subn(REPLACED, text.replace("\f", " "))
    return text, (*remarks, f"read with {count} {REPLACED} for control characters") if count else remarks


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(name), ()
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text, (f"read with {text.count(REPLACED)} {REPLACED} for what is not {codecs.lookup(name).name}",)


def _said(data: bytes) -> str | None:
    """The encoding that the page declares itself."""
    found = XML_DECLARED.match(data[:PRESCAN]) or DECLARED.search(data[:PRESCAN])
    return _codec(found[1].decode("ascii")) if found else None


def _codec(label: str | None) -> str | None:
    """Python's name of the encoding, if ASCII is a part of it: what could be read so far was ASCII."""
    try:
        name = codecs.lookup(label.strip("\"' ")).name if label else None
        if name is None or ASCII.decode(name) != ASCII.decode("ascii"):
            return None
    except (LookupError, ValueError):
        return None
    return FALLBACK if name in LATIN else name
