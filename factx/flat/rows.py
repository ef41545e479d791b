"""From a record to the rows of its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.amount import amount
from factx.chain import Chains
from factx.flat.days import days
from factx.flat.site import site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeVar

    from factx.chain import Speaker
    from factx.flat.columns import Row, Value
    from factx.record import Claim, Date, Entity, Quantity, Record, Span

    Item = TypeVar("Item", Date, Entity, Quantity)


def rows(record: Record) -> Iterator[Row]:
    """A row with all columns for each claim, in their order."""
    document: dict[str, Value] = {
        "document_id": record.id,
        "path": record.path,
        "url": record.url,
        "site": site(record.url),
        "title": record.title,
        "author": record.author,
        "published": record.published,
    }
    known = _Known(record)
    for claim in record.claims:
        yield document | known.who(claim) | known.when(claim) | _what(claim) | known.within(claim)


class _Known:
    """What a record's claims refer to, by id."""

    def __init__(self, record: Record) -> None:
        self._published = record.published
        self._chains = Chains(record)
        self._dates = _by_id(record.dates)
        self._quantities = _by_id(record.quantities)
        self._entities = _by_id(record.entities)

    def who(self, claim: Claim) -> dict[str, Value]:
        """Who is behind it, and through whom it came."""
        said = claim.attribution
        speaker = self._chains.speaker(claim)
        source = speaker.source if speaker else None
        return {
            "claim_id": claim.id,
            "kind": claim.kind,
            "quote": claim.quote,
            "speaker": _name(speaker) if speaker else None,
            "speaker_kind": source.kind if source else None,
            "role": source.role if source else None,
            "affiliation": source.affiliation if source else None,
            "written_in": speaker.document.name if speaker and speaker.document else None,
            "source": said.source.text if said and said.source else None,
            "chain": _names(self._chains.chain(claim)),
            "second_hand": self._chains.second_hand(claim),
            "via": _names(self._chains.cited(claim)),
            "relay": _names(self._chains.relaying(claim)),
            "cue": said.cue.text if said else None,
            "cue_lemma": said.cue.lemma if said else None,
            "addressee": _text(said.addressee) if said else None,
            "channel": _text(said.channel) if said else None,
        }

    def when(self, claim: Claim) -> dict[str, Value]:
        """The words that say when it was said, and the days."""
        said = self._dates.get(claim.attribution.date_id or "") if claim.attribution else None
        first, last, by = days(said, self._published)
        return {"said": said.text if said else None, "first_day": first, "last_day": last, "day_by": by}

    def within(self, claim: Claim) -> dict[str, Value]:
        """What its content holds."""
        quantities = _found(self._quantities, claim.quantities)
        dates = _found(self._dates, claim.dates)
        return {
            "quantities": [quantity.text for quantity in quantities],
            "amounts": [amount(quantity) for quantity in quantities],
            "dates": [date.text for date in dates],
            "date_values": [date.value for date in dates],
            "entities": [entity.text for entity in _found(self._entities, claim.entities)],
        }


def _what(claim: Claim) -> dict[str, Value]:
    triple = claim.triple
    return {
        "content": claim.content.text,
        "proposition": claim.proposition,
        "content_start": min(start for start, _ in claim.content.spans),
        "content_end": max(end for _, end in claim.content.spans),
        "subject": _text(triple.subject) if triple else None,
        "predicate": triple.predicate.text if triple else None,
        "object": _text(triple.object) if triple else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "parent": claim.parent,
        "confidence": claim.confidence,
    }


def _names(chain: Iterable[Speaker]) -> list[str | None]:
    """Null for one of whom nothing is known."""
    return [_name(speaker) for speaker in chain]


def _name(speaker: Speaker) -> str | None:
    return speaker.source.name if speaker.source else speaker.mention


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _by_id(items: tuple[Item, ...]) -> Mapping[str, Item]:
    return {item.id: item for item in items}


def _found(items: Mapping[str, Item], keys: tuple[str, ...]) -> list[Item]:
    return [items[key] for key in keys if key in items]
