"""A cluster in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.clusters.cluster import Cluster
from factx.clusters.salience import HALF

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from factx.clusters.cluster import Gender, Kind, Mention, Number
    from factx.clusters.described import Described


@dataclass(slots=True, eq=False)
class Entity:
    """``salience`` holds for ``sentence``, where it was last mentioned; ``within`` is what that sentence added to it.

    ``gender`` is that of the first mention that tells.
    ``known``: the words that it was described and named by. ``owner``: whose it is, "his" in "his son".
    """

    number: Number | None
    gender: Gender | None = None
    kind: Kind = "unknown"
    mentions: list[Described] = field(default_factory=list)
    roles: AbstractSet[str] = frozenset()
    known: AbstractSet[str] = frozenset()
    owner: Entity | None = None
    named: bool = False
    salience: float = 0.0
    sentence: int = -1
    within: float = 0.0

    def add(self, found: Described) -> None:
        """One more mention. Of a sentence only the most prominent one counts."""
        if found.sentence != self.sentence:
            self.salience = self.at(found.sentence)
            self.sentence, self.within = found.sentence, 0.0
        self.salience += max(0.0, found.weight - self.within)
        self.within = max(self.within, found.weight)
        self.mentions.append(found)
        self.gender = self.gender or found.gender
        if self.kind == "unknown":
            self.kind = found.kind
        if found.roles:
            self.roles |= found.roles
        if found.modifiers:
            self.known |= found.modifiers
        if found.mention.form == "name":
            self.named = True
            self.known |= frozenset(found.word.lower().split())

    def at(self, sentence: int) -> float:
        """The salience some sentences later."""
        return self.salience * HALF ** (sentence - self.sentence) if self.mentions else 0.0

    def cluster(self) -> Cluster:
        """As it is given out."""
        mentions = tuple([d.mention for d in self.mentions])
        best = max(mentions, key=fullness) if len(mentions) > 1 else mentions[0]
        return Cluster(mentions, best, self.kind, self.gender, self.number, frozenset(self.roles))


def fullness(mention: Mention) -> tuple[int, int, int]:
    """A name before a noun before a pronoun, the longest name first, and the first of those."""
    name = mention.name[1] - mention.name[0] if mention.name else 0
    return ("pronoun", "noun", "name").index(mention.form), name, -mention.head
