"""The proposition of a content: what is claimed, without the marks of its being claimed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Offsets

PAIRS = (("“", "”"), ("«", "»"))
OPENING = frozenset('"“„«‘')
CLOSING = frozenset('"”“»’')
# With the ellipsis, which between the spans says that something is left out there.
STOPS = frozenset(" \t\n\r\u00a0,;:.…–—-")
CONJUNCTION = re.compile(r"(?:that|to)\s+", re.IGNORECASE)


def proposition(text: str, spans: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """``spans`` without quotation marks, leading "that" or "to", and trailing stops; as they are if nothing is left."""
    kept = []
    for number, span in enumerate(spans):
        start, end = unwrapped(text, *span, conjunction=number == 0)
        if start < end:
            kept.append((start, end))
    return tuple(kept) or spans


def unwrapped(text: str, start: int, end: int, *, conjunction: bool) -> Offsets:
    """One span without what wraps it; a quotation mark whose partner lies inside stays."""
    while start < end:
        before = start, end
        start, end = unstopped(text, start, end)
        leading = CONJUNCTION.match(text, start, end) if conjunction else None
        start = leading.end() if leading else start
        start, end = unquoted(text, start, end)
        if (start, end) == before:
            break
    return start, end


def unstopped(text: str, start: int, end: int) -> Offsets:
    """Without space and stops at the ends; the stop of an abbreviation stays."""
    while start < end and text[start] in STOPS:
        start += 1
    while start < end and text[end - 1] in STOPS and not abbreviated(text, start, end):
        end -= 1
    return start, end


def unquoted(text: str, start: int, end: int) -> Offsets:
    """Without the quotation marks around it, or a single one that has no partner inside."""
    opened = start < end and text[start] in OPENING
    closed = start < end and text[end - 1] in CLOSING
    if opened and closed and end - start > 1 and balanced(text[start + 1 : end - 1]):
        return start + 1, end - 1
    if balanced(text[start:end]):
        return start, end
    if opened and balanced(text[start + 1 : end]):
        return start + 1, end
    if closed and balanced(text[start : end - 1]):
        return start, end - 1
    return start, end


def balanced(text: str) -> bool:
    """Whether every double quotation mark has a partner."""
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in PAIRS)


def abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the stop before ``end`` belongs to an abbreviation: "U.S."."""
    word = text[start:end].rpartition(" ")[2]
    return text[end - 1] == "." and "." in word[:-1] and word[:-1].replace(".", "").isalpha()
