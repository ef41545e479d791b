"""A number with everything that its surroundings say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.quantities.amounts import Amount
    from factx.quantities.changes import Change
    from factx.quantities.comparators import Compared
    from factx.quantities.units import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity before it is written down; ``whole`` is the place in the document's list of what it is part of."""

    amount: Amount
    unit: Unit
    compared: Compared
    change: Change | None
    whole: int | None = None
    flags: tuple[str, ...] = ()
    readings: tuple[tuple[float, str], ...] = ()
