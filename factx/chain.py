"""Through whom a claim reached the article. Plain records in, no pipeline needed.

A document speaks for its author: ``Source.author_id`` is followed to whoever stands behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factx.record import Claim, Record, Source


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone a claim passes through: ``source``, in ``document`` where it is written in one.

    Without ``source`` nothing is known but the words of the ``mention``, if there are any.
    """

    source: Source | None = None
    document: Source | None = None
    mention: str | None = None

    @property
    def key(self) -> Hashable:
        """What two of one record have in common if they are the same; None where there is nobody."""
        return self.source.id if self.source else self.mention and (self.mention,)


class Chains:
    """The speakers of one record's claims."""

    def __init__(self, record: Record) -> None:
        self._sources = {source.id: source for source in record.sources}
        self._claims = {claim.id: claim for claim in record.claims}

    def speaker(self, claim: Claim) -> Speaker | None:
        """Who is behind the claim itself; None for a statement of the article."""
        said = claim.attribution
        if said is None:
            return None
        return self._named(said.source_id) or Speaker(mention=said.source.text if said.source else None)

    def chain(self, claim: Claim) -> tuple[Speaker, ...]:
        """From the one who knows first to the one from whom the article has it, each once; empty for a statement.

        A claim within another's passes through the other's chain too: "NZ Herald reported that Burrows fears a strike"
        has (Burrows, NZ Herald).
        """
        if claim.attribution is None:
            return ()
        speakers: dict[Hashable, Speaker] = {}
        for link in self._links(claim):
            speakers.setdefault(link.key, link)
        return tuple(speakers.values())

    def second_hand(self, claim: Claim) -> bool:
        """Whether it passes through anybody but its speaker: whom the speaker has it from, who relays or reports it."""
        return len(self.chain(claim)) > 1

    def cited(self, claim: Claim) -> tuple[Speaker, ...]:
        """From whom the speaker has it, nearest first."""
        return self._all(claim.attribution.via) if claim.attribution else ()

    def relaying(self, claim: Claim) -> tuple[Speaker, ...]:
        """Through whom it reached the article."""
        return self._all(claim.attribution.relay) if claim.attribution else ()

    def _links(self, claim: Claim) -> Iterator[Speaker]:
        for each in self._with_parents(claim):
            speaker = self.speaker(each)
            yield from reversed(self.cited(each))
            if speaker is not None:
                yield speaker
            yield from self.relaying(each)

    def _with_parents(self, claim: Claim) -> Iterator[Claim]:
        seen: set[str] = set()
        above: Claim | None = claim
        while above is not None and above.id not in seen:
            seen.add(above.id)
            yield above
            above = self._claims.get(above.parent or "")

    def _all(self, ids: tuple[str, ...]) -> tuple[Speaker, ...]:
        return tuple(speaker for key in ids if (speaker := self._named(key)))

    def _named(self, key: str | None) -> Speaker | None:
        """The source under this id, or the author that stands behind it."""
        source = document = self._sources.get(key or "")
        seen: set[str] = set()
        while source is not None and source.id not in seen:
            seen.add(source.id)
            author = self._sources.get(source.author_id or "")
            if author is None:
                break
            source = author
        if source is None:
            return None
        return Speaker(source, None if source is document else document)
