"""Amounts of time, resolved: durations, the past and the next N units, N units ago or after something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.dates import periods
from factx.dates.reading import Reading, of_period, unknown

if TYPE_CHECKING:
    from datetime import date

    from factx.dates.forms import Amount, Shift, Stretch
    from factx.dates.periods import Period
    from factx.dates.reading import Anchor, Context

# The grain of "N units ago" as TIMEX3 gives it: a year ago is a year, a week ago a week.
_POINTS = ("day", "week", "month", "quarter", "year", "decade", "century")


def duration(form: Amount) -> Reading:
    """An amount by itself."""
    value = value_of(form)
    if form.ranging:
        return Reading(value, "duration-range", "DURATION", "EQUAL_OR_MORE", grain=form.unit, flags=("ambiguous",))
    return Reading(value, "duration", "DURATION", grain=form.unit)


def value_of(amount: Amount) -> str:
    """The TIMEX3 duration: halves in the next smaller unit ("PT5H30M", "P2Y6M")."""
    count = amount.count
    if count is None:
        return periods.duration(amount.unit, "X")
    whole, part = divmod(count, 1)
    if part and amount.unit in periods.SMALLER:
        smaller, number = periods.SMALLER[amount.unit]
        low = periods.duration(smaller, round(part * number))
        tail = low[2:] if amount.unit in periods.BELOW_DAY else low[1:]
        return periods.duration(amount.unit, int(whole)) + tail if whole else low
    return periods.duration(amount.unit, count)


def stretch(form: Stretch, context: Context) -> Reading:
    """A duration that ends or begins on the day of publication, or on that of which the text tells."""
    amount, name = form.amount, "duration-past" if form.sign < 0 else "duration-coming"
    value = value_of(amount)
    base, anchor = _base(form, context)
    if base is None:
        return Reading(value, name, "DURATION", grain=amount.unit, unanchored=True)
    far = None if amount.count is None else _far(amount, base, form.sign)
    first, last = (far, base) if form.sign < 0 else (base, far)
    return Reading(value, name, "DURATION", None, first, last, amount.unit, anchor)


def _base(form: Stretch, context: Context) -> tuple[date | None, Anchor]:
    """The day of publication; in a story that of which it tells, where the verb does not say otherwise.

    "The past two years" of a text of unknown day may as well end with its writing.
    """
    if form.sign > 0:
        told = context.direction in ("past", "intended")
    else:
        told = context.direction == "past" and context.published is not None
    return context.base(form.base == "text") if told or form.base == "text" else (context.published, "published")


def _far(amount: Amount, base: date, sign: int) -> date | None:
    """The other end of a stretch; None where the calendar does not reach."""
    try:
        return periods.moved(base, amount.unit, sign * (amount.count or 0))
    except (ValueError, OverflowError):
        return None


def shift(form: Shift, base: Period | None, anchor: Anchor) -> Reading:
    """A period so many units away from ``base``."""
    amount, name = form.amount, "ago" if form.base == "published" else "apart"
    if amount.count is None:
        anchor = "none" if form.base == "text" and anchor == "published" else anchor
        return Reading("PAST_REF" if form.sign < 0 else "FUTURE_REF", f"{name}-vague", grain=amount.unit, anchor=anchor)
    if base is None:
        return unknown(periods.UNKNOWN.get(amount.unit, periods.UNKNOWN["day"]), name, amount.unit)
    if _coarser(base.grain, amount.unit):
        return Reading(_partial(base), name, grain=amount.unit, anchor=anchor, flags=("ambiguous",))
    day = periods.moved(base.first if form.sign < 0 else base.last, amount.unit, form.sign * amount.count)
    grain = amount.unit if amount.unit in _POINTS and not amount.count % 1 else "day"
    if amount.unit == "year" and base.grain in ("month", "quarter"):
        grain = base.grain
    made = of_period(periods.containing(grain, day), name, anchor=anchor)
    return replace(made, flags=("ambiguous",)) if amount.unit in periods.BELOW_DAY else made


def _coarser(grain: str, unit: str) -> bool:
    if grain not in periods.GRAINS:
        return False
    finer = periods.GRAINS.index(unit) if unit in periods.GRAINS else -1
    return periods.GRAINS.index(grain) > max(finer, 1)


def _partial(base: Period) -> str:
    """As in "four days later" than some time in May 1940: "1940-05-XX"."""
    return f"{base.value}-XX" if base.grain == "month" else f"{base.value[:4]}-XX-XX"
