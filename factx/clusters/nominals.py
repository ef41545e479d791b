"""What a definite description points back to: "the mayor", "the team", "the ministry", "his son"."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from factx.clusters.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.clusters.described import Described
    from factx.clusters.entity import Entity


# Of things that one noun was used for, this many are kept in view: the way back stays short in long texts.
HELD = 20
# Sentences back to a name that "the country" can stand for.
NEAR = 2


class Nominals:
    """Entities by the nouns that they were called by, and by the nouns in their names."""

    def __init__(self) -> None:
        self._by_noun: dict[str, dict[Entity, None]] = defaultdict(dict)

    def note(self, found: Described, entity: Entity) -> None:
        """What ``entity``, of which ``found`` is a new mention, can be called from now on."""
        for noun in (found.noun, *found.roles) if found.noun else found.roles:
            self._by_noun[noun].pop(entity, None)
            self._by_noun[noun][entity] = None

    def owned(self, found: Described, owner: Entity | None) -> Entity | None:
        """Who was "his father" before the name was told: "his father Bo Lund"."""
        if owner is None:
            return None
        alike = (e for role in sorted(found.roles) for e in self._by_noun[role])
        return next((e for e in alike if e.owner is owner and not e.named), None)

    def candidates(self, found: Described, owner: Entity | None, latest: Iterable[Entity]) -> list[Entity]:
        """The entities that a noun phrase can point back to, the likeliest first; ``latest`` as for pronouns."""
        if found.determiner == "poss":
            return [e for e in self._alike(found) if e.owner is owner] if owner else []
        if found.determiner not in words("definite"):
            return []
        return self._alike(found) or of_kind(found, latest)

    def _alike(self, found: Described) -> list[Entity]:
        latest = islice(reversed(self._by_noun[found.word]), HELD)
        alike = [e for e in latest if agrees(found, e)]
        return sorted(alike, key=lambda e: -e.at(found.sentence))


def agrees(found: Described, entity: Entity) -> bool:
    """Whether number agrees and nothing new is said of the entity."""
    return found.number == entity.number and found.modifiers <= entity.known


def of_kind(found: Described, latest: Iterable[Entity]) -> list[Entity]:
    """The names that a bare "the country" or "the company" can stand for."""
    if found.mention.end > found.mention.head + 2:  # more than a possessive ending behind it
        return []
    for kind, nouns in (("place", "of_place"), ("organization", "of_organization")):
        if found.word in words(nouns) and found.number == "singular" and not found.modifiers:
            near = takewhile(lambda e: found.sentence - e.sentence <= NEAR, latest)
            alike = [e for e in near if e.named and e.kind == kind]
            return sorted(alike, key=lambda e: -e.at(found.sentence))
    return []
