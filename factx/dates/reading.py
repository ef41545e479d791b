"""How a time expression is read, and against what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from factx.dates.periods import Period

Anchor: TypeAlias = Literal["published", "text", "none"]
Direction: TypeAlias = Literal["past", "future", "intended"]


@dataclass(frozen=True, slots=True)
class Context:
    """What relative expressions lean on.

    ``reference`` is the last period that the text itself named. ``narrative``: the text tells of times long before its
    publication, so that all leans on the reference. ``direction``: where the verb points. ``quarter``: the last named;
    ``named``: the last period of any grain, which "that year" means.
    """

    published: date | None = None
    reference: Period | None = None
    narrative: bool = False
    direction: Direction | None = None
    quarter: Period | None = None
    named: Period | None = None

    def base(self, of_text: bool) -> tuple[date | None, Anchor]:  # noqa: FBT001  the form's own word
        """The day to count from, and whose it is."""
        if (of_text or self.narrative) and self.reference is not None:
            return self.reference.first, "text"
        return self.published, "published"


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
    anchor: Anchor = "none"
    flags: tuple[str, ...] = ()
    unanchored: bool = False

    def with_flags(self, *flags: str) -> Reading:
        """The same with more flags."""
        return replace(self, flags=(*self.flags, *flags)) if flags else self


def of_period(period: Period, rule: str, *, anchor: Anchor = "none", mod: str | None = None) -> Reading:
    """A reading that is one period of the calendar."""
    return Reading(period.value, rule, mod=mod, first=period.first, last=period.last, grain=period.grain, anchor=anchor)


def unknown(value: str, rule: str, grain: str | None = None) -> Reading:
    """A reading that waits for a publication date; ``value`` has X for what is not known."""
    return Reading(value, rule, grain=grain, unanchored=True)
