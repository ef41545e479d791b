"""One record counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.chain import Chains, Speaker
from factx.summary.counts import Counts, SourceCounts, Summary

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from factx.record import Claim, Record, SourceKind


@dataclass(slots=True)
class _Found:
    """What is seen of one speaker while the claims are gone through."""

    speaker: Speaker
    counts: Counts = field(default_factory=Counts)
    documents: dict[str, str] = field(default_factory=dict)
    cited: int = 0
    relayed: int = 0

    def saw(self, speaker: Speaker) -> None:
        """Remember the document that it speaks in here."""
        if speaker.document:
            self.documents.setdefault(speaker.document.id, speaker.document.name)

    def counted(self) -> SourceCounts:
        source = self.speaker.source
        ids = (source.id, *self.documents) if source else ()
        return SourceCounts(
            name=source.name if source else self.speaker.mention or "",
            kind=kind(self.speaker),
            named=source is not None and source.entity_id is not None,
            roles=(source.role,) if source and source.role else (),
            affiliations=(source.affiliation,) if source and source.affiliation else (),
            ids=ids,
            documents=tuple(dict.fromkeys(self.documents.values())),
            counts=self.counts,
            cited=self.cited,
            relayed=self.relayed,
        )


def summarize(record: Record) -> Summary:
    """The record's claims by source. A document counts for its author; a claim within another's for its own source."""
    chains = Chains(record)
    found: dict[Hashable, _Found] = {}
    every, unsourced = Counts(), 0
    for claim in record.claims:
        speaker = chains.speaker(claim)
        if speaker is None:
            continue
        counts = _of(claim, second_hand=chains.second_hand(claim))
        every += counts
        if speaker.key is None:
            unsourced += 1
        else:
            _seen(found, speaker).counts += counts
        for other in chains.cited(claim):
            _seen(found, other).cited += 1
        for other in chains.relaying(claim):
            _seen(found, other).relayed += 1
    sources = ordered(one.counted() for one in found.values())
    return Summary(
        record.id,
        record.path,
        record.title,
        record.published,
        statements=sum(claim.attribution is None for claim in record.claims),
        counts=every,
        anonymous=sum(source.counts.claims for source in sources if source.kind == "anonymous"),
        unsourced=unsourced,
        kinds=tallied((source.kind, source.counts.claims) for source in sources),
        roles=tallied((role, source.counts.claims) for source in sources for role in source.roles),
        affiliations=tallied((one, source.counts.claims) for source in sources for one in source.affiliations),
        sources=sources,
    )


def kind(speaker: Speaker) -> SourceKind:
    """Unknown for those of whom there is a mention only."""
    return speaker.source.kind if speaker.source else "unknown"


def ordered(sources: Iterable[SourceCounts]) -> tuple[SourceCounts, ...]:
    """Most claims first, then most often cited or relayed, then as they came."""
    return tuple(sorted(sources, key=lambda source: (-source.counts.claims, -source.cited - source.relayed)))


def tallied(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The sum for each name, most first; what has no claim is left out."""
    sums: Counter[str] = Counter()
    for name, count in counts:
        sums[name] += count
    return {name: count for name, count in sums.most_common() if count}


def _seen(found: dict[Hashable, _Found], speaker: Speaker) -> _Found:
    one = found.setdefault(speaker.key, _Found(speaker))
    one.saw(speaker)
    return one


def _of(claim: Claim, *, second_hand: bool) -> Counts:
    return Counts(
        speech=claim.kind == "speech",
        attitude=claim.kind == "attitude",
        direct=claim.quote == "direct",
        mixed=claim.quote == "mixed",
        indirect=claim.quote == "indirect",
        second_hand=second_hand,
    )
