"""Texts and spans as brat holds them: line by line, one character for each of the text's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Offsets

SPACE = re.compile(r"\s+")
ENDS_FIELD = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # the tab, and all that str.splitlines ends at


def shown(text: str) -> str:
    r"""The text with line ends that no reader translates: "\r\n" as " \n", so that all offsets stay."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def fragments(text: str, spans: Sequence[Offsets]) -> list[Offsets]:
    """The spans, cut where a line ends within one, as brat does: a fragment is on one line."""
    return [fragment for start, end in spans for fragment in _lines(text, start, end)]


def _lines(text: str, start: int, end: int) -> Iterator[Offsets]:
    begun = start
    for space in SPACE.finditer(text, start, end):
        if ENDS_FIELD.search(space.group()):
            if begun < space.start():
                yield begun, space.start()
            begun = space.end()
    if begun < end:
        yield begun, end
