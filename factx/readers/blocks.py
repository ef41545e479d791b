"""Marked-up text to plain text: a paragraph a block, blank lines between them, as the pipeline reads articles.

What is no prose is left out: code, the data of tables, pictures and their captions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html
from lxml.html import defs

from factx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of HTML up to version 4, of version 5, and of trafilatura's own trees.
INLINE = (
    defs.phrase_tags | defs.font_style_tags | defs.special_inline_tags | {"bdi", "data", "mark", "time", "hi", "ref"}
)
BREAKS = frozenset({"br", "lb"})
LEFT_OUT = frozenset({"figure", "graphic", "math", "noscript", "pre", "script", "style", "svg", "template"})

TABLE = "table"

# What has none is a label, a heading, a number.
SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*(?:\s|$)")

# HTML's white space; a no-break space is a character of the text.
SPACE = re.compile(r"[ \t\r\n\f]+")
BLANK = re.compile(r"\n(?: ?\n)+")


def fragment(markup: str, where: str) -> str:
    """The plain text of a piece of HTML. Raises InputError."""
    try:
        return "\n\n".join(blocks(html.fragment_fromstring(markup, create_parent="div")))
    except (ValueError, AssertionError, etree.LxmlError) as error:  # lxml asserts that a whole page has one body
        raise InputError(where, f"is marked up in a way that cannot be read: {error}") from error


def blocks(root: etree._Element) -> list[str]:
    """The text of each block. Breaks are line ends, and several in a row part blocks."""
    found: list[str] = []
    inline: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            inline.append(piece)
            continue
        found += _parts("".join(inline))
        inline = []
    return found + _parts("".join(inline))


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Text in its order, None where a block begins or ends."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            yield from _opening(element)
            if element.tag in LEFT_OUT:
                walk.skip_subtree()
            elif element.tag == TABLE and element is not root:
                yield from _sentences(element)
                walk.skip_subtree()
            elif element.text:
                yield SPACE.sub(" ", element.text)
        elif event == "end" and element.tag not in INLINE | BREAKS:
            yield None
        if event != "start" and element.tail and element is not root:
            yield SPACE.sub(" ", element.tail)


def _sentences(table: etree._Element) -> Iterator[str | None]:
    """The blocks of a table that are prose: pages were laid out by tables once; names and numbers are data."""
    for block in blocks(table):
        if SENTENCE.search(block):
            yield block
            yield None


def _opening(element: etree._Element) -> Iterator[str | None]:
    if element.tag in BREAKS:
        yield "\n"
    elif element.tag not in INLINE:
        yield None


def _parts(text: str) -> list[str]:
    lines = "\n".join(SPACE.sub(" ", line).strip(" ") for line in text.split("\n"))
    return [part.strip() for part in BLANK.split(lines) if part.strip()]
