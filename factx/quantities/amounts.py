"""A number with the unit that is written at it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.currencies import Named, after_sign, sign_before
from factx.quantities.measures import measure_at, rated
from factx.quantities.numbers import MINUS, Number

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, its written unit, and the lexemes ``first`` to ``last`` (both included) of the two together.

    ``sign`` is the currency sign before the number; ``words`` the first and last lexeme of a unit after it, without
    what that is per.
    """

    number: Number
    first: int
    last: int
    unit: Named | None = None
    sign: Named | None = None
    words: tuple[int, int] | None = None


def amount(lexemes: Lexemes, number: Number) -> Amount:
    """The amount of a number: its currency sign before it, or the unit after it, and what that is per."""
    sign = sign_before(lexemes, number.first)
    if sign is None:
        found = _fold(lexemes, number) or measure_at(lexemes, number.last + 1) or _of_many(lexemes, number)
        if found is None:
            return Amount(number, number.first, number.last)
        whole = rated(lexemes, found)
        return Amount(
            _below_zero(lexemes, number, found), number.first, whole.last, whole, None, (found.first, found.last)
        )
    whole = rated(lexemes, sign._replace(last=number.last))
    last = max(whole.last, after_sign(lexemes, number.last + 1) - 1)
    first, number = _negative(lexemes, sign.first, number)
    return Amount(number, first, last, whole, sign)


def _fold(lexemes: Lexemes, number: Number) -> Named | None:
    """The unit inside "sixfold"."""
    if lexemes.lower(number.last) not in load("numbers")["folds"]:
        return None
    return Named("fold", "ratio", number.last, number.last)


def _below_zero(lexemes: Lexemes, number: Number, unit: Named) -> Number:
    """With the sign of "20 degrees below zero"."""
    below = [lexemes.lower(i, unit.first) for i in (unit.last + 1, unit.last + 2)] == ["below", "zero"]
    if not below or unit.dimension not in ("angle", "temperature") or number.value is None or number.value < 0:
        return number
    return replace(number, value=-number.value)


def _of_many(lexemes: Lexemes, number: Number) -> Named | None:
    """As in "millions of dollars"."""
    vague = number.value is None and number.low is not None and number.written
    return measure_at(lexemes, number.last + 2) if vague and lexemes.lower(number.last + 1) == "of" else None


def _negative(lexemes: Lexemes, first: int, number: Number) -> tuple[int, Number]:
    """With the minus of "-$5"."""
    if not lexemes.is_sign(first - 1, MINUS) or not lexemes.glued(first) or lexemes.glued(first - 1):
        return first, number
    return first - 1, replace(number, value=None if number.value is None else -number.value)
