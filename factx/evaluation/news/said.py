"""The attributed claims of a record with what their ids stand for, and how they meet annotated ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factx.evaluation.relation import Relation
    from factx.record import Attribution, Claim, Date, Offsets, Record, Source


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with its attribution. ``author`` stands behind a ``source`` that is a document."""

    claim: Claim
    attribution: Attribution
    source: Source | None
    author: Source | None
    date: Date | None
    via: tuple[Source, ...]
    relay: tuple[Source, ...]

    @property
    def source_spans(self) -> tuple[Offsets, ...]:
        """Of the mention; none where it is missing."""
        return self.attribution.source.spans if self.attribution.source else ()

    def shared(self, gold: Relation) -> int:
        """Characters of the content that are the gold one's too; 0 where the cues do not overlap."""
        meet = overlap(self.attribution.cue.spans, gold.spans["cue"])
        return overlap(self.claim.content.spans, gold.spans["content"]) if meet else 0

    def touches(self, gold: Relation) -> bool:
        """Whether the cues overlap, or most of the content is the gold one's."""
        content = self.claim.content.spans
        return bool(
            overlap(self.attribution.cue.spans, gold.spans["cue"])
            or 2 * overlap(content, gold.spans["content"]) > size(content)
        )


def said_in(record: Record) -> list[Said]:
    """Every attributed claim, in the record's order."""
    sources = {source.id: source for source in record.sources}
    dates = {date.id: date for date in record.dates}
    said = []
    for claim in record.claims:
        if (by := claim.attribution) is not None:
            source = sources.get(by.source_id or "")
            author = sources.get(source.author_id or "") if source else None
            via, relay = (tuple(sources[i] for i in ids if i in sources) for ids in (by.via, by.relay))
            said.append(Said(claim, by, source, author, dates.get(by.date_id or ""), via, relay))
    return said


def partner(gold: Relation, said: Sequence[Said]) -> Said | None:
    """The claim that finds a gold attribution: cue and content overlap, and no other has more of the content."""
    best = max(said, key=lambda one: one.shared(gold), default=None)
    return best if best is not None and best.shared(gold) else None


def overlap(some: Iterable[Offsets], others: Sequence[Offsets]) -> int:
    """Characters that spans have in common."""
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in some for begin, stop in others)


def size(spans: Iterable[Offsets]) -> int:
    """Characters that spans have."""
    return sum(end - start for start, end in spans)
