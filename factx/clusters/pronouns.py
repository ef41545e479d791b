"""Whom a pronoun can stand for, the likeliest first: those that fit, by salience (Lappin and Leass 1994)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.clusters.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.clusters.described import Described
    from factx.clusters.entity import Entity

# An entity not mentioned for longer is no candidate.
REACH = 6
# What keeps the same grammatical role is likelier (Lappin and Leass 1994).
PARALLEL = 35.0


def candidates(pronoun: Described, entities: Iterable[Entity]) -> list[Entity]:
    """The entities that ``pronoun`` fits, the likeliest first."""
    scored = []
    for entity in entities:
        if pronoun.sentence - entity.sentence > REACH:
            continue
        share = fit(pronoun, entity)
        if share and not barred(pronoun, entity):
            scored.append((-share * entity.at(pronoun.sentence), -entity.mentions[-1].mention.head, entity))
    scored.sort(key=lambda s: s[:2])
    return [entity for *_, entity in scored]


def fit(pronoun: Described, entity: Entity) -> float:
    """How well kind, gender and number agree, in [0, 1]; 0 where they do not."""
    kind = entity.kind
    if pronoun.gender:
        if entity.number == "plural" or entity.gender not in (None, pronoun.gender):
            return 0.0
        return 1.0 if kind == "person" else 0.0
    if pronoun.number == "singular":
        if entity.number == "plural" or kind in ("person", "people"):
            return 0.0
        return 1.0
    if entity.number == "plural":
        return 1.0
    return 0.6 if kind == "organization" else 0.2 if kind == "person" and entity.gender is None else 0.0


def barred(pronoun: Described, entity: Entity) -> bool:
    """Whether the entity stands where the pronoun cannot mean it: beside it under one verb, or around it."""
    place, reflexive = pronoun.mention.head, pronoun.word in words("reflexive")
    for other in reversed(entity.mentions):
        if other.sentence != pronoun.sentence:
            return reflexive
        if other.mention.start <= place < other.mention.end and other.mention.form != "pronoun":
            return True
        if other.governor == pronoun.governor and pronoun.governor not in (place, other.mention.head):
            return not reflexive
    return reflexive
