"""What the clusters component finds: the mentions of an article, put together by what they are of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Form: TypeAlias = Literal["name", "noun", "pronoun"]
Kind: TypeAlias = Literal["person", "organization", "place", "people", "other", "unknown"]
Gender: TypeAlias = Literal["female", "male"]
Number: TypeAlias = Literal["singular", "plural"]


class Mention(NamedTuple):
    """A name, a noun phrase or a pronoun. All places are tokens of the Doc.

    ``start``, ``end``: the whole phrase, half open, with titles, appositions and clauses that hang on it. ``head``: its
    syntactic head. ``name``: the bare name, half open, where there is one: in the phrase "the mayor, Ada Lund" it is
    "Ada Lund".
    """

    start: int
    end: int
    head: int
    form: Form
    name: tuple[int, int] | None = None


class Cluster(NamedTuple):
    """The mentions of one entity, in the order of their heads.

    ``best``: the fullest one, a name before a noun before a pronoun. ``kind``: "people" is a nation, party or faith.
    ``gender`` is told by titles, nouns and pronouns, never by first names; it and ``number`` are None where nothing
    tells. ``roles``: nouns that it was called by in a title, an apposition or a copula, lemmas in lower case.
    """

    mentions: tuple[Mention, ...]
    best: Mention
    kind: Kind
    gender: Gender | None
    number: Number | None
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clusters:
    """All clusters of a Doc, in the order of their first mentions; entities that are mentioned once are there too.

    ``of_token``: for each token the index of the cluster of the innermost mention that holds it, or -1.
    ``candidates``: head of a pronoun, a definite description or a short name -> indices of the clusters that it
    could belong to, the likeliest, to which it was given, first: several mean that it is ambiguous.
    """

    clusters: tuple[Cluster, ...] = ()
    of_token: tuple[int, ...] = ()
    candidates: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self.clusters)

    def __len__(self) -> int:
        return len(self.clusters)

    def __getitem__(self, index: int) -> Cluster:
        return self.clusters[index]

    def index(self, token: int) -> int | None:
        """The index of the cluster whose mention holds the token, the innermost one; None where there is none."""
        found = self.of_token[token] if token < len(self.of_token) else -1
        return None if found < 0 else found

    def at(self, token: int) -> Cluster | None:
        """The cluster itself."""
        found = self.index(token)
        return None if found is None else self.clusters[found]
