"""What a definite description points back to: "the mayor", "the team", "the ministry", "his son"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factx.clusters.words import words

if TYPE_CHECKING:
    from factx.clusters.described import Described
    from factx.clusters.entity import Entity


class Nominals:
    """Entities by the nouns that they were called by, and by the last words of their names."""

    def __init__(self) -> None:
        self._by_noun: dict[str, dict[Entity, None]] = defaultdict(dict)

    def note(self, found: Described, entity: Entity) -> None:
        """What ``entity``, of which ``found`` is a new mention, can be called from now on."""
        nouns = set(found.roles)
        if found.mention.form == "noun":
            nouns.add(found.word)
        elif found.mention.form == "name" and found.label != "PERSON":
            nouns.add(found.word.lower().removesuffix("'s").split()[-1])
        for noun in nouns:
            self._by_noun[noun][entity] = None

    def candidates(self, found: Described, possessor: Entity | None) -> list[Entity]:
        """The entities that a noun phrase can point back to, the likeliest first."""
        if found.determiner == "poss":
            return [e for e in self._alike(found) if e.owner is possessor] if possessor else []
        if found.determiner not in words("definite"):
            return []
        return self._alike(found)

    def _alike(self, found: Described) -> list[Entity]:
        alike = [e for e in self._by_noun[found.word] if agrees(found, e)]
        return sorted(alike, key=lambda e: -e.at(found.sentence))


def agrees(found: Described, entity: Entity) -> bool:
    """Whether number agrees and nothing new is said of the entity."""
    return found.number == entity.number and found.modifiers <= entity.known
