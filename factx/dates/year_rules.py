"""Months, seasons, quarters, holidays, years, decades and centuries by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factx.dates import periods
from factx.dates.forms import Fixed, Named, Unit, Unknown
from factx.dates.grammar import atom
from factx.dates.vocabulary import words_of

if TYPE_CHECKING:
    from factx.dates.forms import Form, Pointer
    from factx.dates.grammar import Match

# The year at the end of a date: "2009", ", 2009", "of 2009", "of the year 2009", "480 BC".
YEAR = r"(?:[-c]?O?(?:Du)?(?P<year>y|[y#](?=B))(?P<christ>B)?)?"
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


def _named(match: Match) -> Form | None:
    for group, kind in _KINDS.items():
        if (word := match.word(group)) is not None:
            return Named(kind, word.value, year_of(match), pointer(match))
    return None


_KINDS: dict[str, Literal["month", "season", "holiday"]] = {"month": "month", "season": "season", "holiday": "holiday"}


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


RULES = (
    atom(r"(?P<holiday>v)" + YEAR, _named),
    atom(r"D?(?P<month>m)(?=[-2&j]m(?:c?O?(?P<year>y)))", _named),
    atom(r"D?(?P<month>m)" + YEAR, _named),
    atom(r"D?(?P<season>s)" + YEAR, _named),
    atom(r"D?(?P<pointer>T?[LPNTS]|(?<=D)[KJC]|TC)(?:(?P<month>m)|(?P<season>s)|(?P<holiday>v))(?P<year>y)?", _named),
    atom(r"D?(?P<fiscal>g)?-?(?P<number>[oL])-?(?P<unit>[uh])" + YEAR, _part_of_year),
    atom(r"D?(?P<year>y)(?P<fiscal>g)?-?(?P<number>o)-?(?P<unit>[uh])", _part_of_year),
    atom(r"D?(?P<fiscal>g)?(?P<number>4)" + YEAR, _part_of_year),
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
)
