"""A cluster in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.clusters.cluster import Cluster
from factx.clusters.salience import Salience

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from factx.clusters.cluster import Gender, Kind, Mention, Number
    from factx.clusters.described import Described

# How much a mention in a quotation weighs for the words around it.
QUOTED = 0.25


@dataclass(slots=True, eq=False)
class Entity:
    """``sentence``: where it was last mentioned. ``around``: its salience for the words around quotations.

    ``gender`` is that of the first mention that tells; ``suggested`` is only what the first name lets one expect.
    ``known``: the words that it was described and named by. ``owner``: whose it is, "his" in "his son".
    """

    number: Number | None
    gender: Gender | None = None
    suggested: Gender | None = None
    kind: Kind = "unknown"
    mentions: list[Described] = field(default_factory=list)
    roles: AbstractSet[str] = frozenset()
    known: AbstractSet[str] = frozenset()
    owner: Entity | None = None
    named: bool = False
    sentence: int = -1
    salience: Salience = field(default_factory=Salience)
    around: Salience = field(default_factory=Salience)

    def add(self, found: Described, *, quoted: bool = False) -> None:
        """One more mention; ``quoted``: in what somebody else is quoted with."""
        self.sentence = found.sentence
        self.salience.add(found.weight, found.sentence)
        self.around.add(found.weight * QUOTED if quoted else found.weight, found.sentence)
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

    def at(self, sentence: int, *, around: bool = False) -> float:
        """The salience in a later sentence; ``around``: for the words around quotations, where these weigh little."""
        return (self.around if around else self.salience).at(sentence)

    def cluster(self) -> Cluster:
        """As it is given out."""
        mentions = tuple([d.mention for d in self.mentions])
        best = max(mentions, key=fullness) if len(mentions) > 1 else mentions[0]
        return Cluster(mentions, best, self.kind, self.gender, self.number, frozenset(self.roles))


def fullness(mention: Mention) -> tuple[int, int, int]:
    """A name before a noun before a pronoun, the longest name first, and the first of those."""
    name = mention.name[1] - mention.name[0] if mention.name else 0
    return ("pronoun", "noun", "name").index(mention.form), name, -mention.head
