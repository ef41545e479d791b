"""The days that ``--since`` and ``--until`` mean: a month or a year is all of its days."""

from __future__ import annotations

import re
from calendar import monthrange

from factx.errors import UsageError
from factx.flat.days import day
from factx.readers.published import published_on

PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2]))?")


def bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first day and the last, as ISO 8601. Raises UsageError, also where the first is later than the last."""
    first, last = _day("--since", since, last=False), _day("--until", until, last=True)
    if first and last and first > last:
        message = f"--since {since} is later than --until {until}; nothing lies between them"
        raise UsageError(message)
    return first, last


def _day(option: str, said: str | None, *, last: bool) -> str | None:
    if said is None:
        return None
    if (period := PERIOD.fullmatch(said.strip())) and int(period["year"]):
        month = period["month"] or ("12" if last else "01")
        return f"{period['year']}-{month}-{monthrange(int(period['year']), int(month))[1] if last else 1:02}"
    try:
        return day(published_on(said))
    except UsageError as error:
        message = f"{option}: {error}"
        raise UsageError(message) from error
