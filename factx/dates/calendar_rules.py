"""Dates that name themselves: days of a month, months, years, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from factx.dates import periods
from factx.dates.forms import Day, DayOfMonth, Figures, Fixed, Moment, Named, Nth, Unit, Unknown, Weekday
from factx.dates.grammar import atom
from factx.dates.vocabulary import words_of

if TYPE_CHECKING:
    from factx.dates.forms import Form, Pointer
    from factx.dates.grammar import Match

LAST_DAY = 31
POINTERS: dict[str, Pointer] = {
    "L": "last",
    "P": "last",
    "K": "previous",
    "T": "this",
    "N": "next",
    "C": "next",
    "J": "following",
    "S": "same",
}
NEAR_DAYS = {"b": -1, "a": 1}  # the day before yesterday, the day after tomorrow


def year_of(match: Match) -> Form | None:
    """The year that a match names."""
    year = match.word("year")
    if year is None:
        return None
    if not isinstance(year.value, int) or not 0 < year.value <= periods.LAST_YEAR:
        return None
    if before_christ(match):
        return Unknown(f"BC{year.value:04}", "year-bc", "year")
    return Fixed(periods.year(year.value), "year")


def before_christ(match: Match) -> bool:
    """Whether a match says "BC", where the calendar does not reach, and not "AD"."""
    word = match.word("christ")
    return word is not None and word.value in words_of("before_christ")


def pointer(match: Match) -> Pointer:
    """Last, this or next, where a match says so: the last such word counts ("this coming")."""
    letters = match.letters("pointer")
    return POINTERS[letters[-1]] if letters else ""


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


def _named(match: Match) -> Form | None:
    for group, kind in _KINDS.items():
        if (word := match.word(group)) is not None:
            return Named(kind, word.value, year_of(match), pointer(match))
    return None


_KINDS: dict[str, Literal["month", "season", "holiday"]] = {"month": "month", "season": "season", "holiday": "holiday"}


def _weekday(match: Match) -> Form | None:
    word = match.word("day")
    return None if word is None else Weekday(word.value, pointer(match))


def _part_of_year(match: Match) -> Form | None:
    """As in "the third quarter of 1989", "Q3", "the last half"."""
    number, unit = match.word("number"), match.word("unit")
    fiscal = bool(match.letters("fiscal"))
    if number is not None and number.code == "4":
        kind, value = number.value
        return Named(kind, value, year_of(match), fiscal=fiscal)
    if number is None or unit is None or (unit.code == "u" and unit.value != "quarter"):
        return None
    most = 2 if unit.code == "h" else 4
    value = most if number.code == "L" else number.value
    if not 1 <= value <= most or (number.code == "L" and unit.code == "u"):
        return None
    return Named("half" if unit.code == "h" else "quarter", value, year_of(match), fiscal=fiscal)


def _some_quarter(match: Match) -> Form | None:
    """As in "the 1988 quarter": that of the quarter spoken of."""
    year, unit = match.word("year"), match.word("unit")
    if year is None or unit is None or unit.value != "quarter":
        return None
    return Named("quarter", 0, year_of(match))


def _year(match: Match) -> Form | None:
    return year_of(match)


def _fiscal_year(match: Match) -> Form | None:
    year = match.word("year")
    flags = ("fiscal",)
    if year is not None:
        return Fixed(periods.year(year.value), "fiscal-year", flags)
    unit = match.word("unit")
    if unit is None or unit.value not in ("year", "quarter"):
        return None
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(pointer(match), 0)
    return Unit(unit.value, step, fiscal=True)


def _decade(match: Match) -> Form | None:
    start = match.word("decade")
    if start is not None and before_christ(match):
        return Unknown(f"BC{start.value:04}"[:-1], "decade-bc", "decade")
    if start is None:
        return None
    if start.value % periods.CENTURY == 0 and start.value < periods.DECADES_FROM:
        return Fixed(periods.century(start.value), "century", ("ambiguous",))  # "the 1800s"
    return Fixed(periods.decade(start.value), "decade")


def _century(match: Match) -> Form | None:
    number, unit = match.word("number"), match.word("unit")
    if number is None or unit is None or unit.value != "century" or not 1 <= number.value <= periods.CENTURY:
        return None
    if before_christ(match):
        return Unknown(f"BC{number.value - 1:02}", "century-bc", "century")
    return Fixed(periods.century(max((number.value - 1) * periods.CENTURY, 1)), "century")


def _short_year(match: Match) -> Form | None:
    """As the "17" of "1915-17", the "9" of "1918-9"."""
    start, end = match.before(2).value, match.word("end")
    if end is None or not isinstance(end.value, int) or end.code != "#":
        return None
    period = periods.CENTURY if end.end - end.start > 1 else periods.DECADE
    year = start - start % period + end.value
    return Fixed(periods.year(year), "year") if start < year < start + periods.CENTURY and end.value < period else None


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


# The year at the end: "2009", ", 2009", "of 2009", "of the year 2009".
_YEAR = r"(?:[-c]?O?(?:Du)?(?P<year>y|[y#](?=B))(?P<christ>B)?)?"
_WEEKDAY = r"(?:D?(?:T?[LPN]|TC)?wc?)?D?"

RULES = (
    atom(r"(?P<iso>i)", _iso),
    atom(r"(?:wc?)?(?P<figures>/)", _figures),
    atom(_WEEKDAY + r"(?P<month>m)D?(?P<day>[#o])(?=[-2&]D?m?D?[#o]c?O?(?P<year>y))", _month_day),
    atom(_WEEKDAY + r"D?(?P<day>[#o])O?(?P<month>m)(?=[-2&]D?[#o]O?mc?O?(?P<year>y))", _month_day),
    atom(_WEEKDAY + r"(?P<month>m)-?D?(?P<day>[#o])(?![-]?[uU])" + _YEAR, _month_day),
    atom(_WEEKDAY + r"D?(?P<day>[#o])[-O]?(?P<month>m)" + _YEAR, _month_day),
    atom(r"D?(?P<day>[#o])(?=(?:cD?[#o])*c?[-2&cj]D?[#o]O?(?P<month>m)" + _YEAR + ")", _day_before),
    atom(r"(?<=m[#o][-2&])(?P<day>[#o])(?![-]?[uU])" + _YEAR, _day_after),
    atom(r"D?[#o]O?[?](?:c?y)?|[?]D?[#o](?:c?y)?", _no_day),
    atom(r"(?P<holiday>v)" + _YEAR, _named),
    atom(r"D?(?P<month>m)(?=[-2&j]m(?:c?O?(?P<year>y)))", _named),
    atom(r"D?(?P<month>m)" + _YEAR, _named),
    atom(r"D?(?P<season>s)" + _YEAR, _named),
    atom(r"D?(?P<pointer>T?[LPNTS]|(?<=D)[KJC]|TC)(?:(?P<month>m)|(?P<season>s)|(?P<holiday>v))(?P<year>y)?", _named),
    atom(r"(?:D?(?P<pointer>T?[LPNTS]|(?<=D)[KJC]|TC|K))?(?P<day>w)", _weekday),
    atom(r"D?(?P<fiscal>g)?-?(?P<number>[oL])-?(?P<unit>[uh])" + _YEAR, _part_of_year),
    atom(r"D?(?P<year>y)(?P<fiscal>g)?-?(?P<number>o)-?(?P<unit>[uh])", _part_of_year),
    atom(r"D?(?P<fiscal>g)?(?P<number>4)" + _YEAR, _part_of_year),
    atom(r"D?(?P<year>y)(?P<unit>u)", _some_quarter),
    atom(r"(?:D?[uU])?(?P<year>y)", _year),
    atom(r"D?g-?u?(?P<year>y)", _fiscal_year),
    atom(r"D?(?P<pointer>[LTNCKJ])?g(?P<unit>u)", _fiscal_year),
    atom(r"(?P<year>[y#])(?P<christ>B)", _year),
    atom(r"(?P<christ>B)(?P<year>[y#])", _year),
    atom(r"(?P<year>[y#])(?=-[y#](?P<christ>B))", _year),
    atom(r"D?(?P<decade>Y)(?P<christ>B)?", _decade),
    atom(r"D?(?P<number>o)-?(?P<unit>u)(?P<christ>B)?", _century),
    atom(r"(?<=y[-])(?P<end>#)", _short_year),
    atom(r"D(?P<day>o)", _day_of_month),
    atom(r"(?P<weekday>w)c?D(?P<day>o)(?![uhO])", _day_of_month),
    atom(r"D?(?P<unit>u)(?P<week>#)(?![-]?[uU])" + _YEAR, _week),
    atom(r"D?(?P<day>t)", _today),
    atom(r"D?(?P<unit>u)(?P<side>[ba])(?P<day>t)", _two_days),
)
