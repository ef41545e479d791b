"""The dates of an article on a line: near ones wide, far ones narrow, so that a day and a century both find room."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date as day
from math import copysign, log10
from typing import TYPE_CHECKING

from factx.writers.when import covered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factx.record import Date, Record
    from factx.writers.html.keys import Keys

    Days = tuple[day, day]

STEPS = {"1 day": 1, "1 week": 7, "1 month": 30, "1 year": 365, "10 years": 3652, "100 years": 36525}
ISO = 10  # characters of a date in ISO 8601
LANES = 3  # of bars over one another; what finds no room lies over others in the last
GAP = 0.5  # percent of the line between two bars of a lane
NARROWEST = 0.8  # percent of the line, for a bar that can still be seen
APART, APART_ON_PHONE = 13, 27  # percent between two names under the line
EDGE = 6  # percent from either end, from where on a name is no longer set in the middle


@dataclass(frozen=True, slots=True)
class Bar:
    """Days that the text names, once or several times. Places are percent of the line's length."""

    left: float
    width: float
    lane: int
    keys: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the line with its name, which begins there, ends there, or has it in its middle."""

    at: float
    label: str
    anchor: str
    major: bool  # finds room on a phone too


@dataclass(frozen=True, slots=True)
class Timeline:
    """``said``: when something was said. ``told``: all other dates. ``label``: what a listener is told of them."""

    said: tuple[Bar, ...]
    told: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    label: str


def timeline(record: Record, keys: Keys) -> Timeline | None:
    """The line, or None where no day is known."""
    dated = [(date, days) for date in record.dates if (days := _days(date))]
    if not dated:
        return None
    first, last = min(days[0] for _, days in dated), max(days[1] for _, days in dated)
    scale = _Scale(first, last, _day(record.published))
    saying = {claim.attribution.date_id for claim in record.claims if claim.attribution}
    said = _bars(((date, days) for date, days in dated if date.id in saying), scale, keys)
    told = _bars(((date, days) for date, days in dated if date.id not in saying), scale, keys)
    return Timeline(said, told, tuple(scale.ticks()), f"{len(dated)} dates, from {first} to {last}")


class _Scale:
    """From days to percent. Around the day of publication the line shrinks with the logarithm of the distance."""

    def __init__(self, first: day, last: day, published: day | None) -> None:
        self._published = published
        ends = [first, last, *([published] if published else [])]
        self._days = min(ends), max(ends)
        self._low, self._high = self._raw(min(ends), -0.5), self._raw(max(ends), 0.5)

    def place(self, at: day, part: float) -> float:
        """Of that day the middle, or its begin or end for a ``part`` of -0.5 or 0.5."""
        return round(100 * (self._raw(at, part) - self._low) / (self._high - self._low), 2)

    def ticks(self) -> Iterator[Tick]:
        """The names that find room, the day of publication first."""
        taken: list[Tick] = []
        for at, label in self._named():
            if all(abs(at - other.at) >= APART for other in taken):
                major = all(abs(at - other.at) >= APART_ON_PHONE for other in taken if other.major)
                taken.append(Tick(at, label, "start" if at < EDGE else "end" if at > 100 - EDGE else "middle", major))
        yield from taken

    def _named(self) -> Iterator[tuple[float, str]]:
        if self._published is None:
            yield from ((self.place(at, 0), at.isoformat()) for at in self._days)
            return
        yield self.place(self._published, 0), "published"
        for name, days in reversed(STEPS.items()):
            for away in (-days, days):
                ordinal = self._published.toordinal() + away
                if self._days[0].toordinal() <= ordinal <= self._days[1].toordinal():
                    yield self.place(day.fromordinal(ordinal), 0), f"{name} {'earlier' if away < 0 else 'later'}"

    def _raw(self, at: day, part: float) -> float:
        away = at.toordinal() + part - (self._published.toordinal() if self._published else 0)
        return copysign(log10(1 + abs(away)), away) if self._published else away


def _bars(dated: Iterable[tuple[Date, Days]], scale: _Scale, keys: Keys) -> tuple[Bar, ...]:
    """One for all dates with the same days, in lanes."""
    same: dict[Days, list[Date]] = defaultdict(list)
    for date, days in dated:
        same[days].append(date)
    bars: list[Bar] = []
    free = [-GAP] * LANES  # where each lane's last bar ends
    for days, dates in sorted(same.items(), key=lambda item: item[0]):
        left = scale.place(days[0], -0.5)
        width = max(round(scale.place(days[1], 0.5) - left, 2), NARROWEST)
        lane = next((lane for lane in range(LANES) if free[lane] + GAP <= left), LANES - 1)
        free[lane] = left + width
        bars.append(Bar(left, width, lane, tuple(keys.dates[date.id] for date in dates), _label(days, dates)))
    return tuple(bars)


def _label(days: Days, dates: Sequence[Date]) -> str:
    words = ", ".join(dict.fromkeys(f"“{date.text}”" for date in dates))
    return f"{covered(*(one.isoformat() for one in days))}: {words}"


def _days(date: Date) -> Days | None:
    first, last = _day(date.first or date.last), _day(date.last or date.first)
    return (first, last) if first and last and first <= last else None


def _day(written: str | None) -> day | None:
    try:
        return day.fromisoformat((written or "")[:ISO])
    except ValueError:
        return None
