"""Which of its claims a record keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Claim, ClaimKind, Record


@dataclass(frozen=True, slots=True)
class Selection:
    """Claims of these ``kinds``, of all where none is named, with at least this confidence (0 to 1)."""

    kinds: frozenset[ClaimKind] = frozenset()
    confidence: float = 0.0

    def of(self, record: Record) -> Record:
        """The record with these claims alone, under their ids; all else in it stays.

        The parent of a claim is its nearest ancestor that stays, or None.
        """
        kept = {claim.id for claim in record.claims if self._keeps(claim)}
        parents = {claim.id: claim.parent for claim in record.claims}

        def parent(claim: Claim) -> str | None:
            above = claim.parent
            while above is not None and above not in kept:
                above = parents[above]
            return above

        claims = (replace(claim, parent=parent(claim)) for claim in record.claims if claim.id in kept)
        return replace(record, claims=tuple(claims))

    def _keeps(self, claim: Claim) -> bool:
        return claim.confidence >= self.confidence and (not self.kinds or claim.kind in self.kinds)
