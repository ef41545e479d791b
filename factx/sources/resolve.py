"""Mentions of one source joined: names with names, pronouns and "the statement" with what they point back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.record import Source
from factx.record import Span as Slice
from factx.sources.chain import phrase
from factx.sources.kinds import kind_of
from factx.sources.mention import NAMES, Mention, bare, mention_of, words
from factx.sources.roles import affiliation_of, role_of

if TYPE_CHECKING:
    from spacy.tokens import Span

    from factx.record import SourceKind

AUTHOR_DEPS = frozenset({"poss", "pobj", "compound", "amod"})


@dataclass(slots=True)
class Candidate:
    """A source in the making."""

    id: str
    kind: SourceKind
    mentions: list[Mention] = field(default_factory=list)
    author: str | None = None

    @property
    def best(self) -> Mention:
        """The fullest mention: a name before a noun before a pronoun, the longest name first."""
        return max(self.mentions, key=lambda m: (not m.pronoun, m.name is not None, len(m.name or ""), -m.span.start))


class Resolver:
    """Takes mentions in the order of the text."""

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []
        self._spoken: list[Candidate] = []

    def speaker(self, mention: Mention) -> Candidate:
        """The source that ``mention`` names, which speaks here: pronouns after it point back to it first."""
        found = self.add(antecedent(mention))
        if found in self._spoken:
            self._spoken.remove(found)
        self._spoken.append(found)
        return found

    def add(self, mention: Mention) -> Candidate:
        """The source that ``mention`` names: one that is known, or a new one."""
        found = self.known(mention)
        if found is None:
            found = Candidate(f"s{len(self.candidates) + 1}", kind_of(mention))
            self.candidates.append(found)
            author = author_of(mention) if found.kind == "document" else None
            if author is not None:
                found.author = self.add(Mention(author, author.root, author)).id
        if all(m.span.start != mention.span.start for m in found.mentions):
            found.mentions.append(mention)
        return found

    def known(self, mention: Mention) -> Candidate | None:
        """The latest source that ``mention`` can point back to. Anonymous ones are never joined."""
        kind = kind_of(mention)
        if kind == "anonymous":
            return None
        for candidate in reversed(self._spoken if mention.pronoun else self.candidates):
            if mention.pronoun:
                if pronoun_fits(mention.head.lower_, candidate.kind):
                    return candidate
            elif candidate.kind != "anonymous" and same(mention, kind, candidate):
                return candidate
        return None

    def sources(self, entities: dict[int, str]) -> tuple[Source, ...]:
        """All of them as the record's; ``entities`` gives the ids of names by their first token."""
        return tuple(source_of(c, entities) for c in self.candidates)


def antecedent(mention: Mention) -> Mention:
    """What a relative pronoun stands for: the noun that its clause hangs on. Anything else is itself."""
    if mention.pronoun and mention.head.tag_ in ("WDT", "WP"):
        for verb in mention.head.ancestors:
            if verb.dep_ == "relcl":
                return mention_of(verb.doc, (phrase(verb.head),))
    return mention


def pronoun_fits(pronoun: str, kind: SourceKind) -> bool:
    """Whether a source of that kind can be spoken of by the pronoun."""
    if pronoun in words("person_pronouns"):
        return kind == "person"
    if pronoun in words("group_pronouns"):
        return kind in ("group", "organization")
    return pronoun in words("thing_pronouns") and kind in ("document", "organization", "media")


def same(mention: Mention, kind: SourceKind, candidate: Candidate) -> bool:
    """Whether a name, or a noun with "the", is that of ``candidate``."""
    for other in candidate.mentions:
        if mention.name is not None and other.name is not None:
            a, b = mention.key, other.key
            if a == b or (kind == candidate.kind == "person" and part_of_name(a, b)):
                return True
        elif mention.name is None and other.name is None and mention.noun == other.noun and points_back(mention, other):
            return True
    return False


def points_back(mention: Mention, other: Mention) -> bool:
    """Whether two mentions of one noun are the same words, or the later is no more than "the" and the noun."""
    alone = [t.lower_ for t in mention.span[:-1]] == ["the"]
    return alone or mention.key == other.key


def part_of_name(a: str, b: str) -> bool:
    """Whether "peskov" and "dmitry peskov": fit: one ends the other, word for word."""
    x, y = a.split(), b.split()
    short, full = (x, y) if len(x) < len(y) else (y, x)
    return bool(short) and full[-len(short) :] == short


def author_of(mention: Mention) -> Span | None:
    """Who stands behind a document: "the ministry's statement", "a statement released by the ministry"."""
    ents = [e for e in mention.span.ents if e.label_ in NAMES and not e.start <= mention.head.i < e.end]
    for ent in ents:
        above = ent.root.head
        if ent.root.dep_ in AUTHOR_DEPS and (above == mention.head or above.dep_ in ("agent", "prep")):
            return ent
    return None


def source_of(candidate: Candidate, entities: dict[int, str]) -> Source:
    """The candidate as a record's source."""
    best = candidate.best
    name = best.name if best.name is not None else best.span
    text = bare(name.text)
    return Source(
        id=candidate.id,
        name=text,
        kind=candidate.kind,
        mentions=tuple(
            Slice(m.span.start_char, m.span.end_char, m.span.text)
            for m in sorted(candidate.mentions, key=lambda m: m.span.start)
        ),
        role=next((r for m in candidate.mentions if (r := role_of(m))), None),
        affiliation=next((a for m in candidate.mentions if (a := affiliation_of(m))), None),
        entity_id=entities.get(best.name.start) if best.name is not None else None,
        author_id=candidate.author,
    )
