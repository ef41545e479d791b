"""The words around a number that compare or approximate it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.cardinal import is_cardinal
from factx.quantities.currencies import sign_before

if TYPE_CHECKING:
    from factx.quantities.amounts import Amount
    from factx.quantities.context import Context
    from factx.quantities.lexemes import Lexemes
    from factx.record import Comparator

MAX_PHRASE = 5
MAX_AFTER = 3
DENIED: dict[Comparator, Comparator] = {">": "<=", "<": ">="}
# "600 or more", "5 km or more", "20 square miles or more".
MAX_UNIT_WORDS = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """How a number is compared; ``first`` is the lexeme where number, currency sign and comparing words begin.

    ``words`` and ``about`` are the lexemes (both included) that compare and that approximate.
    """

    first: int
    comparator: Comparator = "="
    approximate: bool = False
    words: tuple[int, int] | None = None
    about: tuple[int, int] | None = None

    def with_phrase(self, first: int, last: int, said: tuple[Comparator, bool]) -> Compared:
        """With one more phrase; the nearest comparison wins."""
        comparator, approximate = said
        compares = comparator != "=" and self.comparator == "="
        return replace(
            self,
            comparator=comparator if compares else self.comparator,
            approximate=self.approximate or approximate,
            words=(first, last) if compares else self.words,
            about=(first, last) if approximate and self.about is None else self.about,
        )


@cache
def _phrases(side: str) -> dict[tuple[str, ...], tuple[Comparator, bool]]:
    return {tuple(phrase.split()): (c, a) for phrase, (c, a) in load("comparators")[side].items()}


def compared(context: Context, amount: Amount) -> Compared:
    """The comparing words before and after an amount."""
    lexemes = context.lexemes
    found = Compared(amount.first, approximate=amount.number.approximate)
    if _is_during(context, amount):
        return found
    while (more := _one_before(lexemes, amount, found)) is not None:
        found = more
    return _with_after(lexemes, amount, found)


def _is_during(context: Context, amount: Amount) -> bool:
    """Whether "over" is a preposition of time: "$55 billion over six years"."""
    over = amount.first - 1
    if amount.unit is None or amount.unit.dimension != "time" or context.lexemes.lower(over, amount.first) != "over":
        return False
    return context.token(context.lexemes.items[over].start).dep_ == "prep"


def _one_before(lexemes: Lexemes, amount: Amount, found: Compared) -> Compared | None:
    """One more phrase to the left, the longest that fits; an article may stand in between ("more than a dozen")."""
    end = found.first
    if _is_passed(lexemes, amount, lexemes.lower(end - 1, end)):
        end -= 1
    for length in range(MAX_PHRASE, 0, -1):
        words = tuple(lexemes.lower(i, found.first) for i in range(end - length, end))
        said = _phrases("before").get(words) or _of_measures(lexemes, amount, end - length, words)
        if said is not None and not _moves(lexemes, end - length):
            first, said = _denied(lexemes, end - length, said)
            return replace(found.with_phrase(first, end - 1, said), first=first)
    return None


def _is_passed(lexemes: Lexemes, amount: Amount, article: str) -> bool:
    """Whether an article may stand in a comparison: "over a dozen", "past the 20 % mark"; not "below the 2 % limit"."""
    marked = lexemes.lower(amount.last + 1, amount.first) in load("comparators")["marks"]
    return article in load("comparators")["passed"] or (article == "the" and marked)


def _of_measures(lexemes: Lexemes, amount: Amount, i: int, words: tuple[str, ...]) -> tuple[Comparator, bool] | None:
    """What "past" and "near" say of measures and of what rises; not "walked past 20 men"."""
    said, before = _phrases("before_measures").get(words), lexemes.lower(i - 1, i)
    apart = lexemes.lower(amount.first - 1) in load("numbers")["articles"]  # "near a 17-year low"
    if said is None or apart or before in load("comparators")["pointers"]:
        return None
    return said if amount.unit is not None or before in load("changes")["direct"] else None


def _moves(lexemes: Lexemes, i: int) -> bool:
    """Whether "up to" is a way and no bound: "edged up to 4.2 percent", "inched back up to 5"."""
    verb = i - 2 if lexemes.lower(i - 1, i) == "back" else i - 1
    return lexemes.lower(i) == "up" and lexemes.lower(verb, i) in load("changes")["steps"]


def _denied(lexemes: Lexemes, first: int, said: tuple[Comparator, bool]) -> tuple[int, tuple[Comparator, bool]]:
    """With the negation before a strict comparison: "no more than", "not exceeding", "isn't under"."""
    comparator, approximate = said
    denied = lexemes.lower(first - 1, first) in load("comparators")["negations"]
    if not denied or approximate or comparator not in DENIED:
        return first, said
    return first - 1, (DENIED[comparator], False)


def _with_after(lexemes: Lexemes, amount: Amount, found: Compared) -> Compared:
    phrases = _phrases("after")
    for start in range(amount.number.last + 1, amount.last + 2 + MAX_UNIT_WORDS):
        near = start <= amount.last + 1
        for length in range(MAX_AFTER, 0, -1):
            words = tuple(lexemes.lower(i, amount.first) for i in range(start, start + length))
            said = phrases.get(words)
            if said is None or not (near or length > 1) or _goes_on(lexemes, start + length):
                continue
            return found.with_phrase(start, start + length - 1, said)
        if not near and (lexemes.at(start) is None or lexemes.items[start].kind != "word"):
            break
    return found


def _goes_on(lexemes: Lexemes, i: int) -> bool:
    """Whether a phrase before lexeme ``i`` belongs to what follows: "and over 1,000", "or less than a third"."""
    after = lexemes.at(i)
    if after is None:
        return False
    return (
        after.lower == "than"
        or after.kind == "figure"
        or is_cardinal(after.lower)
        or sign_before(lexemes, i + 1) is not None
    )
