"""Whom a pronoun can stand for, the likeliest first: those that fit, by salience (Lappin and Leass 1994)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.clusters.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.clusters.described import Described
    from factx.clusters.entity import Entity

# An entity not mentioned for longer is no candidate.
REACH = 6
# How much likelier, by nine articles of OntoGUM: who tells what the pronoun stands in ("Lund said she"), and who spoke
# last, where the pronoun speaks.
TELLER = 1.5
LAST = 2.0
# How much likelier, by reading, where the pronoun's words begin a paragraph: who spoke last, and who was introduced
# right before.
LAST_BEFORE = 3.0
INTRODUCED = 4.0
# How much less likely, by reading, who is quoted with their own name.
TOLD = 0.2
# How much less likely, by the same articles: a person of whom nothing tells the gender; things, one group and one
# person that "they" stands for.
UNKNOWN_GENDER = 0.6
THEY_THINGS = 0.6
THEY_COLLECTIVE = 0.8
THEY_PERSON = 0.2
ANIMATE = frozenset({"person", "people", "organization"})


@dataclass(frozen=True, slots=True)
class Voices:
    """Where a pronoun stands in what is said.

    ``around``: whether it is of one person, in the words around quotations; ``teller``: who tells
    what it stands in, in the article's words; ``silent``: who is quoted with it, and would say "I"; ``speaks``: whether
    it is the source itself; ``last``: the source before; ``opening``: whether what the pronoun says begins a paragraph;
    ``introduced``: who was first told of, with what they are, right before that; ``told``: those whose names are in
    what it says.
    """

    around: bool = False
    teller: Entity | None = None
    silent: Entity | None = None
    speaks: bool = False
    last: Entity | None = None
    opening: bool = False
    introduced: Entity | None = None
    told: frozenset[Entity] = frozenset()


def candidates(pronoun: Described, latest: Iterable[Entity], voices: Voices) -> list[Entity]:
    """The entities that ``pronoun`` fits, the likeliest first; ``latest``: all, the last mentioned first."""
    scored = []
    for entity in latest:
        if pronoun.sentence - entity.sentence > REACH:
            break
        share = fit(pronoun, entity)
        free = entity is voices.teller or not barred(pronoun, entity)  # who tells it stands under a verb of telling
        if share and free and entity is not voices.silent:
            share *= heard(entity, voices)
            scored.append(
                (-share * entity.at(pronoun.sentence, around=voices.around), -entity.mentions[-1].mention.head, entity)
            )
    scored.sort(key=lambda s: s[:2])
    return [entity for *_, entity in scored]


def heard(entity: Entity, voices: Voices) -> float:
    """How much likelier the entity is for what it says, or less likely for what is said of it."""
    if entity in voices.told:
        return TOLD
    if entity is voices.introduced:
        return INTRODUCED
    if voices.speaks and entity is voices.last:
        return LAST_BEFORE if voices.opening else LAST
    return TELLER if entity is voices.teller else 1.0


def fit(pronoun: Described, entity: Entity) -> float:
    """How well kind, gender and number agree, in [0, 1]; 0 where they do not."""
    kind = entity.kind
    if pronoun.gender:
        gender = entity.gender or entity.suggested
        if entity.number == "plural" or kind != "person" or gender not in (None, pronoun.gender):
            return 0.0
        return UNKNOWN_GENDER if gender is None else 1.0
    if pronoun.number == "singular":
        return 0.0 if entity.number == "plural" or kind in ("person", "people") else 1.0
    if entity.number == "plural":
        return 1.0 if kind in ANIMATE else THEY_THINGS
    if kind == "person":
        return THEY_PERSON if entity.gender is None else 0.0
    return THEY_COLLECTIVE if kind == "organization" else 0.0


def barred(pronoun: Described, entity: Entity) -> bool:
    """Whether the entity stands where the pronoun cannot mean it: beside it under one verb, or around it."""
    place, reflexive = pronoun.mention.head, pronoun.word in words("reflexive")
    for other in reversed(entity.mentions):
        if other.sentence != pronoun.sentence:
            return reflexive
        mention = other.mention
        if (
            mention.form != "pronoun"
            and mention.start <= place < mention.end
            and (place < mention.head or pronoun.governor == mention.head)
        ):
            return True
        if not reflexive and other.governor == pronoun.governor and pronoun.governor not in (place, mention.head):
            return True
    return False
