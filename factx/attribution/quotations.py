"""Quotations: what stands between quotation marks, by the marks alone.

Paragraph by paragraph, left to right, one quotation open at a time: marks inside it belong to it. A double mark
that is never closed reaches to the end of its paragraph, no further, unless the next paragraph opens again (the
newspaper's way to quote several paragraphs). A single mark counts only with its partner, so an apostrophe is no
quotation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.text import Text


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end), marks included.

    ``open``: it has no closing mark of its own. ``reopens``: it continues the open one of the paragraph before.
    """

    start: int
    end: int
    open: bool = False
    reopens: bool = False


def find(text: Text) -> list[Quotation]:
    """All quotations, in the order of the text; they don't overlap."""
    found: list[Quotation] = []
    for start, end in paragraphs(text.paragraph):
        goes_on = bool(found) and found[-1].open and text.paragraph[found[-1].start] + 1 == text.paragraph[start]
        for quotation in _within(text, start, end):
            reopens = goes_on and quotation.start == _first_word(text, start, end)
            found.append(replace(quotation, reopens=reopens))
    return found


def nested(text: Text, quotation: Quotation) -> Iterator[Quotation]:
    """The quotations within one, by single marks or other double ones: "They told me, 'Go,'"."""
    within = _within(text, quotation.start + 1, quotation.end - (not quotation.open))
    return (inner for inner in within if not inner.open)


def paragraphs(paragraph: list[int]) -> Iterator[Tokens]:
    """Tokens of each paragraph, from their numbers token by token."""
    start = 0
    for i in range(1, len(paragraph) + 1):
        if i == len(paragraph) or paragraph[i] != paragraph[start]:
            yield start, i
            start = i


def _first_word(text: Text, start: int, end: int) -> int:
    return next((i for i in range(start, end) if not text.space[i]), end)


def _within(text: Text, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of one paragraph: double marks first, single ones in what is left."""
    doubles = list(_doubles(text, start, end))
    at = start
    for quotation in doubles:
        yield from _singles(text, at, quotation.start)
        yield quotation
        at = quotation.end
    yield from _singles(text, at, end)


def _doubles(text: Text, start: int, end: int) -> Iterator[Quotation]:
    marks: dict[str, list[str]] = load("quotation_marks")["double"]
    opened = None
    for i in range(start, end):
        word = text.words[i]
        if opened is None:
            if word in marks and _may_open(text, i, start):
                opened = i
        elif word in marks[text.words[opened]] and not (word == text.words[opened] and _must_open(text, i, start)):
            yield Quotation(opened, i + 1)
            opened = None
    if opened is not None:
        while end > opened + 1 and text.space[end - 1]:
            end -= 1
        if end > opened + 1:
            yield Quotation(opened, end, open=True)


def _singles(text: Text, start: int, end: int) -> Iterator[Quotation]:
    marks: dict[str, list[str]] = load("quotation_marks")["single"]
    elisions = load("quotation_marks")["elisions"]
    opened = None
    for i in range(start, end):
        word = text.words[i]
        if opened is not None and word in marks[text.words[opened]] and _closes(text, i, opened):
            yield Quotation(opened, i + 1)
            opened = None
        elif word in marks and _must_open(text, i, start) and text.lower[min(i + 1, end - 1)] not in elisions:
            opened = i


def _may_open(text: Text, i: int, start: int) -> bool:
    return i == start or text.spaced[i - 1] or text.space[i - 1] or not text.spaced[i]


def _must_open(text: Text, i: int, start: int) -> bool:
    """A mark with space (or an opening bracket, a dash) before it and none after."""
    if text.spaced[i] or i + 1 >= len(text.words) or text.space[i + 1]:
        return False
    return (
        i == start
        or text.spaced[i - 1]
        or text.space[i - 1]
        or text.words[i - 1] in load("quotation_marks")["opens_after"]
    )


def _closes(text: Text, i: int, opened: int) -> bool:
    """A single mark that no letter follows, and that isn't the apostrophe of a plural ("the voters' will")."""
    if i == opened + 1 or text.spaced[i - 1]:
        return False
    follows = text.spaced[i] or i + 1 == len(text.words) or text.space[i + 1] or not text.words[i + 1][0].isalnum()
    plural = text.lower[i - 1].endswith("s") and text.spaced[i] and i + 1 < len(text.words)
    possessive = text.tag[i] == "POS" or (plural and text.words[i + 1][0].islower())
    return follows and (not text.words[i - 1][-1].isalnum() or not possessive)
