"""What two records claim differently. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.chain import Speaker
    from factx.record import Claim, Date, Quantity, Record


class Status(StrEnum):
    """What became of a claim, or of a document, which is never reworded."""

    ADDED = "added"
    DROPPED = "dropped"
    REWORDED = "reworded"
    CHANGED = "changed"  # in the same words
    SAME = "same"


class Field(StrEnum):
    """What of a claim has changed."""

    WORDING = "wording"
    SOURCE = "source"
    CHAIN = "chain"
    CUE = "cue"
    SAID = "said"
    NUMBER = "number"
    DATE = "date"
    KIND = "kind"
    QUOTE = "quote"
    POLARITY = "polarity"
    MODALITY = "modality"
    CONFIDENCE = "confidence"


class Specific(StrEnum):
    """Whether a source is told more closely than before."""

    MORE = "more specific"
    LESS = "less specific"


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after; None where there was nothing. ``specific`` is of sources alone."""

    field: Field
    old: str | float | Quantity | Date | Speaker | tuple[str, ...] | None
    new: str | float | Quantity | Date | Speaker | tuple[str, ...] | None
    specific: Specific | None = None


@dataclass(frozen=True, slots=True)
class ClaimDiff:
    """A claim of either record or of both."""

    old: Claim | None
    new: Claim | None
    changes: tuple[Change, ...] = ()

    @property
    def status(self) -> Status:
        """What became of it."""
        if self.old is None:
            return Status.ADDED
        if self.new is None:
            return Status.DROPPED
        if any(change.field is Field.WORDING for change in self.changes):
            return Status.REWORDED
        return Status.CHANGED if self.changes else Status.SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records of a document, or one that has no counterpart; ``claims`` in the order of the text, the same too."""

    old: Record | None
    new: Record | None
    claims: tuple[ClaimDiff, ...] = ()

    @property
    def status(self) -> Status:
        """What became of the document."""
        if self.old is None or self.new is None:
            return Status.ADDED if self.old is None else Status.DROPPED
        same = all(claim.status is Status.SAME for claim in self.claims)
        return Status.SAME if same else Status.CHANGED

    @property
    def differs(self) -> bool:
        """Whether anything is to be told."""
        return self.status is not Status.SAME

    def count(self, status: Status) -> int:
        """How many claims that became of."""
        return sum(claim.status is status for claim in self.claims)
