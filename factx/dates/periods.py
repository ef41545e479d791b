"""Periods of the calendar: days, ISO weeks, months, quarters … with their TIMEX3 values.

Every function raises ValueError or OverflowError outside the years 1 to 9999; ``grammar.first_reading`` catches both.
Seasons are those of the northern hemisphere by whole months; a winter belongs to the year in which it begins.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WEEK, MONTHS, SATURDAY = 7, 12, 6
LAST_YEAR = 9999
WEEKS, THURSDAY = 53, 4  # an ISO week belongs to the month and year of its Thursday
DECADE, CENTURY = 10, 100
HOURS_PER_DAY = 24
# "The 1800s" are a century, "the 2000s" a decade.
DECADES_FROM = 2000

# From the finest to the coarsest, of periods that follow each other.
GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")

UNKNOWN = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XXTNI",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
DURATION = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}NI",
    "week": "P{}W",
    "weekend": "P{}WE",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
    "millennium": "P{}ML",
}
# The next smaller unit, and how many of it make one, for halves ("two and a half years").
SMALLER = {
    "minute": ("second", 60),
    "hour": ("minute", 60),
    "day": ("hour", HOURS_PER_DAY),
    "week": ("day", WEEK),
    "year": ("month", MONTHS),
    "decade": ("year", DECADE),
    "century": ("year", CENTURY),
}
BELOW_DAY = ("second", "minute", "hour")
_IN_MONTHS = {
    "month": 1,
    "quarter": 3,
    "year": MONTHS,
    "decade": DECADE * MONTHS,
    "century": CENTURY * MONTHS,
    "millennium": 10 * CENTURY * MONTHS,
}
_IN_DAYS = {"day": 1, "night": 1, "week": WEEK, "weekend": WEEK}
_PER_HOUR = {"hour": 1, "minute": 60, "second": 3600}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``first`` to ``last``, both included, as one TIMEX3 value."""

    value: str
    first: date
    last: date
    grain: str


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week of a day, Monday to Sunday."""
    year_, number, _ = when.isocalendar()
    first = date.fromisocalendar(year_, number, 1)
    return Period(f"{year_:04}-W{number:02}", first, first + timedelta(WEEK - 1), "week")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    whole = week(when)
    return Period(f"{whole.value}-WE", whole.first + timedelta(SATURDAY - 1), whole.last, "weekend")


def month(year_: int, number: int) -> Period:
    """A month, 1 to 12."""
    first = date(year_, number, 1)
    return Period(f"{year_:04}-{number:02}", first, _month_end(year_, number), "month")


def quarter(year_: int, number: int) -> Period:
    """A quarter, 1 to 4."""
    return Period(f"{year_:04}-Q{number}", date(year_, 3 * number - 2, 1), _month_end(year_, 3 * number), "quarter")


def half(year_: int, number: int) -> Period:
    """Half a year, 1 or 2."""
    return Period(f"{year_:04}-H{number}", date(year_, 6 * number - 5, 1), _month_end(year_, 6 * number), "half")


def season(year_: int, code: str) -> Period:
    """A season: SP, SU, FA or WI."""
    start = _SEASON_START[code]
    end = (year_ + 1, 2) if start == MONTHS else (year_, start + 2)
    return Period(f"{year_:04}-{code}", date(year_, start, 1), _month_end(*end), "season")


def year(number: int) -> Period:
    """A year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Period:
    """The ten years that share the first three digits of a year."""
    start = number - number % DECADE
    return Period(f"{start:04}"[:3], date(max(start, 1), 1, 1), date(start + DECADE - 1, 12, 31), "decade")


def century(number: int) -> Period:
    """The hundred years that share the first two digits of a year (TIMEX3's "20th century" is "19")."""
    start = number - number % CENTURY
    return Period(f"{start:04}"[:2], date(max(start, 1), 1, 1), date(start + CENTURY - 1, 12, 31), "century")


def containing(unit: str, when: date) -> Period:
    """The period of this unit in which a day lies. KeyError for units below the day."""
    makers: dict[str, Callable[[date], Period]] = {
        "day": day,
        "night": day,
        "week": week,
        "weekend": weekend,
        "month": lambda d: month(d.year, d.month),
        "quarter": lambda d: quarter(d.year, (d.month + 2) // 3),
        "year": lambda d: year(d.year),
        "decade": lambda d: decade(d.year),
        "century": lambda d: century(d.year),
    }
    return makers[unit](when)


def moved(when: date, unit: str, count: float) -> date:
    """The day ``count`` units later (earlier, if negative); the 31st becomes the last of a shorter month.

    Hours and less move by the days they touch. KeyError for an unknown unit.
    """
    if unit in _IN_DAYS:
        return when + timedelta(days=round(count * _IN_DAYS[unit]))
    if unit in _PER_HOUR:
        hours = abs(count) / _PER_HOUR[unit]
        days = -int(-hours // HOURS_PER_DAY)
        return when + timedelta(days=days if count > 0 else -days)
    months = when.year * MONTHS + when.month - 1 + round(count * _IN_MONTHS[unit])
    year_, number = divmod(months, MONTHS)
    return date(year_, number + 1, min(when.day, _month_end(year_, number + 1).day))


def duration(unit: str, count: float | str) -> str:
    """TIMEX3 value of so many units; ``count`` may be "X"."""
    if isinstance(count, float) and count.is_integer():
        count = int(count)
    return DURATION[unit].format(count)


def _month_end(year_: int, number: int) -> date:
    return date(year_, number, monthrange(date(year_, number, 1).year, number)[1])
