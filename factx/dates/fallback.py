"""Dates in figures ("11/12/2023"), and explicit dates that the grammar leaves over, read by dateparser.

dateparser is imported on first use: its first parse costs 130 ms. It is asked for nothing but a day, month and year
that stand in the text: always with a base, so that the clock of the machine is never read.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from factx.dates import periods
from factx.dates.numerals import CENTURY, full_year
from factx.dates.reading import Reading, of_period

# Longer than any date in figures and words ("Wednesday the 27th of September 2023, 10:00 a.m.").
MAX_LENGTH = 60
BASE = datetime(2000, 1, 1)  # noqa: DTZ001  never seen: only full dates are read

_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")


def figures(text: str) -> Reading:
    """The day that figures name.

    With slashes and hyphens American order is taken where both are possible, and flagged; with full stops the day comes
    first.
    """
    first, second, third = (int(part) for part in re.split("[/.-]", text))
    year = third if third >= CENTURY else full_year(third)
    orders = ((second, first),) if "." in text else ((first, second), (second, first))
    days = list(dict.fromkeys(d for month, day in orders if (d := _day(year, month, day))))
    if not days:
        return Reading("XXXX-XX-XX", "figures", grain="day", flags=("unresolved", "invalid-date"))
    reading = of_period(periods.day(days[0]), "figures")
    return reading.with_flags("ambiguous") if len(days) > 1 else reading


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_explicit(text: str) -> Reading | None:
    """One day, if ``text`` names day, month and year; None otherwise."""
    if len(text) > MAX_LENGTH or not _YEAR.search(text):
        return None
    found = _parsed(text)
    return of_period(periods.day(found), "dateparser") if found else None


@lru_cache(maxsize=1024)
def _parsed(text: str) -> date | None:
    import dateparser  # noqa: PLC0415  see above

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": BASE,
        "PREFER_DATES_FROM": "past",
    }
    try:
        found: datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None
