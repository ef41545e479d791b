"""What of the text is marked: the parts of claims, numbers, dates, mentions of sources, and what is warned of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.writers.html.notes import counted_note, dated_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.record import Attribution, Claim, Offsets, Record, Source
    from factx.writers.html.keys import Keys

Role: TypeAlias = Literal["content", "own", "source", "cue", "quantity", "date", "flagged"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to ``key``. Without a role it shows only when what it belongs to is chosen."""

    start: int
    end: int
    key: str
    role: Role | None = None
    note: str | None = None
    refers: str | None = None  # the id of the claim whose content ends with it


def marks(record: Record, keys: Keys) -> list[Mark]:
    """All marks; those of shorter claims first, so that the innermost claim is the first of any place."""
    claims = sorted(record.claims, key=lambda claim: sum(end - start for start, end in claim.content.spans))
    found = [mark for claim in claims for mark in _of_claim(claim, record, keys)]
    found += _others(record, keys)
    length = len(record.text or "")
    return [mark for mark in found if 0 <= mark.start < mark.end <= length]


def _of_claim(claim: Claim, record: Record, keys: Keys) -> Iterator[Mark]:
    key = keys.claims[claim.id]
    last = max(claim.content.spans)
    for span in claim.content.spans:
        yield Mark(*span, key, "content" if claim.attribution else "own", refers=claim.id if span == last else None)
    if claim.attribution:
        yield from _of_saying(claim.attribution, record, key)


def _of_saying(said: Attribution, record: Record, key: str) -> Iterator[Mark]:
    """Who says it, with what words, to whom and where, when, and from or through whom."""
    for span in said.source.spans if said.source else ():
        yield Mark(*span, key, "source")
    for span in said.cue.spans:
        yield Mark(*span, key, "cue")
    dates = [date for date in record.dates if date.id == said.date_id]
    for part in (said.addressee, said.channel, *dates):
        if part:
            yield Mark(part.start, part.end, key)
    sources = {source.id: source for source in record.sources}
    for other in (*said.via, *said.relay):
        if other in sources and (near := _nearest(sources[other], said.cue.spans)):
            yield Mark(*near, key, "source")


def _nearest(source: Source, cue: tuple[Offsets, ...]) -> Offsets | None:
    """The mention that stands nearest to where the claim is made."""
    at = min(start for start, _ in cue)
    near = sorted(source.mentions, key=lambda mention: abs(mention.start - at))
    return (near[0].start, near[0].end) if near else None


def _others(record: Record, keys: Keys) -> Iterator[Mark]:
    for date in record.dates:
        yield Mark(date.start, date.end, keys.dates[date.id], "date", dated_note(date))
    for quantity in record.quantities:
        yield Mark(quantity.start, quantity.end, keys.quantities[quantity.id], "quantity", counted_note(quantity))
    for source in record.sources:
        for mention in source.mentions:
            yield Mark(mention.start, mention.end, keys.sources[source.id])
    for key, warning in zip(keys.warnings, record.warnings, strict=True):
        if warning.span:
            yield Mark(*warning.span, key, "flagged", warning.message)
