"""Parts of the year by their name, resolved: whose "Oct. 7", "May", "summer", "third quarter", "Christmas" is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from factx.dates import periods
from factx.dates.holidays import holiday
from factx.dates.reading import Reading, of_period, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.dates.forms import Named
    from factx.dates.periods import Period
    from factx.dates.reading import Anchor, Context

LEAP_CYCLE = 8  # years until a 29 February is sure to come (1896, 1904)
LEAP_YEAR = 2000
PAST_POINTERS = ("last", "previous")
# Names under an infinitive: of TimeBank's, those farther ahead than this were all past.
NEAR_DAYS = 240
# Under a past tense a day without its year may lie ahead ("it was due to expire Nov. 9"), but not far.
SOON = 45
_SMALL = ("month", "season", "quarter", "half")


@dataclass(frozen=True, slots=True)
class Year:
    """The year that a form names: None where it is not known. ``anchor`` says whose it is."""

    number: int | None
    anchor: Anchor = "none"


def named(form: Named, context: Context, year: Year | None) -> Reading:
    """The reading of a name; ``year`` is what its ``within`` resolves to, None without one."""
    make = _maker(form)
    rule = form.kind
    invalid = form.kind == "month-day" and not _exists(*_month_and_day(form))
    if invalid:
        number = f"{year.number:04}" if year and year.number else "XXXX"
        return Reading(number + suffix(form), rule, grain="day", flags=("invalid-date",))
    if year is not None:
        return _in_year(form, make, year)
    base, anchor = context.base(form.pointer in ("previous", "following", "same"))
    if base is None:
        return unknown(f"XXXX{suffix(form)}", rule, _grain(form))
    if form.pointer:
        return of_period(_pointed(make, base, form.pointer), f"{rule}-{form.pointer}", anchor=anchor)
    if anchor == "text":
        return of_period(_told(make, context), f"{rule}-told", anchor=anchor)
    which = _by_direction if form.kind in ("month", "season", "quarter", "half") else _nearest
    name = (context.direction or "recent") if which is _by_direction else "nearest"
    return of_period(which(make, context), f"{rule}-{name}", anchor=anchor)


def _in_year(form: Named, make: Callable[[int], Period], year: Year) -> Reading:
    rule = f"{form.kind}-year"
    if year.number is None:
        return unknown(f"XXXX{suffix(form)}", rule, _grain(form))
    try:
        return of_period(make(year.number), rule, anchor=year.anchor)
    except ValueError:
        return Reading(f"{year.number:04}{suffix(form)}", rule, grain=_grain(form), flags=("invalid-date",))


def _grain(form: Named) -> str:
    return form.kind if form.kind in _SMALL else "day"


def _month_and_day(form: Named) -> tuple[int, int]:
    return form.value if isinstance(form.value, tuple) else (1, 1)


def _exists(month: int, day: int) -> bool:
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def suffix(form: Named) -> str:
    """What follows the year in the TIMEX3 value of a name."""
    match form.kind:
        case "month-day":
            month, day = _month_and_day(form)
            return f"-{month:02}-{day:02}"
        case "month":
            return f"-{form.value:02}"
        case "season":
            return f"-{form.value}"
        case "holiday":
            return "-XX-XX"
        case _:
            return f"-{form.kind[0].upper()}{form.value}"


def _maker(form: Named) -> Callable[[int], Period]:
    """The period of this name in a year. It raises ValueError where there is none (29 February)."""
    value = form.value
    makers: dict[str, Callable[[int], Period]] = {
        "month-day": lambda y: periods.day(date(y, *_month_and_day(form))),
        "month": lambda y: periods.month(y, _number(value)),
        "season": lambda y: periods.season(y, str(value)),
        "quarter": lambda y: periods.quarter(y, _number(value)),
        "half": lambda y: periods.half(y, _number(value)),
        "holiday": lambda y: periods.day(holiday(str(value), y)),
    }
    return makers[form.kind]


def _number(value: object) -> int:
    return value if isinstance(value, int) else 1


def _around(make: Callable[[int], Period], year: int, reach: int = LEAP_CYCLE) -> list[Period]:
    found = []
    for number in range(max(year - reach, 1), min(year + reach, date.max.year) + 1):
        try:
            found.append(make(number))
        except (ValueError, OverflowError):  # 29 February, the winter of 9999
            continue
    return found


def _nearest(make: Callable[[int], Period], context: Context) -> Period:
    """The day in the year that brings it nearest to publication; the earlier of two equally near."""
    base = _published(context)
    around = _around(make, base.year)
    if (coming := _coming(around, base, context)) is not None and around[0].grain == "day":
        return coming
    nearest = min(around, key=lambda p: (_distance(p, base), p.first))
    if context.direction == "past" and (nearest.first - base).days > SOON:
        return next((p for p in reversed(around) if p.first <= base), nearest)
    return nearest


def _distance(period: Period, base: date) -> int:
    return max((period.first - base).days, (base - period.last).days, 0)


def _by_direction(make: Callable[[int], Period], context: Context) -> Period:
    """The latest that has begun under a past tense, the first that has not ended where the verb points ahead.

    The nearest where no verb says. Quarters are mostly reported: they have begun.
    """
    base = _published(context)
    around = _around(make, base.year)
    reported = around[0].grain in ("quarter", "half")
    if (coming := _coming(around, base, context)) is not None and not reported:
        return coming
    if context.direction is not None and reported and context.direction != "past":
        return _nearest(make, context)
    if context.direction is None and not reported:
        return _nearest(make, context)
    return next((p for p in reversed(around) if p.first <= base), around[0])


def _coming(around: list[Period], base: date, context: Context) -> Period | None:
    """The first that has not ended, where the verb points ahead.

    None where it does not, or only by an infinitive ("forced to resign in August") to what is farther off than news is.
    """
    if context.direction not in ("future", "intended"):
        return None
    coming = next((p for p in around if p.last >= base), around[-1])
    return coming if context.direction == "future" or (coming.first - base).days < NEAR_DAYS else None


def _told(make: Callable[[int], Period], context: Context) -> Period:
    """In a story, the year of the last date told (the nearest to that date is right less often in WikiWars)."""
    base = context.reference.first if context.reference else _published(context)
    return min(_around(make, base.year), key=lambda p: (abs(p.first.year - base.year), p.first))


def _published(context: Context) -> date:
    return context.published or date(LEAP_YEAR, 1, 1)


def _pointed(make: Callable[[int], Period], base: date, pointer: Literal["last", "this", "next"] | str) -> Period:  # noqa: PYI051
    around = _around(make, base.year)
    if pointer in ("this", "same"):
        return next((p for p in around if p.value[:4] == f"{base.year:04}"), around[0])
    if pointer in PAST_POINTERS:
        return next((p for p in reversed(around) if p.last < base), around[0])
    return next((p for p in around if p.first > base), around[-1])
