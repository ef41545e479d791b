"""Dates that name themselves: days of a month, months, years, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from factx.dates import periods
from factx.dates.grammar import rule
from factx.dates.reading import Reading, of_period, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.dates.grammar import Match
    from factx.dates.periods import Period
    from factx.dates.reading import Context

LAST_DAY = 31
LEAP_CYCLE = 8  # years until a 29 February is sure to come (1896, 1904)
STEP = {"L": -1, "P": -1, "K": -1, "T": 0, "N": 1, "C": 1}


def _iso(match: Match, _: Context) -> Reading:
    text = match.words[0].value
    try:
        return of_period(periods.day(date.fromisoformat(text)), "iso-date")
    except ValueError:
        return Reading(text, "iso-date", grain="day", flags=("invalid-date",))


def _year_said(match: Match, context: Context) -> int | None:
    """The year that a match names or points at ("last year"), None without either or without publication date."""
    named, step = match.word("year"), match.word("step") if "step" in match.found.re.groupindex else None
    if named is not None:
        return int(named.value)
    if step is not None and context.published is not None:
        return context.published.year + STEP[step.code]
    return None


def _anchor(match: Match) -> Literal["published", "none"]:
    return "none" if match.word("year") else "published"


def _month_day(match: Match, context: Context) -> Reading | None:
    month, day = match.word("month"), match.word("day")
    if month is None or day is None or not 1 <= day.value <= LAST_DAY:
        return None
    if isinstance(day.value, float):
        return None
    return _day(month.value, day.value, match, context)


def _day(month: int, day: int, match: Match, context: Context) -> Reading:
    year = _year_said(match, context)
    if year is not None:
        try:
            return of_period(periods.day(date(year, month, day)), "month-day-year", anchor=_anchor(match))
        except ValueError:
            return Reading(f"{year:04}-{month:02}-{day:02}", "month-day-year", grain="day", flags=("invalid-date",))
    value = f"XXXX-{month:02}-{day:02}"
    if not _exists(month, day):
        return Reading(value, "month-day", grain="day", flags=("invalid-date",))
    if context.published is None:
        return unknown(value, "month-day", "day")
    return of_period(periods.day(_nearest(month, day, context.published)), "month-day-nearest", anchor="published")


def _exists(month: int, day: int) -> bool:
    try:
        date(2000, month, day)  # a leap year
    except ValueError:
        return False
    return True


def _nearest(month: int, day: int, base: date) -> date:
    """A day of the year, in the year that brings it nearest to ``base``; the earlier of two equally near."""
    candidates = []
    for year in range(max(base.year - LEAP_CYCLE, 1), min(base.year + LEAP_CYCLE, date.max.year) + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:  # 29 February
            continue
    return min(candidates, key=lambda d: (abs((d - base).days), d))


def _holiday(match: Match, context: Context) -> Reading | None:
    name = match.word("day")
    if name is None:
        return None
    month, day = name.value
    return replace(_day(month, day, match, context), rule="holiday")


def _month(match: Match, context: Context) -> Reading | None:
    month = match.word("month")
    return None if month is None else _in_year("month", f"-{month.value:02}", match, context, _months(month.value))


def _months(number: int) -> Callable[[int], Period]:
    return lambda year: periods.month(year, number)


def _season(match: Match, context: Context) -> Reading | None:
    season = match.word("season")
    code = str(season.value) if season else ""
    return _in_year("season", f"-{code}", match, context, lambda year: periods.season(year, code))


def _fraction(match: Match, context: Context) -> Reading | None:
    number, unit = match.word("number"), match.word("unit")
    if number is None or unit is None:
        return None
    of_year = {"h": (periods.half, 2, "H"), "u": (periods.quarter, 4, "Q")}
    if unit.code == "u" and unit.value[0] != "quarter":
        return None
    make, most, letter = of_year[unit.code]
    if not 1 <= number.value <= most:
        return None
    return _in_year("part-of-year", f"-{letter}{number.value}", match, context, lambda y: make(y, number.value))


def _in_year(name: str, suffix: str, match: Match, context: Context, make: Callable[[int], Period]) -> Reading:
    """A part of the year said, else by its prefix ("last May"), else the latest that has begun by publication."""
    year = _year_said(match, context)
    if year is not None:
        return of_period(make(year), f"{name}-year", anchor=_anchor(match))
    if context.published is None:
        return unknown(f"XXXX{suffix}", name, name if name in periods.UNKNOWN else None)
    prefix = match.word("prefix") if "prefix" in match.found.re.groupindex else None
    made = _pointed(make, context.published, prefix.code if prefix else "")
    return of_period(made, f"{name}-{'prefixed' if prefix else 'recent'}", anchor="published")


def _pointed(make: Callable[[int], Period], base: date, prefix: str) -> Period:
    if prefix == "T":
        return make(base.year)
    if prefix and prefix in "NC":
        return make(base.year) if make(base.year).first > base else make(base.year + 1)
    latest = next(p for p in (make(base.year), make(base.year - 1), make(base.year - 2)) if p.first <= base)
    return make(int(latest.value[:4]) - 1) if prefix and latest.last >= base else latest


def _year(match: Match, _: Context) -> Reading | None:
    year = match.word("year")
    return None if year is None else of_period(periods.year(year.value), "year")


def _before_christ(match: Match, _: Context) -> Reading | None:
    year = match.word("year")
    return None if year is None else Reading(f"BC{int(year.value):04}", "year-bc", grain="year")


def _decade(match: Match, _: Context) -> Reading | None:
    start = match.word("year")
    return None if start is None else of_period(periods.decade(start.value), "decade")


def _century(match: Match, _: Context) -> Reading | None:
    number, unit = match.word("number"), match.word("unit")
    if number is None or unit is None or unit.value[0] != "century":
        return None
    return of_period(periods.century(max((number.value - 1) * periods.CENTURY, 1)), "century")


# The year at the end: "2009", ", 2009", "of 2009", "of the year 2009", "last year", "of this year".
_YEAR = r"(?:c?O?D?u?(?P<year>y)|O?(?P<step>[LPKTNC])u)?"
_WEEKDAY = r"(?:wc?)?"

RULES = (
    rule(r"i", _iso),
    rule(_WEEKDAY + r"(?P<month>m)D?(?P<day>[#o])" + _YEAR, _month_day),
    rule(_WEEKDAY + r"D?(?P<day>[#o])O?(?P<month>m)" + _YEAR, _month_day),
    rule(r"(?P<day>v)" + _YEAR, _holiday),
    rule(r"D?(?P<month>m)" + _YEAR, _month),
    rule(r"T?(?P<prefix>[LPTN])(?P<month>m)(?P<year>y)?", _month),
    rule(r"D?(?P<season>s)" + _YEAR, _season),
    rule(r"T?(?P<prefix>[LPTN])(?P<season>s)(?P<year>y)?", _season),
    rule(r"D?(?P<number>[o#])(?P<unit>[hu])" + _YEAR, _fraction),
    rule(r"D?(?P<year>y)(?P<number>o)(?P<unit>[hu])", _fraction),
    rule(r"(?:Du)?(?P<year>y)", _year),
    rule(r"(?P<year>[y#])b", _before_christ),
    rule(r"D?(?P<year>Y)", _decade),
    rule(r"D?(?P<number>o)(?P<unit>u)", _century),
)
