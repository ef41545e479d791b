"""From a semantic form and its context to the reading. Never looks at the clock of the machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from factx.dates import amounts, periods
from factx.dates.fallback import figures
from factx.dates.forms import (
    About,
    Again,
    Amount,
    Day,
    DayOfMonth,
    Figures,
    Fixed,
    Form,
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
from factx.dates.named import Year, named, suffix
from factx.dates.reading import Context, Reading, of_period, unknown

if TYPE_CHECKING:
    from datetime import date

    from factx.dates.periods import Period
    from factx.dates.reading import Anchor

# A point in time is not longer or shorter than an amount, but before or after the moment that the amount leads to.
_POINT_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
# "Friday the 13th" is looked for in so many months before and after.
MONTHS_AROUND = 12


def resolve(form: Form, context: Context) -> Reading | None:
    """The reading of a form; None where the calendar ends (before the year 1, after 9999)."""
    try:
        return _resolve(form, context)
    except (ValueError, OverflowError):
        return None


def _resolve(form: Form, context: Context) -> Reading | None:  # noqa: C901, PLR0911, PLR0912  one case a form
    match form:
        case Fixed():
            return of_period(form.period, form.rule).with_flags(*form.flags)
        case Unknown():
            return Reading(form.value, form.rule, grain=form.grain, flags=form.flags)
        case Figures():
            return figures(form.text)
        case Named():
            return _named(form, context)
        case Weekday():
            return _weekday(form, context)
        case Day():
            return _day(form, context)
        case DayOfMonth():
            return _day_of_month(form, context)
        case Unit():
            return _unit(form, context)
        case Amount():
            return amounts.duration(form)
        case Stretch():
            return amounts.stretch(form, context)
        case Shift():
            return _shift(form, context)
        case Nth():
            return _nth(form, context)
        case Moment():
            return _moment(form, context)
        case Part():
            return _part(form, context)
        case About():
            return _about(form, context)
        case Again():
            return Reading(form.value, "set-times" if form.counted else "set", "SET", grain=form.grain)
        case Ref():
            return Reading(form.value, "reference")


def _named(form: Named, context: Context) -> Reading:
    year = None
    if isinstance(form.within, Unknown):
        return Reading(form.within.value + suffix(form), f"{form.kind}-bc", grain=form.kind)
    if form.within is not None:
        read = resolve(form.within, context)
        year = Year(read.first.year if read and read.first else None, read.anchor if read else "none")
    if form.kind == "quarter" and not form.value:
        form = replace(form, value=_spoken_of(context))
    made = named(form, context, year)
    return made.with_flags("fiscal") if form.fiscal else made


def _spoken_of(context: Context) -> int:
    """The number of the quarter that the text speaks of, or of the last that is over; 0 if neither is known."""
    if context.quarter is not None:
        return (context.quarter.first.month + 2) // 3
    base = context.published
    return 0 if base is None else (base.month + 2) // 3 - 1 or 4


def _day(form: Day, context: Context) -> Reading:
    base, anchor = context.published, "published"
    if base is None:
        return unknown(periods.UNKNOWN["day"], "today", "day")
    return of_period(periods.day(base + timedelta(form.offset)), "today", anchor=anchor)  # type: ignore[arg-type]


def _day_of_month(form: DayOfMonth, context: Context) -> Reading:
    """As in "the 25th": of the month that the text named last, else of that of publication."""
    base, anchor = context.base(of_text=True)
    if base is None:
        return unknown(f"XXXX-XX-{form.number:02}", "day-of-month", "day")
    months = sorted(range(-MONTHS_AROUND, MONTHS_AROUND + 1), key=abs) if form.weekday else [0]
    for step in months:
        month = periods.moved(base.replace(day=1), "month", step)
        try:
            day = month.replace(day=form.number)
        except ValueError:
            continue
        if form.weekday in (None, day.isoweekday()):
            return of_period(periods.day(day), "day-of-month", anchor=anchor)
    value = f"{base.year:04}-{base.month:02}-{form.number:02}"
    return Reading(value, "day-of-month", grain="day", anchor=anchor, flags=("invalid-date",))


def _weekday(form: Weekday, context: Context) -> Reading | None:
    base, anchor = context.base(form.pointer in ("previous", "following", "same"))
    if base is None:
        return unknown(f"XXXX-WXX-{form.number}", "weekday", "day")
    if form.within is not None:
        week = resolve(form.within, context)
        if week is None or week.first is None:
            return None
        return _on(week.first + timedelta(form.number - 1), "weekday-of-week", week.anchor)
    day, rule = _which(form, context, base, anchor)
    made = _on(day, rule, anchor)
    return made.with_flags("ambiguous") if form.pointer == "this" else made


def _which(form: Weekday, context: Context, base: date, anchor: Anchor) -> tuple[date, str]:
    """The day that is meant, and the rule that says so."""
    back = timedelta((base.isoweekday() - form.number) % periods.WEEK)
    ahead = timedelta((form.number - base.isoweekday()) % periods.WEEK)
    if form.pointer in ("next", "following"):
        return base + (ahead or timedelta(periods.WEEK)), "weekday-next"
    if form.pointer == "this":
        return periods.week(base).first + timedelta(form.number - 1), "weekday-this-week"
    if form.pointer in ("last", "previous"):
        return base - (back or timedelta(periods.WEEK)), "weekday-last"
    if context.direction in ("future", "intended") or anchor == "text":
        return base + ahead, "weekday-coming"
    return base - back, "weekday-past"


def _on(day: date, rule: str, anchor: Anchor) -> Reading:
    return of_period(periods.day(day), rule, anchor=anchor)


def _unit(form: Unit, context: Context) -> Reading:
    base, anchor = context.base(form.base == "text")
    flags = ("fiscal",) if form.fiscal else ()
    if form.base == "text" and form.step > 0 and context.direction == "past" and anchor != "text":
        return _later_than_nothing(form.unit)  # "the next day he left"
    if base is None or (form.base == "published" and form.step < 0 and context.published is None):
        return replace(unknown(periods.UNKNOWN[form.unit], "unit", form.unit), flags=flags)
    if form.bare and form.unit == "quarter" and context.quarter is not None:
        return of_period(context.quarter, "unit-named", anchor="text")
    if form.base == "text" and not form.step and context.named is not None:
        base, anchor = context.named.first, "text"
    step = form.step
    if form.unit == "weekend" and not step:
        step = _weekend(form, context, base)
    elif form.bare and form.unit == "quarter":
        step = -1  # the last that is over
    name = "unit-bare" if form.bare else f"unit-{'same' if not step else 'next' if step > 0 else 'last'}"
    made = of_period(_stepped(form.unit, base, step), name, anchor=anchor)
    return made.with_flags(*flags, *(("ambiguous",) if form.bare and form.unit != "weekend" else ()))


def _weekend(form: Unit, context: Context, base: date) -> int:
    """Which "the weekend" or "this weekend" is meant: by the verb, else the last and the coming one."""
    if base.isoweekday() >= periods.SATURDAY or context.direction in ("future", "intended"):
        return 0
    return -1 if form.bare or context.direction == "past" else 0


def _stepped(unit: str, base: date, step: int) -> Period:
    """The period ``step`` units away from the one that holds ``base``."""
    return periods.containing(unit, periods.moved(periods.containing(unit, base).first, unit, step))


def _shift(form: Shift, context: Context) -> Reading | None:
    if isinstance(form.base, str):
        if (
            context.quarter is not None
            and form.sign < 0
            and form.amount == Amount("year", 1.0)
            and not context.narrative
        ):
            return amounts.shift(form, context.quarter, "text")
        if form.base == "published" and context.published is None:
            return amounts.shift(form, None, "none")  # "two years ago", before nobody knows when
        base, anchor = context.base(form.base == "text")
        if form.base == "text" and form.sign > 0 and form.amount.count is not None and anchor != "text":
            return _later_than_nothing(form.amount.unit)
        period = periods.day(base) if base else None
        if anchor == "text" and context.reference is not None:
            period = context.reference
        return amounts.shift(form, period, anchor)
    read = resolve(form.base, context)
    if read is None or read.first is None or read.last is None:
        return amounts.shift(form, None, "none")
    period = periods.Period(read.value, read.first, read.last, read.grain or "day")
    return amounts.shift(form, period, read.anchor)


def _later_than_nothing(unit: str) -> Reading:
    """As "a day later" where the text has named no day: it is told, and seldom the day after publication."""
    return Reading(periods.UNKNOWN.get(unit, periods.UNKNOWN["day"]), "apart", grain=unit, flags=("unresolved",))


def _nth(form: Nth, context: Context) -> Reading | None:
    """As in "the first week of May", "the last day of the year"."""
    of = resolve(form.of, context)
    if of is None or of.first is None or of.last is None:
        return unknown(periods.UNKNOWN[form.unit], "nth", form.unit)
    made = _counted(form, of.first, of.last)
    if made.first > of.last:
        return Reading(periods.UNKNOWN[form.unit], "nth", grain=form.unit, flags=("invalid-date",))
    return of_period(made, "nth", anchor=of.anchor)


def _counted(form: Nth, first: date, last: date) -> Period:
    if form.unit == "week":
        if form.number < 0:
            return periods.week(last - timedelta((last.isoweekday() - periods.THURSDAY) % periods.WEEK))
        first += timedelta((periods.THURSDAY - first.isoweekday()) % periods.WEEK)
    start = last if form.number < 0 else periods.moved(first, form.unit, form.number - 1)
    return periods.containing(form.unit, start)


def _moment(form: Moment, context: Context) -> Reading | None:
    day = None
    if form.day is not None:
        day = resolve(form.day, context)
        if day is None or day.type != "DATE":
            return None
        name = f"{day.rule}+time"
        return replace(day, type="TIME", value=day.value + form.value, grain=form.grain, rule=name)
    return Reading(form.value, "time", "TIME", grain=form.grain, flags=form.flags)


def _part(form: Part, context: Context) -> Reading | None:
    inner = resolve(form.form, context)
    if inner is None or inner.type not in ("DATE", "TIME"):
        return None
    made = replace(inner, mod=form.mod, rule=f"{inner.rule}+part", flags=tuple(f for f in inner.flags if f == "fiscal"))
    return _cut(made, context) if form.cut else made


def _cut(reading: Reading, context: Context) -> Reading:
    """A period from its begin to the day of publication ("earlier"), or from there to its end ("later")."""
    day = context.published
    if day is None or reading.first is None or reading.last is None or not reading.first <= day <= reading.last:
        return reading
    return replace(reading, last=day) if reading.mod == "START" else replace(reading, first=day)


def _about(form: About, context: Context) -> Reading | None:
    inner = resolve(form.form, context)
    if inner is None:
        return None
    mod = _POINT_MOD.get(form.mod, form.mod) if inner.type == "DATE" else form.mod
    return replace(inner, mod=inner.mod or mod)
