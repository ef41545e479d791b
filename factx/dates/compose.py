"""Forms made of forms: parts, days with their time, what lies so long before or after; and the whole grammar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.dates import clock_rules, day_rules, unit_rules, year_rules
from factx.dates.forms import (
    About,
    Again,
    Amount,
    Day,
    DayOfMonth,
    Figures,
    Fixed,
    Moment,
    Named,
    Nth,
    Part,
    Ref,
    Shift,
    Stretch,
    Unit,
    Unknown,
    Weekday,
)
from factx.dates.grammar import Grammar, ending, prefix, suffix
from factx.dates.periods import GRAINS
from factx.dates.unit_rules import A_YEAR_BEFORE, SIDES
from factx.dates.vocabulary import words_of
from factx.lexicons import load

if TYPE_CHECKING:
    from factx.dates.forms import Form
    from factx.dates.grammar import Match


NIGHTFALL, HALF_DAY = 6, 12
HOURS_BEFORE_NOON = {f"{hour:02}" for hour in range(1, 12)}


def grain_of(form: Form) -> str | None:  # noqa: PLR0911  one case a form
    """The grain of a date by its form; None for what is no period."""
    match form:
        case Fixed():
            return form.period.grain
        case Named():
            return {"month-day": "day", "holiday": "day"}.get(form.kind, form.kind)
        case Weekday() | Day() | DayOfMonth() | Figures():
            return "day"
        case Unit() | Nth():
            return form.unit
        case Shift():
            return form.amount.unit
        case Unknown():
            return form.grain
        case Part() | About():
            return grain_of(form.form)
        case _:
            return None


def _part(match: Match, inner: Form) -> Form | None:
    """As in "early 2009", "the end of the month", "late last week"; not "beginning in 2009"."""
    side = match.word("side")
    plain = side is not None and side.value in words_of("part_nouns") and match.found.group()[-1] not in "O-"
    if (
        plain
        or isinstance(inner, Part | About | DayOfMonth)
        or (grain_of(inner) is None and not isinstance(inner, Moment))
    ):
        return None
    if isinstance(inner, Unit) and inner.bare:
        inner = replace(inner, bare=False)  # "the end of the year" can only be this one
    return Part(SIDES[match.letters("side")], inner)


def _parts(_: Match, inner: Form) -> Form | None:
    """As in "the early to mid-1980s", of which no one part is meant."""
    return inner if not isinstance(inner, Part | About | DayOfMonth) and grain_of(inner) is not None else None


def _cut(match: Match, inner: Form) -> Form | None:
    """As in "earlier this month", "later in the day", "later that year"."""
    if not isinstance(inner, Unit | Day | Moment):
        return None
    if isinstance(inner, Moment) and not isinstance(inner.day, Day):
        return None
    if isinstance(inner, Unit):
        inner = replace(inner, bare=False)
    return Part(SIDES[match.letters("side")], inner, cut=True)


def _about(match: Match, inner: Form) -> Form | None:
    word = match.word("mod")
    if word is None or isinstance(inner, About | Ref | Again | Part):
        return None
    times = load("timewords")
    timed = isinstance(inner, Moment) and word.value not in times["approximators_of_clocks"]
    if word.value in times["approximators_of_amounts"] and (timed or not isinstance(inner, Amount | Shift | Moment)):
        return None  # "over the past week"
    return About(times["approximators"][word.value], inner)


def _nth(match: Match, inner: Form) -> Form | None:
    number, unit = match.word("number"), match.word("unit")
    grain = grain_of(inner)
    if number is None or grain not in GRAINS:
        return None
    name = unit.value if unit is not None else "day"
    if name not in GRAINS or GRAINS.index(name) >= GRAINS.index(grain):
        return None
    return Nth(-1 if number.code == "L" else number.value, name, inner)


def _of_year(_: Match, form: Form, year: Form) -> Form | None:
    """As in "the third quarter of last year", "June last year", "Thursday of last week"."""
    if isinstance(form, Named) and form.within is None and not form.pointer and grain_of(year) == "year":
        return replace(form, within=year) if not isinstance(year, Part | About) else None
    if isinstance(form, Weekday) and form.within is None and isinstance(year, Unit) and year.unit == "week":
        return replace(form, within=year)
    if isinstance(form, Unit) and form.bare and isinstance(year, Shift | Unit) and grain_of(year) == "year":
        return A_YEAR_BEFORE if form.unit == "quarter" else None
    return None


def _possessive(match: Match, year: Form, form: Form) -> Form | None:
    """As in "last year's third quarter"."""
    return _of_year(match, form, year)


def _quarter_of(match: Match, year: Form) -> Form | None:
    """As in "last year's quarter"."""
    unit = match.word("unit")
    return A_YEAR_BEFORE if year == Unit("year", -1) and unit is not None and unit.value == "quarter" else None


def _each(_: Match, inner: Form) -> Form | None:
    return inner if isinstance(inner, Stretch) else None


def _moment(_: Match, moment: Form, day: Form) -> Form | None:
    """As in "3 p.m. on Friday", "the morning of Oct. 7"."""
    if not isinstance(moment, Moment) or moment.day is not None:
        return None
    if isinstance(day, Moment) and day.day is not None and ":" in moment.value and ":" not in day.value:
        return replace(_late(moment, day.value[1:]), day=day.day)  # "tonight at 8"
    if grain_of(day) != "day":
        return None
    return None if isinstance(day, Part | About) else replace(moment, day=day)


def _day_first(match: Match, day: Form, moment: Form) -> Form | None:
    """As in "Friday morning", "Oct. 7 at noon"."""
    return _moment(match, moment, day)


def _in_part(match: Match, moment: Form) -> Form | None:
    """As in "3 o'clock in the afternoon"."""
    part = match.word("part")
    return _late(moment, part.value) if isinstance(moment, Moment) and part is not None else None


def _late(moment: Moment, part: str) -> Moment:
    """The time of a twelve-hour clock in a part of the day, which may say that it is after noon."""
    if moment.value[1:3] not in HOURS_BEFORE_NOON:
        return moment
    hour = int(moment.value[1:3])
    late = part in ("AF", "EV") or (part == "NI" and hour >= NIGHTFALL)
    return replace(moment, value=f"T{hour + HALF_DAY * late:02}{moment.value[3:]}")


def _in_week(_: Match, week: Form, day: Form) -> Form | None:
    """As in "next week Wednesday"."""
    if isinstance(week, Unit) and week.unit == "week" and isinstance(day, Weekday) and day == Weekday(day.number):
        return replace(day, within=week)
    return None


def _from_day(_: Match, amount: Form, base: Form) -> Form | None:
    """As in "two days from today"."""
    return Shift(amount, 1, base) if isinstance(amount, Amount) and isinstance(base, Day) else None


def _ago(_: Match, amount: Form) -> Form | None:
    return Shift(amount, -1, "published") if isinstance(amount, Amount) else None


def _apart(match: Match, amount: Form) -> Form | None:
    """As in "two days later", "a year earlier", "a week before"."""
    if not isinstance(amount, Amount):
        return None
    return Shift(amount, -1 if match.letters("side") in "eb" else 1, "text")


def _from_now(_: Match, amount: Form) -> Form | None:
    return Shift(amount, 1, "published") if isinstance(amount, Amount) else None


def _from_form(match: Match, amount: Form, base: Form) -> Form | None:
    """As in "two days after Christmas"."""
    if isinstance(amount, Unit) and amount.bare:
        amount = Amount(amount.unit, 1)  # "the day after Christmas"
    if not isinstance(amount, Amount) or grain_of(base) is None or isinstance(base, Part | About | DayOfMonth):
        return None
    return Shift(amount, -1 if match.letters("side") == "b" else 1, base)


def _next_to(_: Match, first: Form, second: Form) -> Form | None:
    """As in "this coming Sunday, March 8": the fuller of the two."""
    return second if isinstance(first, Weekday) and isinstance(second, Named) and second.kind == "month-day" else None


GRAMMAR = Grammar(
    atoms=(*day_rules.RULES, *year_rules.RULES, *unit_rules.RULES, *clock_rules.RULES),
    prefixes=(
        prefix(r"(?P<mod>~)", _about),
        prefix(r"HO", _each),
        prefix(r"D?k?(?P<side>[EMF])-?[OI]?", _part),
        prefix(r"D?k?[EMF]-?[2j&][EMF]-?", _parts),
        prefix(r"(?P<side>[ef])(?:I(?=D))?", _cut),
        prefix(r"D?(?P<number>[oL])k?(?P<unit>[uU])[OI]", _nth),
        prefix(r"D?(?P<number>o)O", _nth),
    ),
    suffixes=(
        suffix(r"O?", _of_year),
        suffix(r"'", _possessive),
        suffix(r"", _in_week),
        ending(r"ID(?P<part>p)", _in_part),
        suffix(r"<", _from_day),
        ending(r"'(?P<unit>u)", _quarter_of),
        suffix(r"c?I?", _moment),
        suffix(r"O", _moment),
        suffix(r"c?I?", _day_first),
        suffix(r"c", _next_to),
        ending(r"G", _ago),
        ending(r"<R", _from_now),
        suffix(r"(?P<side>[ba])", _from_form),
        ending(r"(?P<side>[ef]|[ba](?=[c!|]|$))", _apart),
    ),
)
