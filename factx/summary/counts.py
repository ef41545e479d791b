"""What is counted. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factx.record import SourceKind


@dataclass(frozen=True, slots=True)
class Counts:
    """Attributed claims, by kind, by how much is quoted, by whether they passed through anybody else."""

    speech: int = 0
    attitude: int = 0
    direct: int = 0
    mixed: int = 0
    indirect: int = 0
    second_hand: int = 0

    @property
    def claims(self) -> int:
        """All of them."""
        return self.speech + self.attitude

    @property
    def first_hand(self) -> int:
        """Those that the article has from their source itself."""
        return self.claims - self.second_hand

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.speech + other.speech,
            self.attitude + other.attitude,
            self.direct + other.direct,
            self.mixed + other.mixed,
            self.indirect + other.indirect,
            self.second_hand + other.second_hand,
        )


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """A source and its claims, those of documents that it stands behind among them.

    ``named``: it has a name of its own, by which it can be known in another article. ``ids`` are the record's, and
    empty in a total. ``cited`` counts claims of others that they have from it, ``relayed`` those that it passed on.
    """

    name: str
    kind: SourceKind
    named: bool
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    ids: tuple[str, ...]
    documents: tuple[str, ...]
    counts: Counts
    cited: int = 0
    relayed: int = 0
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Summary:
    """One article, or in a total several. ``sources`` stand in the order of their claims, most first.

    ``anonymous``: claims of a source whose name is withheld. ``unsourced``: attributed claims without any source.
    ``kinds``, ``roles`` and ``affiliations`` count the attributed claims of sources with that kind, role, affiliation.
    """

    id: str | None
    path: str | None
    title: str | None
    published: str | None
    statements: int
    counts: Counts
    anonymous: int
    unsourced: int
    kinds: Mapping[str, int]
    roles: Mapping[str, int]
    affiliations: Mapping[str, int]
    sources: tuple[SourceCounts, ...]
    articles: int = 1

    @property
    def claims(self) -> int:
        """Attributed claims and statements together."""
        return self.counts.claims + self.statements

    def shares(self) -> dict[str, float | None]:
        """From 0 to 1: ``statement`` of all claims, the others of the attributed ones; None of nothing."""
        attributed = {
            "direct": self.counts.direct,
            "mixed": self.counts.mixed,
            "indirect": self.counts.indirect,
            "first_hand": self.counts.first_hand,
            "second_hand": self.counts.second_hand,
            "anonymous": self.anonymous,
            "unsourced": self.unsourced,
        }
        shares = {name: share(count, self.counts.claims) for name, count in attributed.items()}
        return {"statement": share(self.statements, self.claims)} | shares


def share(count: int, whole: int) -> float | None:
    """``count`` of ``whole``, from 0 to 1; None of nothing."""
    return count / whole if whole else None
