"""Named entities of a Doc as the record's; numbers and times stand in quantities and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.record import Entity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

NAMES = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"},
)


def names(doc: Doc) -> list[Span]:
    """The entities that are names, in the order of the text."""
    return [e for e in doc.ents if e.label_ in NAMES]


def entity_ids(doc: Doc) -> dict[int, str]:
    """First token of each name -> its id in the record."""
    return {e.start: f"e{n}" for n, e in enumerate(names(doc), start=1)}


def entities(doc: Doc) -> tuple[Entity, ...]:
    """The record's entities, each with the cluster of ``doc._.clusters`` that it is a mention of."""
    ids: dict[int, str] = {}
    found = []
    for number, ent in enumerate(names(doc), start=1):
        of = doc._.clusters.index(ent.root.i)
        cluster = None if of is None else ids.setdefault(of, f"k{len(ids) + 1}")
        found.append(Entity(f"e{number}", ent.label_, ent.start_char, ent.end_char, ent.text, cluster))
    return tuple(found)
