"""Times of the day, with or without the day they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.dates.grammar import rule
from factx.dates.reading import Reading

if TYPE_CHECKING:
    from factx.dates.grammar import Match
    from factx.dates.reading import Context

NOON, HOURS, MINUTES = 12, 24, 60

# "2:05", "14:05", "3 p.m.", "noon", each with a time zone or "local time".
CLOCK = r"(?P<clock>[:n]|#(?=x))(?P<half>x)?z*"
PART = r"D?(?P<part>p)"


def time_value(match: Match) -> str | None:
    """The TIMEX3 time, from T: "T14:05", "TMO"; None for hours and minutes that no clock shows."""
    part = match.word("part") if "part" in match.found.re.groupindex else None
    if part is not None:
        return f"T{part.value}"
    clock, half = match.word("clock"), match.word("half")
    if clock is None:
        return None
    hour, minute, *_ = clock.value if isinstance(clock.value, tuple | list) else (clock.value, 0)
    if half is not None:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half.text.startswith("p") else 0)
    if not (isinstance(hour, int) and 0 <= hour < HOURS and 0 <= minute < MINUTES):
        return None
    return f"T{hour:02}:{minute:02}"


def _alone(match: Match, _: Context) -> Reading | None:
    value = time_value(match)
    return None if value is None else Reading(value, "time", "TIME", grain="hour" if value[1].isalpha() else "minute")


def on_day(day: Reading, value: str) -> Reading | None:
    """The reading of a day with a time of that day; None if it is longer than a day."""
    if day.grain != "day" or "T" in day.value or day.type != "DATE":
        return None
    return replace(day, type="TIME", value=day.value + value, rule=f"{day.rule}+time")


RULES = (rule(CLOCK, _alone), rule(PART, _alone))
