"""Explicit dates that the grammar leaves over ("11/12/2023"), read by dateparser.

dateparser is imported on first use: its first parse costs 130 ms. It is asked for nothing but a day, month and year
that stand in the text: always with a base, so that the clock of the machine is never read.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from factx.dates import periods
from factx.dates.reading import Reading, of_period

if TYPE_CHECKING:
    from factx.dates.reading import Context

# Longer than any date in figures and words ("Wednesday the 27th of September 2023, 10:00 a.m.").
MAX_LENGTH = 60
MONTHS = 12
NO_BASE = date(2000, 1, 1)

_FIGURES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")


def read_explicit(text: str, context: Context) -> Reading | None:
    """One day, if ``text`` names day, month and year; None otherwise."""
    figures = _FIGURES.fullmatch(text)
    if len(text) > MAX_LENGTH or not (figures or _YEAR.search(text)):
        return None
    found = _parsed(text, context.published or NO_BASE)
    if found is None:
        return Reading("XXXX-XX-XX", "dateparser", flags=("unresolved", "invalid-date")) if figures else None
    reading = of_period(periods.day(found), "dateparser")
    return reading.with_flags("ambiguous") if figures and _ambiguous(figures) else reading


def _ambiguous(figures: re.Match[str]) -> bool:
    """Whether day and month could change places (American order is taken)."""
    return figures[1] != figures[2] and int(figures[1]) <= MONTHS and int(figures[2]) <= MONTHS


def _parsed(text: str, base: date) -> date | None:
    import dateparser  # noqa: PLC0415  see above

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime.combine(base, time(), UTC).replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
    }
    try:
        found: datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None
