"""Claims, and what they refer to, as rows of the database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factx.chain import Chains
from factx.flat import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factx.chain import Speaker
    from factx.database.keys import Keys
    from factx.database.parts import TableRow
    from factx.flat import Row
    from factx.record import Claim, Record

# The columns that a claim has in every table of factx.
SAME = (
    "kind",
    "quote",
    "source",
    "cue",
    "cue_lemma",
    "content",
    "proposition",
    "first_day",
    "last_day",
    "day_by",
    "addressee",
    "channel",
    "subject",
    "predicate",
    "object",
    "polarity",
    "modality",
    "confidence",
    "second_hand",
)


def claim_rows(record: Record, keys: Keys) -> Iterator[TableRow]:
    """Each claim, and after it what belongs to it."""
    chains = Chains(record)
    for claim, row in zip(record.claims, rows(record), strict=True):
        key = keys.claims[claim.id]
        speaker = chains.speaker(claim)
        yield "claims", {"key": key, "document_id": record.id, **_claim(claim, row, keys, speaker)}
        yield from _spans(claim, key)
        yield from _sources(claim, key, keys, chains)
        yield from _held("claim_entities", "entity_key", key, claim.entities, keys.entities)
        yield from _held("claim_dates", "date_key", key, claim.dates, keys.dates)
        yield from _held("claim_quantities", "quantity_key", key, claim.quantities, keys.quantities)


def _claim(claim: Claim, row: Row, keys: Keys, speaker: Speaker | None) -> dict[str, Any]:
    said = claim.attribution
    return {
        "id": claim.id,
        **{name: row[name] for name in SAME},
        "source_key": keys.sources.get(said.source_id or "") if said else None,
        "speaker_key": keys.sources.get(speaker.source.id) if speaker and speaker.source else None,
        "date_key": keys.dates.get(said.date_id or "") if said else None,
        **{name: json.dumps(row[name], ensure_ascii=False) for name in ("chain", "via", "relay")},
        "parent_key": keys.claims.get(claim.parent or ""),
    }


def _spans(claim: Claim, key: int) -> Iterator[TableRow]:
    said = claim.attribution
    parts = {
        "content": claim.content.spans,
        "source": said.source.spans if said and said.source else (),
        "cue": said.cue.spans if said else (),
    }
    for part, spans in parts.items():
        for position, (start, end) in enumerate(spans):
            yield "claim_spans", {"claim_key": key, "part": part, "position": position, "start": start, "end": end}


def _sources(claim: Claim, key: int, keys: Keys, chains: Chains) -> Iterator[TableRow]:
    """Who says it, from whom that one has it, the authors of what these are, and who passed it on."""
    said = claim.attribution
    if said is None:
        return
    behind = [chains.speaker(claim), *chains.cited(claim)]
    authors = [speaker.source.id for speaker in behind if speaker and speaker.document and speaker.source]
    parts = {"source": [said.source_id or ""], "author": authors, "via": said.via, "relay": said.relay}
    for part, ids in parts.items():
        for table, values in _held("claim_sources", "source_key", key, ids, keys.sources):
            yield table, values | {"part": part}


def _held(table: str, column: str, key: int, ids: Iterable[str], known: Mapping[str, int]) -> Iterator[TableRow]:
    """A row for each id that the record has something under, in their order."""
    for position, held in enumerate(ids):
        if held in known:
            yield table, {"claim_key": key, "position": position, column: known[held]}
