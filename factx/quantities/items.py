"""Numbers that count off the items of a list: "as follows: 1- The fence ... 2- The gate", "1. ...", "(2) ..."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.quantities.numbers import DASHES

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number

Style: TypeAlias = Literal["dash", "stop", "bracket"]

# Longer figures number no items of a list in the news.
MOST_FIGURES = 2
# What an item may follow on its line, the last ones within a sentence: "reasons: 1. that ..., and 2. that ...".
OPENERS = (":", ";", ".", "!", "?", ",", "and", "or")
QUOTES = "\"'“‘«"
STYLES: dict[str, Style] = {**dict.fromkeys(DASHES, "dash"), ".": "stop", ")": "bracket"}


def unlisted(lexemes: Lexemes, found: list[Number]) -> list[Number]:
    """The numbers without those that count off items: each the one after, or before, its neighbour of the same style.

    One that stands alone does so only where it begins a paragraph, and with no dash.
    """
    marked: dict[Style, list[Number]] = {}
    for number in found:
        if (style := _style(lexemes, number)) is not None:
            marked.setdefault(style, []).append(number)
    out: set[Number] = set()
    for style, numbers in marked.items():
        out |= {n for a, b in pairwise(numbers) if a.value is not None and b.value == a.value + 1 for n in (a, b)}
        out |= {n for n in numbers if style != "dash" and _begins_paragraph(lexemes, n.first)}
    return [n for n in found if n not in out]


def _style(lexemes: Lexemes, number: Number) -> Style | None:
    """How a number is marked as that of an item; None if it stands or is written as none does."""
    first, mark = lexemes.items[number.first], lexemes.at(number.last + 1, number.last)
    figures = number.first == number.last and first.text.isdigit() and len(first.text) <= MOST_FIGURES
    if not figures or first.text.startswith("0") or mark is None or not mark.glued:
        return None
    style = STYLES.get(mark.text)
    start = number.first - (lexemes.is_sign(number.first - 1, "(") and lexemes.glued(number.first))
    if style is None or not _opens(lexemes, start) or not _goes_on(lexemes, number.last + 2, style):
        return None
    return style if start == number.first or style == "bracket" else None


def _opens(lexemes: Lexemes, i: int) -> bool:
    """Whether an item may begin at lexeme ``i``: on a new line, or after a mark and a space."""
    before = lexemes.at(i - 1, i)
    return before is None or (before.lower in OPENERS and not lexemes.glued(i))


def _goes_on(lexemes: Lexemes, i: int, style: Style) -> bool:
    """Whether the words of an item follow at lexeme ``i``, or figures that no dash ties to its number."""
    after = lexemes.at(i, i - 1)
    if after is None or after.glued:
        return False
    return after.kind == "word" or (after.kind == "figure" and style != "dash") or after.text in QUOTES


def _begins_paragraph(lexemes: Lexemes, i: int) -> bool:
    """Whether lexeme ``i`` begins the text or follows an empty line."""
    if i == 0:
        return True
    between = lexemes.text[lexemes.items[i - 1].end : lexemes.items[i].start]
    return between.count("\n") > 1
