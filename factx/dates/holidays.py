"""The days on which holidays fall."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from factx.lexicons import load

WEEK = 7


def holiday(name: str, year: int) -> date:
    """The day of a holiday of the lexicon in a year. KeyError for an unknown name."""
    table = load("holidays")
    if name in table["fixed"]:
        month, day = table["fixed"][name].split("-")
        return date(year, int(month), int(day))
    if name in table["weekday"]:
        month, nth, weekday, after = table["weekday"][name]
        return _nth_weekday(year, month, nth, weekday) + timedelta(after)
    from dateutil.easter import easter  # noqa: PLC0415  comes with dateparser; few texts name Easter

    sunday: date = easter(year)
    return sunday + timedelta(table["easter"][name])


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th weekday (1 Monday to 7 Sunday) of a month; -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % WEEK)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % WEEK + (nth - 1) * WEEK)
