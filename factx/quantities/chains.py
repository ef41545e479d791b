"""Figures tied to others as no amounts are: "555-123-4567", "20 7946 0958", "3-1", "24/7", "14:05"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.lexicons import load
from factx.quantities.currencies import sign_before
from factx.quantities.numbers import DASHES
from factx.quantities.table import entry

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number

Tie: TypeAlias = Literal["dash", "spaced dash", "other", "space", "to"]

# How far from "3-1" a word like "win" makes it a score.
SCORE_WINDOW = 4
# "3-to-1": more lexemes between two numbers tie no figures.
MOST = 4
# "2 – 1" with spaces: larger figures are sums and shares that a dash sets off.
MOST_GOALS = 20


def unchained(lexemes: Lexemes, found: list[Number]) -> list[Number]:
    """The numbers without scores, telephone numbers, clock times and the like."""
    out: set[Number] = set()
    tied = [_tie(lexemes, a, b) for a, b in pairwise(found)]
    for i, ((a, b), tie) in enumerate(zip(pairwise(found), tied, strict=True)):
        third = tie in ("dash", "space") and tie in (tied[i - 1 : i] + tied[i + 1 : i + 2])
        if (
            third
            or tie == "other"
            or (tie in ("dash", "to") and _is_score(lexemes, a, b, spelt=tie == "to"))
            or (tie == "spaced dash" and _falls(lexemes, a, b))
        ):
            out |= {a, b}
    return [n for n in found if n not in out]


def _tie(lexemes: Lexemes, a: Number, b: Number) -> Tie | None:
    """What stands between two numbers and nothing else: a dash, a slash or colon, or just a space between figures."""
    sign = a.last + 1
    if b.first == sign:
        figures = a.first == a.last and not (a.written or b.written or a.fraction or b.fraction)
        return "space" if figures and lexemes.at(a.last, b.first) is not None else None
    if "".join(x.lower for x in lexemes.items[sign : b.first][:MOST]) in ("to", "-to-", "‑to‑"):
        return "to"
    if b.first != sign + 1 or lexemes.glued(sign) != lexemes.glued(b.first):
        return None
    if not lexemes.glued(sign):
        return "spaced dash" if lexemes.is_sign(sign, DASHES) and lexemes.at(b.first, a.last) is not None else None
    if lexemes.is_sign(sign, ":") and is_odds(lexemes, a, b):
        return None
    return "dash" if lexemes.is_sign(sign, DASHES) else "other" if lexemes.is_sign(sign, "/:") else None


def is_odds(lexemes: Lexemes, a: Number, b: Number) -> bool:
    """Whether a word like "ratio" stands beside "3:1" or "3 to 1"."""
    words = load("numbered")["odds"]
    near = (*range(a.first - SCORE_WINDOW, a.first), *range(b.last + 1, b.last + 1 + SCORE_WINDOW // 2))
    falls = a.value is not None and b.value is not None and 0 < b.value < a.value
    return falls and any(lexemes.lower(i, a.first) in words for i in near)


def _counts(lexemes: Lexemes, b: Number) -> bool:
    """Whether a unit or a plural follows: "lost 20-30 players" is no score."""
    after = lexemes.at(b.last + 1, b.last)
    if after is None or after.kind != "word" or not after.text.islower():
        return False
    return (
        after.text.endswith("s")
        or after.text in load("plurals")["irregular"]
        or entry(after.text, glued=False) is not None
    )


def _falls(lexemes: Lexemes, a: Number, b: Number) -> bool:
    """Whether "2 – 1" with spaces is a score: of two goals' figures the second is not larger and counts nothing."""
    if a.value is None or b.value is None or a.written or b.written or sign_before(lexemes, a.first):
        return False
    return MOST_GOALS >= a.value >= b.value and not (a.value % 1 or b.value % 1 or _counts(lexemes, b))


def _is_score(lexemes: Lexemes, a: Number, b: Number, *, spelt: bool) -> bool:
    """Whether "3-1" is a score; "3 to 1" is one beside a word like "win" only."""
    if a.value is None or b.value is None or a.written or b.written or sign_before(lexemes, a.first):
        return False
    if lexemes.is_sign(b.last + 1, "%"):
        return False
    if not a.value < b.value and not spelt:
        return True
    if a.value < b.value and (spelt or _counts(lexemes, b)):
        return False
    words = load("numbered")["scores"]
    near = [*range(a.first - SCORE_WINDOW, a.first), *range(b.last + 1, b.last + 1 + SCORE_WINDOW // 2)]
    return any(lexemes.lower(i, a.first) in words for i in near)
