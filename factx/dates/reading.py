"""How a time expression is read, and against what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from factx.dates.periods import Period


@dataclass(frozen=True, slots=True)
class Context:
    """What relative expressions lean on: the day of publication, and the last day that the text itself named."""

    published: date | None = None
    reference: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved expression. ``unanchored`` means that only a missing publication date keeps it from being known."""

    value: str
    rule: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    grain: str | None = None
    anchor: Literal["published", "text", "none"] = "none"
    flags: tuple[str, ...] = ()
    unanchored: bool = False

    def with_flags(self, *flags: str) -> Reading:
        """The same with more flags."""
        return replace(self, flags=(*self.flags, *flags))


def of_period(
    period: Period, rule: str, *, anchor: Literal["published", "text", "none"] = "none", mod: str | None = None
) -> Reading:
    """A reading that is one period of the calendar."""
    return Reading(period.value, rule, mod=mod, first=period.first, last=period.last, grain=period.grain, anchor=anchor)


def unknown(value: str, rule: str, grain: str | None = None) -> Reading:
    """A reading that waits for a publication date; ``value`` has X for what is not known."""
    return Reading(value, rule, grain=grain, unanchored=True)
