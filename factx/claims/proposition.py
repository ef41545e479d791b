"""The proposition of a content: what is claimed, without the marks of its being claimed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Offsets

QUOTES = "\"“”„‟«»‘’'"
HEAD = re.compile(rf"(?:[\s{QUOTES},:;–—-]|(?:that|to)\b(?=\s))+", re.IGNORECASE)
TAIL = frozenset(" \t\n\r,;:.–—" + QUOTES)


def proposition(text: str, spans: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """``spans`` without quotation marks, leading "that" or "to", and trailing stops; as they are if nothing is left."""
    kept = []
    for number, (start, end) in enumerate(spans):
        begin, stop = start, end
        opening = HEAD.match(text, start, end)
        if opening is not None:
            begin = opening.end() if number == 0 else leading(text, start, end)
        while stop > begin and text[stop - 1] in TAIL and not abbreviation(text, begin, stop):
            stop -= 1
        if begin < stop:
            kept.append((begin, stop))
    return tuple(kept) or spans


def leading(text: str, start: int, end: int) -> int:
    """The first place in [start, end) that is neither space nor mark."""
    while start < end and (text[start] in TAIL or text[start].isspace()):
        start += 1
    return start


def abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the stop before ``end`` belongs to an abbreviation: "U.S."."""
    word = text[start:end].rpartition(" ")[2]
    return text[end - 1] == "." and "." in word[:-1] and word[:-1].replace(".", "").isalpha()
