"""All mentions of an article, in its order, each given to an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.quotations import paragraphs
from factx.attribution.text import read
from factx.clusters.cluster import Clusters
from factx.clusters.describe import Describer
from factx.clusters.entity import Entity
from factx.clusters.names import Name, join_names
from factx.clusters.nominals import NEAR, Nominals
from factx.clusters.pronouns import REACH, Voices, fit
from factx.clusters.pronouns import candidates as antecedents
from factx.clusters.words import suggested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc

    from factx.attribution.attributed import Attributed, Tokens
    from factx.clusters.described import Described

NOTHING: Mapping[int, int] = {}


class Resolver:
    """Takes mentions in the order of their heads.

    ``before``: for the first token of each paragraph the number of the sentence before it.
    """

    def __init__(
        self, names: Iterable[Name], attributions: Iterable[Attributed] = (), before: Mapping[int, int] = NOTHING
    ) -> None:
        self.entities: list[Entity] = []
        self.open: dict[int, tuple[Entity, ...]] = {}
        self._name = {d.mention.head: name for name in names for d in name.mentions}
        self._named: dict[Name, Entity] = {}
        self._at: dict[int, Entity] = {}
        self._latest: dict[Entity, None] = {}
        self._nominals = Nominals()
        self._told: dict[int, tuple[Tokens, ...]] = {}
        self._quoted: dict[int, tuple[Tokens, ...]] = {}
        self._sources: set[int] = set()
        self._said: dict[int, tuple[Tokens, ...]] = {}
        self._opening: dict[int, int] = {}
        self._last: Entity | None = None
        self._introduced: Entity | None = None
        for said in attributions:
            for span in said.source:
                self._sources |= set(range(*span))
                if said.quote == "direct":
                    self._said |= dict.fromkeys(range(*span), said.content)
                if said.quote == "direct" and said.content[0][0] in before:
                    self._opening |= dict.fromkeys(range(*span), before[said.content[0][0]])
            speakers = self._quoted if said.quote == "direct" else self._told if said.quote == "indirect" else {}
            for span in said.content:
                speakers |= dict.fromkeys(range(*span), said.source)

    def take(self, found: Described) -> None:
        """Give the mention to an entity, known or new."""
        form = found.mention.form
        if form == "name":
            entity = self._of_name(found)
        elif form == "noun":
            entity = self._of_noun(found)
        else:
            entity = self._of_pronoun(found)
        entity.add(found, quoted=found.mention.head in self._quoted)
        self._latest.pop(entity, None)
        self._latest[entity] = None
        self._at[found.mention.head] = entity
        self._nominals.note(found, entity)
        if form == "name" and found.roles and len(entity.mentions) == 1:
            self._introduced = entity
        if found.mention.head in self._sources and found.mention.head not in self._quoted:
            self._last = entity

    def _of_pronoun(self, found: Described) -> Entity:
        repeated = self._at.get(found.repeats) if found.repeats is not None else None
        if repeated is not None and fit(found, repeated):
            return repeated
        named = (self._named.get(self._name[head].root) for head in found.apart if head in self._name)
        objects = {entity for entity in named if entity is not None}
        alike = antecedents(found, reversed(self._latest), self._voices(found))
        return self._chosen(found, [entity for entity in alike if entity not in objects])

    def _voices(self, found: Described) -> Voices:
        teller, silent = (self._speaker(found, speakers) for speakers in (self._told, self._quoted))
        place = found.mention.head
        speaks = place in self._sources
        around = place not in self._quoted and found.gender is not None
        fresh = self._introduced
        introduced = fresh if fresh and fresh.mentions[0].sentence == self._opening.get(place) else None
        told = (self._named.get(self._name[i].root) for i in self._heads(self._said.get(place, ())))
        named = frozenset(entity for entity in told if entity is not None)
        return Voices(around, teller, silent, speaks, self._last, place in self._opening, introduced, named)

    def _heads(self, spans: Iterable[Tokens]) -> Iterator[int]:
        """The heads of the names in there."""
        return (i for span in spans for i in range(*span) if i in self._name)

    def _speaker(self, found: Described, speakers: dict[int, tuple[Tokens, ...]]) -> Entity | None:
        """Who is the source of what the mention stands in; a name may come after what it says."""
        for span in speakers.get(found.mention.head, ()):
            for token in range(*span):
                if token in self._at:
                    return self._at[token]
                if token in self._name:
                    return self._named.get(self._name[token].root)
        return None

    def _of_name(self, found: Described) -> Entity:
        name = self._name[found.mention.head]
        root = self._near(name, found.sentence)
        if root not in self._named:
            alike = self._nominals.owned(found, self._owner(found))
            self._named[root] = alike if alike is not None else self._new(found)
            self._named[root].kind = root.kind
            self._named[root].suggested = suggested(root.words[0]) if root.person else None
        if len(name.rivals) > 1:
            rivals = dict.fromkeys((root, *(n.root for n in name.rivals)))
            self.open[found.mention.head] = tuple(self._named[n] for n in rivals if n in self._named)
        return self._named[root]

    def _near(self, name: Name, sentence: int) -> Name:
        """The full name that this is short for: not the usual one, if of late another was told of and it was not."""
        usual = self._named.get(name.root)
        if usual is None or sentence - usual.sentence <= REACH:
            return name.root
        rivals = {n.root for n in name.rivals if n.root in self._named}
        near = [n for n in rivals if sentence - self._named[n].sentence <= NEAR]
        return near[0] if len(near) == 1 else name.root

    def _owner(self, found: Described) -> Entity | None:
        return self._at.get(found.possessor) if found.possessor is not None else None

    def _of_noun(self, found: Described) -> Entity:
        owner = self._owner(found)
        entity = self._chosen(found, self._nominals.candidates(found, owner, reversed(self._latest)))
        if not entity.mentions:
            entity.owner = owner
        return entity

    def _chosen(self, found: Described, alike: list[Entity]) -> Entity:
        if not alike:
            return self._new(found)
        self.open[found.mention.head] = tuple(alike)
        return alike[0]

    def _new(self, found: Described) -> Entity:
        entity = Entity(found.number)
        self.entities.append(entity)
        return entity

    def clusters(self, tokens: int) -> Clusters:
        """What was found, for a Doc of so many tokens."""
        index = {entity: n for n, entity in enumerate(self.entities)}
        of_token = [-1] * tokens
        placed = [(m.start - m.end, m.start, index[e]) for e in self.entities for d in e.mentions for m in (d.mention,)]
        for size, start, n in sorted(placed):  # the longest first, so that the innermost is written last
            of_token[start : start - size] = [n] * -size
        rivals = {head: tuple(index[e] for e in alike) for head, alike in self.open.items()}
        return Clusters(tuple(e.cluster() for e in self.entities), tuple(of_token), rivals)


def resolve(doc: Doc) -> Clusters:
    """The clusters of a parsed Doc with entities."""
    describer = Describer(doc)
    described = describer.mentions()
    starts = (start for start, _ in paragraphs(read(doc).paragraph) if start)
    before = {start: describer.parsed.sentence[start - 1] for start in starts}
    resolver = Resolver(join_names(described), doc._.attributions or (), before)
    for found in described:
        resolver.take(found)
    return resolver.clusters(len(doc))
