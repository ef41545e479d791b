"""The node of a claim: what is claimed, where it stands, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.writers import iri
from factx.writers.json_ld.about import entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.chain import Chains, Speaker
    from factx.record import Attribution, Claim, Extent, Offsets, Record


def claimed(record: Record, claim: Claim, chains: Chains) -> dict[str, Any]:
    """The claim's node; in the article's own voice it has no author.

    What a document says is derived from it, and attributed to its author, if there is one. ``prov:hadPrimarySource``
    is whom the source has it from, a ``prov:qualifiedAttribution`` with the role ``factx:relay`` who passed it on.
    """
    quoted = claim.quote in {"direct", "mixed"}
    agent, document = _behind(record, chains.speaker(claim))
    mentioned = dict.fromkeys(entity(record, one) for one in record.entities if one.id in claim.entities)
    origin = "prov:wasQuotedFrom" if quoted else "prov:wasDerivedFrom"
    node = {
        "@id": iri.part(record, claim.id),
        "@type": ["Claim", *(["Quotation"] if quoted else []), "prov:Entity"],
        "text": claim.proposition,
        "appearance": iri.article(record),
        "isPartOf": iri.part(record, claim.parent) if claim.parent else None,
        "mentions": list(mentioned),
        origin: [iri.article(record), *([document] if document else [])],
        "factx:kind": claim.kind,
        "factx:quote": claim.quote,
        "factx:polarity": claim.polarity,
        "factx:modality": claim.modality,
        "factx:confidence": claim.confidence,
        "factx:extractedBy": iri.pipeline(record.pipeline),
        "factx:content": _places(record, claim.content.spans),
    }
    if claim.attribution is None:
        return node
    return node | {
        "author": agent,
        "spokenByCharacter": agent if quoted else None,
        "prov:wasAttributedTo": agent,
        "prov:hadPrimarySource": [iri.part(record, key) for key in claim.attribution.via],
        "prov:qualifiedAttribution": _relays(record, chains.relaying(claim)),
        **_said(record, claim.attribution),
    }


def _behind(record: Record, speaker: Speaker | None) -> tuple[str | None, str | None]:
    """Who it is, and the document it stands in."""
    if speaker is None or speaker.source is None:
        return None, None
    name = iri.part(record, speaker.source.id)
    if speaker.source.kind == "document":
        return None, name
    return name, iri.part(record, speaker.document.id) if speaker.document else None


def _relays(record: Record, speakers: Sequence[Speaker]) -> list[dict[str, Any]]:
    names = [name for speaker in speakers for name in _behind(record, speaker)[:1] if name]
    return [{"@type": "prov:Attribution", "prov:agent": name, "prov:hadRole": "factx:relay"} for name in names]


def _said(record: Record, said: Attribution) -> dict[str, Any]:
    """How and when."""
    date = next((date for date in record.dates if date.id == said.date_id), None)
    one_day = date is not None and date.first == date.last
    return {
        "dateCreated": date.first if date and one_day else None,
        "temporal": f"{date.first}/{date.last}" if date and date.first and not one_day else None,
        "factx:addressee": said.addressee.text if said.addressee else None,
        "factx:channel": said.channel.text if said.channel else None,
        "factx:source": _mention(record, said.source),
        "factx:cue": _places(record, said.cue.spans),
    }


def _mention(record: Record, mention: Extent | None) -> list[dict[str, Any]]:
    return _places(record, mention.spans) if mention else []


def _places(record: Record, spans: Sequence[Offsets]) -> list[dict[str, Any]]:
    """Where in the article: a place for each span."""
    return [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": iri.article(record),
            "oa:hasSelector": {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
        }
        for start, end in spans
    ]
