"""The days that a time expression covers, as short as they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Date

DAY, MONTH, YEAR = 10, 7, 4  # characters of an ISO date that hold it to the day, month, year


def when(date: Date) -> str:
    """The words and the days: ``earlier this month (2023-11-01…12)``."""
    days = covered(date.first, date.last)
    return f"{date.text} ({days})" if days and days != date.text else date.text


def covered(first: str | None, last: str | None) -> str:
    """``first`` to ``last``, of which the second leaves out the year and month that they share; empty if unknown."""
    if not first or not last:
        return f"from {first}" if first else f"until {last}" if last else ""
    if first == last:
        return first
    if len(first) == len(last) == DAY:
        for shared in (MONTH, YEAR):
            if first[:shared] == last[:shared]:
                return f"{first}…{last[shared + 1 :]}"
    return f"{first}…{last}"
