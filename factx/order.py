"""Claims in the order in which somebody reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factx.record import Claim


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """As the text has them, and those within another claim after it."""
    by_id = {claim.id: claim for claim in claims}

    def path(claim: Claim) -> list[tuple[int, int, str]]:
        """The places of the claims around it, outermost first, and its own."""
        return [(*_position(one), one.id) for one in [*reversed(around(claim, by_id)), claim]]

    return sorted(claims, key=path)


def around(claim: Claim, by_id: Mapping[str, Claim]) -> list[Claim]:
    """The claims that hold this one, innermost first."""
    found = {claim.id: claim}
    above = by_id.get(claim.parent or "")
    while above is not None and above.id not in found:
        found[above.id] = above
        above = by_id.get(above.parent or "")
    return list(found.values())[1:]


def _position(claim: Claim) -> tuple[int, int]:
    """The first character of the claim, its source or its cue, and of its content."""
    said = claim.attribution
    content = min(start for start, _ in claim.content.spans)
    spans = [*(said.cue.spans if said else ()), *(said.source.spans if said and said.source else ())]
    return min([content, *(start for start, _ in spans)]), content
