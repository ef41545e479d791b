"""Claims: an event each, which the cue triggers, or text of its own where the article speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Attribution, Claim, Offsets, Record
    from factx.writers.brat.lines import Lines

Mentions: TypeAlias = "dict[str, list[tuple[Offsets, ...]]]"

EVENTS = {"speech": "Speech", "attitude": "Attitude"}
USUAL = {"positive", "asserted"}  # polarity and modality that need no mark


def write_claims(lines: Lines, record: Record, mentions: Mentions) -> None:
    """Add all claims of the record, whose sources are mentioned there."""
    keys = _keys(lines, record)
    for claim in record.claims:
        if claim.attribution is not None:
            label = EVENTS[claim.kind]
            trigger = lines.bound(label, claim.attribution.cue.spans)
            lines.event(label, trigger, _roles(lines, record, claim, mentions, keys))
    for claim in record.claims:
        _describe(lines, claim, keys[claim.id])


def _keys(lines: Lines, record: Record) -> dict[str, str]:
    """What each claim is called, before there is any event: one may stand within a later one."""
    attributed = [claim.id for claim in record.claims if claim.attribution]
    events = {key: f"E{number}" for number, key in enumerate(attributed, 1)}
    own = (claim for claim in record.claims if not claim.attribution)
    return events | {claim.id: lines.bound("Statement", claim.content.spans) for claim in own}


def _roles(
    lines: Lines, record: Record, claim: Claim, mentions: Mentions, keys: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Each role with the id of what has it."""
    said = claim.attribution
    if said is None:
        return
    for role, spans in (*_words(claim, said, record), *_others(said, mentions)):
        yield role, lines.bound(LABELS.get(role, role), spans)
    if claim.parent in keys:
        yield "Within", keys[claim.parent]


LABELS = {"Via": "Source", "Relay": "Source", "Said": "Date"}  # what a role's text is labelled, if not as the role


def _words(claim: Claim, said: Attribution, record: Record) -> Iterator[tuple[str, Sequence[Offsets]]]:
    if said.source is not None:
        yield "Source", said.source.spans
    yield "Content", claim.content.spans
    for date in record.dates:
        if date.id == said.date_id:
            yield "Said", [(date.start, date.end)]
    for role, span in (("Addressee", said.addressee), ("Channel", said.channel)):
        if span is not None:
            yield role, [(span.start, span.end)]


def _others(said: Attribution, mentions: Mentions) -> Iterator[tuple[str, Sequence[Offsets]]]:
    """From whom the source has it and who passed it on, where they are named nearest to the cue."""
    cue = said.cue.spans[0][0]
    for role, keys in (("Via", said.via), ("Relay", said.relay)):
        for key in keys:
            if mentions.get(key):
                yield role, min(mentions[key], key=lambda spans: abs(spans[0][0] - cue))


def _describe(lines: Lines, claim: Claim, key: str) -> None:
    if claim.quote is not None:
        lines.attribute("Quote", key, claim.quote)
    for label, value in (("Polarity", claim.polarity), ("Modality", claim.modality)):
        if value not in USUAL:
            lines.attribute(label, key, value)
    lines.note(key, f"{claim.id} · confidence {claim.confidence} · {claim.proposition}")
