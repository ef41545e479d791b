"""What a number and a date come to, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.amount import amount
from factx.writers.when import covered

if TYPE_CHECKING:
    from factx.record import Date, Quantity


def counted_note(quantity: Quantity) -> str:
    """Such as ``< 600 citizens``; for a number that cannot be read the flag, and what it may be."""
    parts = [amount(quantity)]
    if quantity.change:
        parts.append(" ".join(filter(None, (quantity.change, quantity.change_role))))
    if quantity.value is not None:
        parts += quantity.flags
    if quantity.readings:
        parts.append(" or ".join(f"{reading:,.10g}" for reading in quantity.readings))
    return " · ".join(parts)


def dated_note(date: Date) -> str:
    """Such as ``2023-11-01…12``; the TIMEX3 value for what covers no days; and the flags. Empty if nothing is known."""
    known = covered(date.first, date.last) or ("" if "X" in date.value else date.value)
    return " · ".join(filter(None, [known, *date.flags]))
