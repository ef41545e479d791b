"""The days that a TIMEX3 value or an ISO 8601 interval denotes."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from factx.dates import periods

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.dates.periods import Period

Days = tuple[date | None, date | None]

_FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)", lambda y, m, d: periods.day(date(int(y), int(m), int(d)))),
    (r"(\d{4})-W(\d\d)-(\d)", lambda y, w, d: periods.day(date.fromisocalendar(int(y), int(w), int(d)))),
    (r"(\d{4})-W(\d\d)-WE", lambda y, w: periods.weekend(date.fromisocalendar(int(y), int(w), 1))),
    (r"(\d{4})-W(\d\d)", lambda y, w: periods.week(date.fromisocalendar(int(y), int(w), 1))),
    (r"(\d{4})-(\d\d)", lambda y, m: periods.month(int(y), int(m))),
    (r"(\d{4})-Q([1-4])", lambda y, n: periods.quarter(int(y), int(n))),
    (r"(\d{4})-H([12])", lambda y, n: periods.half(int(y), int(n))),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda y, code: periods.season(int(y), code)),
    (r"(\d{4})", lambda y: periods.year(int(y))),
    (r"(\d{3})", lambda d: periods.decade(int(d) * periods.DECADE)),
    (r"(\d{2})", lambda c: periods.century(int(c) * periods.CENTURY)),
)


def same_days(one: str, other: str) -> bool:
    """Whether two values are equal or denote the same days."""
    if one == other:
        return True
    first, second = days(one), days(other)
    return first is not None and first == second


def days(value: str) -> Days | None:
    """First and last day, None for an open end; None for what has no days: durations, sets, references, X."""
    if "/" in value:
        start, end = (days(part) for part in value.split("/", 1))
        return (start[0] if start else None, end[1] if end else None) if start or end else None
    plain = re.sub(r"T.*", "", value) if value[:1].isdigit() else value
    for pattern, make in _FORMS:
        if found := re.fullmatch(pattern, plain):
            try:
                made = make(*found.groups())
            except (ValueError, OverflowError):
                return None
            return made.first, made.last
    return None
