"""A date of publication, from what a person or a file says. No clock is read: "yesterday" is no date of publication."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from functools import lru_cache

from factx.errors import UsageError
from factx.lexicons import load

EXTENDED = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?", re.ASCII)
WORD = re.compile(r"[a-z]+")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
EXAMPLE = 'write it like "2023-11-12", "2023-11-12T14:05:00Z" or "12 November 2023"'


@lru_cache(maxsize=1024)  # the articles of one file share their days
def published_on(said: str) -> str:
    """An ISO 8601 date or date-time: ``said`` itself where it is one, else the day. Raises UsageError."""
    said = said.strip()
    try:
        read = datetime.fromisoformat(said)
    except ValueError:
        return _day(said).isoformat()
    if EXTENDED.fullmatch(said):
        return said
    return read.isoformat() if ":" in said else read.date().isoformat()


def _day(said: str) -> date:
    """The day that is meant, if there is only one."""
    days = {_parse(said, order) for order in ("DMY", "MDY")} if YEAR.search(said) else set()
    read = sorted(day for day in days if day)
    named = _weekday(said)
    match [day for day in read if named in {None, day.isoweekday()}] or read:
        case [day] if named in {None, day.isoweekday()}:
            return day
        case [day]:
            message = f'"{said}" contradicts itself: {day} is a {calendar.day_name[day.weekday()]}; write the right day'
        case [one, other]:
            message = f'"{said}" is {one} or {other}: write the one that is meant'
        case _:
            message = f'"{said}" is no date that can be read; {EXAMPLE}'
    raise UsageError(message)


def _weekday(said: str) -> int | None:
    """The day of the week that it names, as ISO 8601 counts them."""
    days: dict[str, int] = load("weekdays")["weekdays"]
    return next((days[word] for word in WORD.findall(said.lower()) if word in days), None)


def _parse(said: str, order: str) -> date | None:
    """``said`` as a full date. Relative forms and parts of a date, which only a clock could complete, are none."""
    from dateparser import parse  # noqa: PLC0415  a tenth of a second that ISO dates do not need

    settings = {
        "DATE_ORDER": order,
        "PREFER_LOCALE_DATE_ORDER": False,
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
    }
    read = parse(said, languages=["en"], settings=settings)
    return read.date() if isinstance(read, datetime) else None
