"""When something was said, as days that can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from factx.record import Date

DayBy: TypeAlias = Literal["saying", "publication"]

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def days(said: Date | None, published: str | None) -> tuple[str | None, str | None, DayBy | None]:
    """The first and the last day of the saying, else the day of publication twice, and which of both it is."""
    first, last = (day(said.first), day(said.last)) if said else (None, None)
    if first or last:
        return first, last, "saying"
    if on := day(published):
        return on, on, "publication"
    return None, None, None


def day(when: str | None) -> str | None:
    """The day of an ISO 8601 date or date-time; None where it has none."""
    found = DAY.match(when or "")
    return found.group() if found else None
