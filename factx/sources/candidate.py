"""A source in the making: its mentions so far, and what they tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.clusters.words import suggested
from factx.sources.mention import words

if TYPE_CHECKING:
    from factx.clusters.cluster import Gender
    from factx.record import SourceKind
    from factx.sources.mention import Mention


@dataclass(slots=True)
class Candidate:
    """A source in the making. ``keys`` are those of its mentions but pronouns, the newest last.

    ``titles``: the roles that its name has stood with, in lower case, and ``roles`` their nouns. ``gender``: of the
    first mention that shows one. ``heads``: of several together ("police and agents") the head tokens, the latest.
    """

    id: str
    kind: SourceKind
    mentions: dict[int, Mention] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    author: str | None = None
    gender: Gender | None = None
    heads: tuple[int, ...] = ()
    _best: Mention | None = None

    @property
    def addressed(self) -> bool:
        """Whether it is "you", who is nobody's "he"."""
        first = next(iter(self.mentions.values()), None)
        return first is not None and first.pronoun and first.head.lower_ in words("second_person")

    @property
    def best(self) -> Mention:
        """The fullest mention: a name before a noun before a pronoun, the longest name first."""
        if self._best is None:
            self._best = max(self.mentions.values(), key=fullness)
        return self._best

    @property
    def expected(self) -> Gender | None:
        """The gender that a mention shows, or else the one that the first name suggests."""
        name = self.best.name if self.mentions and self.gender is None else None
        person = name is not None and name.label_ == "PERSON"
        return suggested(name[0].lower_) if name is not None and person else self.gender

    def hold(self, mention: Mention) -> None:
        """One more mention; of two that begin at one token the longer one is held."""
        before = self.mentions.get(mention.span.start)
        if before is not None and len(before.span) >= len(mention.span):
            return
        self.mentions[mention.span.start] = mention
        if before is not None and before is self._best:
            self._best = None
        elif self._best is not None:
            self._best = max(self._best, mention, key=fullness)


def fullness(mention: Mention) -> tuple[bool, bool, int, int]:
    """The more, the fuller; of two alike the first of the text."""
    return not mention.pronoun, mention.name is not None, len(mention.name or ""), -mention.span.start
