"""A cluster in the making."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.clusters.cluster import Cluster
from factx.clusters.salience import HALF

if TYPE_CHECKING:
    from factx.clusters.cluster import Gender, Kind, Mention, Number
    from factx.clusters.described import Described


@dataclass(slots=True, eq=False)
class Entity:
    """``salience`` holds for ``sentence``, where it was last mentioned; ``within`` is what that sentence added to it.

    ``told``: the gender that titles and nouns tell; ``called``: those of its pronouns, which may have been misread.
    ``known``: the words that it was described and named by. ``owner``: whose it is, "his" in "his son".
    """

    number: Number | None
    told: Gender | None = None
    called: Counter[Gender] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    mentions: list[Described] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    owner: Entity | None = None
    named: bool = False
    salience: float = 0.0
    sentence: int = -1
    within: float = 0.0

    @property
    def gender(self) -> Gender | None:
        """As titles and nouns tell, else as most of its pronouns do."""
        return self.told or (self.called.most_common(1)[0][0] if self.called else None)

    @property
    def kind(self) -> Kind:
        """What most names are, else what the nouns are."""
        return self.kinds.most_common(1)[0][0] if self.kinds else "unknown"

    def add(self, found: Described) -> None:
        """One more mention. Of a sentence only the most prominent one counts."""
        if found.sentence != self.sentence:
            self.salience = self.at(found.sentence)
            self.sentence, self.within = found.sentence, 0.0
        self.salience += max(0.0, found.weight - self.within)
        self.within = max(self.within, found.weight)
        self.mentions.append(found)
        if found.mention.form != "pronoun":
            self.told = self.told or found.gender
        elif found.gender:
            self.called[found.gender] += 1
        self.roles |= found.roles
        self.known |= found.modifiers
        if found.mention.form == "name":
            self.named = True
            self.known.update(found.word.lower().split())
        if found.kind != "unknown" and (found.mention.form == "name" or not self.kinds):
            self.kinds[found.kind] += 1

    def at(self, sentence: int) -> float:
        """The salience some sentences later."""
        return self.salience * HALF ** (sentence - self.sentence) if self.mentions else 0.0

    def cluster(self) -> Cluster:
        """As it is given out."""
        mentions = tuple(d.mention for d in self.mentions)
        return Cluster(mentions, max(mentions, key=fullness), self.kind, self.gender, self.number, frozenset(self.roles))


def fullness(mention: Mention) -> tuple[int, int, int]:
    """A name before a noun before a pronoun, the longest name first, and the first of those."""
    name = mention.name[1] - mention.name[0] if mention.name else 0
    return ("pronoun", "noun", "name").index(mention.form), name, -mention.head
