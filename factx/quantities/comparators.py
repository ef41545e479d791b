"""The words around a number that compare or approximate it, and the words of rising and falling."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from factx.lexicons import load
from factx.quantities.numbers import has_currency

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number
    from factx.record import Comparator

MAX_PHRASE = 4
# "600 or more", "5 km or more", "20 square miles or more".
MAX_UNIT_WORDS = 2
# "rose last month to 5 %": how far before its preposition a verb of change is looked for.
CHANGE_WINDOW = 4
# "rose 3 percent to 1.4 million": how far the second number may stand from the first.
CHAIN_WINDOW = 5
ADVERB = "ly"


@dataclass(frozen=True, slots=True)
class Compared:
    """How a number is compared; ``first`` is the lexeme where number, currency sign and comparing words begin."""

    first: int
    comparator: Comparator = "="
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Whether something went up or down, and by, to or from which number."""

    direction: Literal["up", "down"]
    role: Literal["by", "to", "from"]


@cache
def _phrases(side: str) -> dict[tuple[str, ...], tuple[Comparator, bool]]:
    return {tuple(phrase.split()): (c, a) for phrase, (c, a) in load("comparators")[side].items()}


def compared(lexemes: Lexemes, number: Number) -> Compared:
    """The comparing words before and after a number."""
    first = number.first - 1 if has_currency(lexemes, number.first) else number.first
    found = Compared(first, approximate=number.approximate)
    while (more := _one_before(lexemes, found, number)) is not None:
        found = more
    after = _after(lexemes, number)
    if after is None:
        return found
    return Compared(found.first, after[0] if after[0] != "=" else found.comparator, found.approximate or after[1])


def _one_before(lexemes: Lexemes, found: Compared, number: Number) -> Compared | None:
    """One more phrase to the left, the longest that fits; an article may stand in between ("more than a dozen")."""
    end = found.first
    if lexemes.lower(end - 1, number.first) in load("numbers")["articles"]:
        end -= 1
    for length in range(MAX_PHRASE, 0, -1):
        words = tuple(lexemes.lower(i, number.first) for i in range(end - length, end))
        if words in _phrases("before"):
            comparator, approximate = _phrases("before")[words]
            kept = found.comparator if found.comparator != "=" else comparator
            return Compared(end - length, kept, found.approximate or approximate)
    return None


def _after(lexemes: Lexemes, number: Number) -> tuple[Comparator, bool] | None:
    for start in range(number.last + 1, number.last + 2 + MAX_UNIT_WORDS):
        for length in (2, 1):
            words = tuple(lexemes.lower(i, number.first) for i in range(start, start + length))
            said = _phrases("after").get(words) or _phrases("after").get(("".join(words),))
            if said and (length > 1 or (start == number.last + 1 and lexemes.glued(start))):
                return said
    return None


def change(
    lexemes: Lexemes, number: Number, start: int, *, firm: bool, before: tuple[Number, Change] | None
) -> Change | None:
    """The change that a number belongs to.

    ``start`` is where its comparing words begin; ``firm`` says that its unit is a percentage, a currency or a measure
    ("up 3 %", where "set up 3 tents" is no change); ``before`` is the number before it and the change of that.
    """
    role = lexemes.lower(start - 1, number.first)
    if role in load("changes")["roles"]:
        return _by_preposition(lexemes, number, start, role, before)
    return _by_verb(lexemes, number, start, firm=firm) or _by_noun(lexemes, number, start, firm=firm)


def _by_preposition(
    lexemes: Lexemes, number: Number, start: int, role: str, before: tuple[Number, Change] | None
) -> Change | None:
    words = load("changes")
    known = words["direct"] | words["preposition"] | words["nouns"]
    named: Literal["by", "to", "from"] = "by" if role == "by" else "to" if role == "to" else "from"
    for i in range(start - 2, start - 2 - CHANGE_WINDOW, -1):
        found = lexemes.at(i, number.first)
        if found is None or found.kind != "word":
            break
        if found.lower in known:
            return Change(known[found.lower], named)
    if before and 0 < number.first - before[0].last <= CHAIN_WINDOW and before[1].role != named:
        return Change(before[1].direction, named)
    return None


def _by_verb(lexemes: Lexemes, number: Number, start: int, *, firm: bool) -> Change | None:
    words = load("changes")
    i = start - 2 if lexemes.lower(start - 1, number.first).endswith(ADVERB) else start - 1
    word = lexemes.lower(i, number.first)
    if word not in words["direct"] or (word in words["loose"] and not firm):
        return None
    return Change(words["direct"][word], "by")


def _by_noun(lexemes: Lexemes, number: Number, start: int, *, firm: bool) -> Change | None:
    """As in "an increase of 5 %", "a 5 % increase"."""
    nouns = load("changes")["nouns"]
    if lexemes.lower(start - 1, number.first) == "of" and lexemes.lower(start - 2, number.first) in nouns:
        return Change(nouns[lexemes.lower(start - 2)], "by")
    if not firm:
        return None
    for i in range(number.last + 1, number.last + 4):
        if lexemes.lower(i, number.first) in nouns:
            return Change(nouns[lexemes.lower(i)], "by")
        if lexemes.lower(i, number.first) in load("changes")["roles"] or lexemes.is_sign(i, ",.;:"):
            return None
    return None


def is_part(lexemes: Lexemes, start: int) -> bool:
    """Whether a number is part of the one before it ("including more than 4,400 children")."""
    parts = load("comparators")["part"]
    return any(" ".join(lexemes.lower(i, start) for i in range(start - length, start)) in parts for length in (1, 2))
