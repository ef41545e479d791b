"""What claims are about and who makes them: nodes for the article, its sources and its entities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.writers import iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.record import Entity, PipelineInfo, Record, Source, SourceKind

SOURCE_TYPES: dict[SourceKind, list[str]] = {
    "person": ["Person", "prov:Agent"],
    "anonymous": ["Person", "prov:Agent"],
    "organization": ["Organization", "prov:Agent"],
    "group": ["Organization", "prov:Agent"],  # schema.org has no other word for several people
    "media": ["NewsMediaOrganization", "prov:Agent"],
    "document": ["CreativeWork", "prov:Entity"],
    "unknown": ["prov:Agent"],
}
ENTITY_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}


def article(record: Record) -> dict[str, Any]:
    """Where all claims appear."""
    name = iri.article(record)
    return {
        "@id": name,
        "@type": ["NewsArticle", "prov:Entity"],
        "identifier": record.id,
        "url": name if name.startswith("http") else None,
        "headline": record.title,
        "datePublished": record.published,
        "articleBody": record.text,
    }


def pipeline(info: PipelineInfo) -> dict[str, Any]:
    """What found the claims."""
    return {
        "@id": iri.pipeline(info),
        "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
        "name": f"factx {info.name}",
        "softwareVersion": info.version,
    }


def source(record: Record, of: Source) -> dict[str, Any]:
    """Someone who claims something, or a document with its author."""
    return {
        "@id": iri.part(record, of.id),
        "@type": SOURCE_TYPES[of.kind],
        "name": of.name,
        "jobTitle": of.role if of.kind == "person" else None,
        "affiliation": of.affiliation,
        "author": iri.part(record, of.author_id) if of.author_id else None,
        "factx:sourceKind": of.kind,
    }


def entities(record: Record) -> Iterator[dict[str, Any]]:
    """A node for each that is named, by its first name: the mentions of one cluster are one."""
    first: dict[str, Entity] = {}
    for one in record.entities:
        first.setdefault(entity(record, one), one)
    for name, one in first.items():
        yield {"@id": name, "@type": ENTITY_TYPES.get(one.label, "Thing"), "name": one.text}


def entity(record: Record, of: Entity) -> str:
    """The IRI of what is named."""
    return iri.part(record, of.cluster or of.id)
