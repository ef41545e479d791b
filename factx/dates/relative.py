"""Dates that lean on the day of publication or on a day named before: yesterday, Friday, last week, the next day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from factx.dates import periods
from factx.dates.explicit import STEP
from factx.dates.grammar import rule
from factx.dates.reading import Reading, of_period, unknown

if TYPE_CHECKING:
    from datetime import date

    from factx.dates.grammar import Match
    from factx.dates.reading import Context

_NEAR_DAYS = {"e": -2, "f": 2}  # the day before yesterday, the day after tomorrow
_FROM_TEXT = {"S": 0, "J": 1, "N": 1, "K": -1}


def _today(match: Match, context: Context) -> Reading | None:
    word = match.word("day")
    if word is None:
        return None
    offset, part = word.value
    suffix = f"T{part}" if part else ""
    if context.published is None:
        return unknown(periods.UNKNOWN["day"] + suffix, "today", "day")
    return _timed(context.published + timedelta(offset), suffix, "today")


def _timed(day: date, suffix: str, name: str) -> Reading:
    kind: Literal["DATE", "TIME"] = "TIME" if suffix else "DATE"
    return Reading(day.isoformat() + suffix, name, kind, first=day, last=day, grain="day", anchor="published")


def _two_days(match: Match, context: Context) -> Reading | None:
    side, day = match.word("side"), match.word("day")
    if side is None or day is None or day.value[0] * _NEAR_DAYS[side.code] <= 0:
        return None
    if context.published is None:
        return unknown(periods.UNKNOWN["day"], "two-days", "day")
    return _timed(context.published + timedelta(_NEAR_DAYS[side.code]), "", "two-days")


def _part_of_day(match: Match, context: Context) -> Reading | None:
    """As in "this morning", "last night"; "next morning" is the text's."""
    prefix, part = match.word("prefix"), match.word("part")
    if prefix is None or part is None:
        return None
    base, anchor = _base(prefix.code in "JNSK", context)
    suffix = f"T{part.value}"
    if base is None:
        return unknown(periods.UNKNOWN["day"] + suffix, "part-of-day", "day")
    day = base + timedelta({"L": -1, "P": -1, **STEP, **_FROM_TEXT}[prefix.code])
    return Reading(day.isoformat() + suffix, "part-of-day", "TIME", first=day, last=day, grain="day", anchor=anchor)


def _base(from_text: bool, context: Context) -> tuple[date | None, Literal["published", "text"]]:  # noqa: FBT001
    """The day to count from: the last one named, where the words ask for that and there is one, else publication."""
    if from_text and context.reference is not None:
        return context.reference, "text"
    return context.published, "published"


def _weekday(match: Match, context: Context) -> Reading | None:
    word = match.word("day")
    if word is None:
        return None
    base, number = context.published, int(word.value)
    if base is None:
        return unknown(f"XXXX-WXX-{number}", "weekday", "day")
    prefix, step = match.word("prefix"), match.word("step")
    if step is not None:
        monday = periods.week(base + timedelta(STEP[step.code] * periods.WEEK)).first
        return _timed(monday + timedelta(number - 1), "", "weekday-of-week")
    return _pointed(number, base, prefix.code if prefix else "")


def _pointed(number: int, base: date, prefix: str) -> Reading:
    """The weekday by its prefix: the latest, ``base`` included, where there is none."""
    back = (base.isoweekday() - number) % periods.WEEK
    if not prefix:
        return _timed(base - timedelta(back), "", "weekday-past")
    if prefix in "NC":
        return _timed(base + timedelta(periods.WEEK - back), "", "weekday-next")
    if prefix == "T":
        return _timed(periods.week(base).first + timedelta(number - 1), "", "weekday-this-week").with_flags("ambiguous")
    return _timed(base - timedelta(back or periods.WEEK), "", "weekday-last")


def _unit(match: Match, context: Context) -> Reading | None:
    """As in "this week", "last month", "next year", "the following day", "the same year"."""
    prefix, unit = match.word("prefix"), match.word("unit")
    if prefix is None or unit is None or unit.value[0] not in periods.UNKNOWN or unit.value[1]:
        return None
    name = unit.value[0]
    from_text = prefix.code in "SJK" or (match.words[0].code == "D" and prefix.code == "N")
    base, anchor = _base(from_text, context)
    if base is None:
        return unknown(periods.UNKNOWN[name], "unit", name)
    step = _FROM_TEXT[prefix.code] if prefix.code in _FROM_TEXT else STEP[prefix.code]
    return of_period(
        _stepped(name, base, step), f"unit-{'same' if not step else 'next' if step > 0 else 'last'}", anchor=anchor
    )


def _stepped(unit: str, base: date, step: int) -> periods.Period:
    """The period ``step`` units away from the one that holds ``base``."""
    return periods.containing(unit, periods.moved(periods.containing(unit, base).first, unit, step))


def _weekend(match: Match, context: Context) -> Reading | None:
    """As in "the weekend", "over the weekend": the last that has begun."""
    unit = match.word("unit")
    if unit is None or unit.value != ("weekend", False):
        return None
    if context.published is None:
        return unknown(periods.UNKNOWN["weekend"], "weekend", "weekend")
    begun = context.published.isoweekday() >= periods.SATURDAY
    return of_period(_stepped("weekend", context.published, 0 if begun else -1), "weekend-past", anchor="published")


def _whole(match: Match, context: Context) -> Reading | None:
    """As in "the year", "the month": as a rule the one in which the article stands."""
    unit = match.word("unit")
    if unit is None or unit.value[1] or unit.value[0] not in periods.UNKNOWN:
        return None
    if context.published is None:
        return unknown(periods.UNKNOWN[unit.value[0]], "unit-bare", unit.value[0])
    period = periods.containing(unit.value[0], context.published)
    return of_period(period, "unit-bare", anchor="published").with_flags("ambiguous")


def _reference(match: Match, _: Context) -> Reading:
    return Reading(match.words[-1].value, "reference")


RULES = (
    rule(r"D?(?P<day>t)", _today),
    rule(r"D?u(?P<side>[ef])(?P<day>t)", _two_days),
    rule(r"D?(?P<prefix>[LTNJSK])(?P<part>p)", _part_of_day),
    rule(r"(?P<prefix>)(?P<day>w)O?(?P<step>[LPTNC])u", _weekday),
    rule(r"(?P<step>[LPTNC])u(?P<prefix>)(?P<day>w)", _weekday),
    rule(r"D?T?(?P<prefix>[LPKTNC]?)(?P<day>w)(?P<step>)", _weekday),
    rule(r"(?P<prefix>[LTNC])(?P<unit>u)", _unit),
    rule(r"D?(?P<prefix>[SJK])(?P<unit>u)", _unit),
    rule(r"D(?P<prefix>[NT])(?P<unit>u)", _unit),
    rule(r"TP(?P<unit>u)", _weekend),
    rule(r"D(?P<unit>u)", _weekend),
    rule(r"D(?P<unit>u)", _whole),
    rule(r"D?(?P<word>R)", _reference),
)
