"""Two numbers that are one quantity ("10-15", "between 10 and 15"), and figures that are no amounts at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from factx.lexicons import load
from factx.quantities.numbers import DASHES, has_currency

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number

# How far from "3-1" a word like "win" makes it a score.
SCORE_WINDOW = 4


def joined(lexemes: Lexemes, found: list[Number]) -> list[Number]:
    """Ranges as one number; scores, telephone numbers, ratios and clock times taken out."""
    out = _chained(lexemes, found)
    kept: list[Number] = []
    for each in (n for n in found if n not in out):
        before = kept[-1] if kept else None
        if before and _is_range(lexemes, before, each):
            kept[-1] = _range(lexemes, before, each)
        else:
            kept.append(each)
    return kept


def _chained(lexemes: Lexemes, found: list[Number]) -> set[Number]:
    """Numbers tied to others as no range is: "555-123-4567", "20 7946 0958", "3-1", "24/7", "14:05"."""
    out: set[Number] = set()
    tied = [_tie(lexemes, a, b) for a, b in pairwise(found)]
    for i, ((a, b), tie) in enumerate(zip(pairwise(found), tied, strict=True)):
        third = tie in ("dash", "space") and tie in (tied[i - 1 : i] + tied[i + 1 : i + 2])
        if third or tie == "other" or (tie == "dash" and _is_score(lexemes, a, b)):
            out |= {a, b}
    return out


def _tie(lexemes: Lexemes, a: Number, b: Number) -> Literal["dash", "other", "space"] | None:
    """What stands between two numbers and nothing else: a dash, a slash or colon, or just a space between figures."""
    sign = a.last + 1
    if b.first == sign:
        figures = a.first == a.last and not (a.written or b.written)
        return "space" if figures and lexemes.at(a.last, b.first) is not None else None
    if b.first != sign + 1 or not (lexemes.glued(sign) and lexemes.glued(b.first)):
        return None
    return "dash" if lexemes.is_sign(sign, DASHES) else "other" if lexemes.is_sign(sign, "/:") else None


def _is_score(lexemes: Lexemes, a: Number, b: Number) -> bool:
    if a.value is None or b.value is None or a.written or b.written or has_currency(lexemes, a.first):
        return False
    if lexemes.is_sign(b.last + 1, "%"):
        return False
    if not _raised(lexemes, a, b) < b.value:
        return True
    words = load("numbered")["scores"]
    near = [*range(a.first - SCORE_WINDOW, a.first), *range(b.last + 1, b.last + 1 + SCORE_WINDOW // 2)]
    return any(lexemes.lower(i, a.first) in words for i in near)


def _raised(lexemes: Lexemes, a: Number, b: Number) -> float:
    """The first number with the magnitude of the second: "3" of "3-4 million" is three million."""
    factor = load("numbers")["magnitudes"].get(lexemes.lower(b.last), 1)
    plain = a.first == a.last and b.last > b.first
    return (a.value or 0) * (factor if plain and (b.value or 0) >= factor else 1)


def _is_range(lexemes: Lexemes, a: Number, b: Number) -> bool:
    if a.value is None or b.value is None or not _raised(lexemes, a, b) < b.value:
        return False
    between = _between(lexemes, a, b)
    if len(between) != 1:
        return False
    if between[0] == "to":
        return _is_range_to(lexemes, a, b)
    if between[0] == "and":
        return lexemes.lower(_before(lexemes, a), a.first) == "between"
    return between[0] in DASHES and lexemes.glued(a.last + 1) and b.written == a.written


def _is_range_to(lexemes: Lexemes, a: Number, b: Number) -> bool:
    """Whether "3 to 5" is one amount: "by 3 to 5" and "3 % to 5" are two, "from 3 to 5" only after "ranging"."""
    if lexemes.is_sign(a.last + 1, "%") != lexemes.is_sign(b.last + 1, "%") and lexemes.is_sign(a.last + 1, "%"):
        return False
    i = _before(lexemes, a)
    if lexemes.lower(i, a.first) == "from":
        return lexemes.lower(i - 1, a.first) in load("numbered")["range_words"]
    return lexemes.lower(i, a.first) not in load("changes")["roles"]


def _before(lexemes: Lexemes, a: Number) -> int:
    return a.first - 2 if has_currency(lexemes, a.first) else a.first - 1


def _between(lexemes: Lexemes, a: Number, b: Number) -> list[str]:
    """What stands between two numbers, currency and percent signs left out."""
    signs = load("currencies")["signs"]
    found = lexemes.items[a.last + 1 : b.first]
    return [w.lower for w in found if w.text not in signs and w.text != "%"] if len(found) <= SCORE_WINDOW else []


def _range(lexemes: Lexemes, a: Number, b: Number) -> Number:
    value = _raised(lexemes, a, b)
    low = value if isinstance(value, int) or not value.is_integer() else int(value)
    return replace(a, last=b.last, value=None, low=low, high=b.value)
