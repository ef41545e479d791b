"""Days: of a month, of the week, in figures, and as seen from the day of publication."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factx.dates import periods
from factx.dates.forms import Day, DayOfMonth, Figures, Fixed, Moment, Named, Nth, Unit, Unknown, Weekday
from factx.dates.grammar import atom
from factx.dates.year_rules import YEAR, pointer, year_of

if TYPE_CHECKING:
    from factx.dates.forms import Form
    from factx.dates.grammar import Match

LAST_DAY = 31
NEAR_DAYS = {"b": -1, "a": 1}  # the day before yesterday, the day after tomorrow


def _iso(match: Match) -> Form | None:
    word = match.word("iso")
    text = str(word.value) if word else ""
    try:
        return Fixed(periods.day(date.fromisoformat(text)), "iso-date")
    except ValueError:
        return Unknown(text, "iso-date", flags=("invalid-date",))


def _figures(match: Match) -> Form | None:
    word = match.word("figures")
    return Figures(word.value) if word else None


def _month_day(match: Match) -> Form | None:
    return _day(match, "day")


def _day(match: Match, group: str) -> Form | None:
    month, day = match.word("month"), match.word(group)
    if month is None or day is None or not isinstance(day.value, int):
        return None
    if not 1 <= day.value <= LAST_DAY:
        return _no_day(match) if day.code == "o" else None  # "the 45th of May"; but "in May 45 people"
    return Named("month-day", (month.value, day.value), year_of(match))


def _no_day(_: Match) -> Form | None:
    """As in "the 99th of Octember"."""
    return Unknown("XXXX-XX-XX", "month-day", flags=("invalid-date",))


def _day_before(match: Match) -> Form | None:
    """As the "3" of "3 to 7 May", the "14" of "14 and 15 August 1914": the month stands once, after both."""
    return _day(match, "day")


def _day_after(match: Match) -> Form | None:
    """As the "9, 1918" of "March 5-9, 1918": the month stands once, before both."""
    month, day = match.before(3), match.word("day")
    if day is None or not isinstance(day.value, int) or not 1 <= day.value <= LAST_DAY:
        return None
    return Named("month-day", (month.value, day.value), year_of(match))


def _weekday(match: Match) -> Form | None:
    word = match.word("day")
    return None if word is None else Weekday(word.value, pointer(match))


def _day_of_month(match: Match) -> Form | None:
    day = match.word("day")
    weekday = match.word("weekday")
    if day is None or not 1 <= day.value <= LAST_DAY:
        return None
    return DayOfMonth(day.value, weekday.value if weekday else None)


def _week(match: Match) -> Form | None:
    """As in "week 27 of 2019"."""
    unit, number = match.word("unit"), match.word("week")
    if unit is None or number is None or unit.value != "week" or not isinstance(number.value, int):
        return None
    if not 1 <= number.value <= periods.WEEKS:
        return None
    return Nth(number.value, "week", year_of(match) or Unit("year", 0))


def _today(match: Match) -> Form | None:
    day = match.word("day")
    if day is None:
        return None
    offset, part = day.value
    return Moment(f"T{part}", "night", Day(offset)) if part else Day(offset)


def _two_days(match: Match) -> Form | None:
    unit, side, day = match.word("unit"), match.letters("side"), match.word("day")
    if unit is None or day is None or unit.value != "day" or day.value[0] != NEAR_DAYS[side]:
        return None
    return Day(day.value[0] + NEAR_DAYS[side])


_WEEKDAY = r"(?:D?(?:T?[LPN]|TC)?wc?)?D?"

RULES = (
    atom(r"(?P<iso>i)", _iso),
    atom(r"(?:wc?)?(?P<figures>/)", _figures),
    atom(_WEEKDAY + r"(?P<month>m)D?(?P<day>[#o])(?=[-2&]D?m?D?[#o]c?O?(?P<year>y))", _month_day),
    atom(_WEEKDAY + r"D?(?P<day>[#o])O?(?P<month>m)(?=[-2&]D?[#o]O?mc?O?(?P<year>y))", _month_day),
    atom(_WEEKDAY + r"(?P<month>m)-?D?(?P<day>[#o])(?![-]?[uU])" + YEAR, _month_day),
    atom(_WEEKDAY + r"D?(?P<day>[#o])[-O]?(?P<month>m)" + YEAR, _month_day),
    atom(r"D?(?P<day>[#o])(?=(?:cD?[#o]){0,5}c?[-2&cj]D?[#o]O?(?P<month>m)" + YEAR + ")", _day_before),
    atom(r"(?<=m[#o][-2&])(?P<day>[#o])(?![-]?[uU])" + YEAR, _day_after),
    atom(r"D?[#o]O?[?](?:c?y)?|[?]D?[#o](?:c?y)?", _no_day),
    atom(r"(?:D?(?P<pointer>T?[LPNTS]|(?<=D)[KJC]|TC|K))?(?P<day>w)", _weekday),
    atom(r"D(?P<day>o)(?!-?k?-?[uUz])", _day_of_month),
    atom(r"(?P<weekday>w)c?D(?P<day>o)(?![uhO])", _day_of_month),
    atom(r"D?(?P<unit>u)(?P<week>#)(?![-]?[uU])" + YEAR, _week),
    atom(r"D?(?P<day>t)", _today),
    atom(r"D?(?P<unit>u)(?P<side>[ba])(?P<day>t)", _two_days),
)
