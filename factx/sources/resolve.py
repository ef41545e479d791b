"""Mentions of one source joined: names with names, pronouns and "the statement" with what they point back to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from factx.record import Source
from factx.record import Span as Slice
from factx.sources.chain import inside
from factx.sources.kinds import kind_of
from factx.sources.mention import NAMES, Mention, bare, gender_of, mention_of, named, phrase, words
from factx.sources.roles import affiliation_of, role_noun, role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens
    from factx.clusters import Clusters
    from factx.record import SourceKind

# A pronoun that fits none of the last speakers points to somebody else, and the look back stays short.
PRONOUN_REACH = 20

# Two letters are too many things' initials.
SHORTEST_ACRONYM = 3

# Kinds whose short names and descriptions stand for a full name: "Stein", "the fund".
NAMED = ("person", "organization", "media")

AUTHORS = ("person", "organization", "group", "media", "anonymous")


@dataclass(slots=True)
class Candidate:
    """A source in the making. ``keys`` are those of its mentions but pronouns, the newest last.

    ``roles``: the nouns that its name has stood with. ``gender``: of the first mention that shows one.
    """

    id: str
    kind: SourceKind
    mentions: dict[int, Mention] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    author: str | None = None
    gender: str | None = None

    @property
    def best(self) -> Mention:
        """The fullest mention: a name before a noun before a pronoun, the longest name first."""
        return max(
            self.mentions.values(),
            key=lambda m: (not m.pronoun, m.name is not None, len(m.name or ""), -m.span.start),
        )


class Resolver:
    """Takes mentions in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self.candidates: list[Candidate] = []
        self._doc = doc
        self._clusters: Clusters = doc._.clusters
        self._of_cluster: dict[int, Candidate] = {}
        self._asked: set[int] = set()
        self._quoted: Sequence[Tokens] = ()
        self._by_word: dict[tuple[bool, str], list[Candidate]] = defaultdict(list)
        self._spoken: dict[str, Candidate] = {}
        self._holders: Counter[str] = Counter()
        self._issued: dict[str, str] = {}
        self._voices: dict[tuple[str | None, str], Candidate] = {}

    def speaker(self, mention: Mention, quoted: Sequence[Tokens] = ()) -> Candidate:
        """The source that ``mention`` names, which speaks here: pronouns after it point back to it first.

        ``quoted``: what it is quoted with. Nobody who is told of in there alone says it.
        """
        self._quoted = quoted
        found = self.add(antecedent(mention))
        self._quoted = ()
        self._spoken.pop(found.id, None)
        self._spoken[found.id] = found
        return found

    def add(self, mention: Mention) -> Candidate:
        """The source that ``mention`` names: one that is known, or a new one."""
        found = self.known(mention) or self.new(mention)
        if found.kind == "document" and found.author is None:
            author = author_of(mention)
            writer = None
            if author is not None:
                writer = self.known(author) if author.pronoun else self.add(author)
            found.author = writer.id if writer is not None else self._issued.get(mention.noun)
        found.mentions.setdefault(mention.span.start, mention)
        found.gender = found.gender or gender_of(mention)
        cluster = self._clusters.index(place_of(mention))
        if cluster is not None and found.kind != "anonymous":
            self._of_cluster.setdefault(cluster, found)
        if not mention.pronoun and found.kind != "anonymous":
            if mention.key not in found.keys:
                self._by_word[word_of(mention)].append(found)
            found.keys[mention.key] = None
            self._also(found, mention)
        return found

    def issued(self, noun: str, author: str) -> None:
        """Note that ``author`` has spoken in a ``noun``: "the statement" after it is that one's."""
        self._issued[noun] = author

    def _also(self, found: Candidate, mention: Mention) -> None:
        """Note what else ``mention`` lets ``found`` be called: "the mayor", "IMF"."""
        role = role_noun(mention)
        if role is not None and role not in found.roles:
            found.roles.add(role)
            self._holders[role] += 1
            self._by_word[False, role].append(found)
        acronym = acronym_of(mention)
        if acronym is not None and acronym not in found.keys:
            found.keys[acronym] = None
            self._by_word[True, acronym].append(found)

    def new(self, mention: Mention) -> Candidate:
        """A source that was not there before."""
        found = Candidate(f"s{len(self.candidates) + 1}", kind_of(mention))
        self.candidates.append(found)
        return found

    def voice(self, mention: Mention, speaker: str | None, *, apart: bool) -> Candidate:
        """Who "I" or "we" is, in what the source with the id ``speaker`` says, or else the author.

        "I" is the speaker; "we" is a source of its own for each, never a group that stands near. ``apart``: it stands
        in a quotation whose speaker nobody knows, so that it is like no other.
        """
        word = "we" if mention.head.lower_ in words("first_person_plural") else "i"
        if speaker is not None and word == "i":
            found = self.candidates[int(speaker[1:]) - 1]
        elif apart:
            found = self.new(mention)
        else:
            found = self._voices.get((speaker, word)) or self.new(mention)
            self._voices[speaker, word] = found
        found.mentions.setdefault(mention.span.start, mention)
        return found

    def known(self, mention: Mention) -> Candidate | None:
        """The latest source that ``mention`` can point back to. Anonymous ones are never joined."""
        kind = kind_of(mention)
        if kind == "anonymous":
            return None
        if mention.pronoun:
            meant, latest = self._meant(mention), islice(reversed(self._spoken.values()), PRONOUN_REACH)
            return next((c for c in (meant, *latest) if c is not None and fits(mention, c)), None)
        alike = reversed(self._by_word.get(word_of(mention), ()))
        found = next((c for c in alike if same(mention, kind, c)), None)
        if found is None:
            meant = self._meant(mention) if self._is_fuller(mention) else None
            return meant if meant is not None and fits(mention, meant) else None
        shared = mention.name is None and mention.noun in found.roles
        return None if shared and self._holders[mention.noun] > 1 else found  # of two mayors, it may be either

    def _is_fuller(self, mention: Mention) -> bool:
        """Whether the mention's cluster has a name that is not the mention's own."""
        cluster = self._clusters.index(place_of(mention))
        best = None if cluster is None else self._clusters[cluster].best
        return best is not None and best.form == "name" and not best.start <= place_of(mention) < best.end

    def _meant(self, mention: Mention) -> Candidate | None:
        """The source that is of one cluster with the mention, or else what that cluster's fullest mention names."""
        place = place_of(mention)
        cluster = self._clusters.index(place)
        if cluster is None:
            return None
        told = (m.head for m in self._clusters[cluster].mentions if m.head != place)
        if self._quoted and all(inside(i, self._quoted) for i in told):
            return None
        if cluster not in self._of_cluster and cluster not in self._asked:
            best = self._clusters[cluster].best
            fullest = mention_of(self._doc, ((best.start, best.end),))
            if fits(mention, Candidate("", kind_of(fullest), gender=gender_of(fullest))):
                self._asked.add(cluster)  # "its report" may be the fullest mention of what "its" is
                if not fullest.pronoun:
                    self._of_cluster.setdefault(cluster, self.add(fullest))
        return self._of_cluster.get(cluster)

    def sources(self, entities: dict[int, str]) -> tuple[Source, ...]:
        """All of them as the record's; ``entities`` gives the ids of names by their first token."""
        return tuple(source_of(c, entities) for c in self.candidates)


def place_of(mention: Mention) -> int:
    """The token that says which cluster the mention is of: the last of its name, else its head."""
    return mention.name.end - 1 if mention.name is not None else mention.head.i


def antecedent(mention: Mention) -> Mention:
    """What a relative pronoun stands for: the noun that its clause hangs on. Anything else is itself."""
    if mention.pronoun and mention.head.tag_ in ("WDT", "WP"):
        for verb in mention.head.ancestors:
            if verb.dep_ == "relcl":
                return mention_of(verb.doc, (phrase(verb.head),))
    return mention


def pronoun_fits(mention: Mention, candidate: Candidate) -> bool:
    """Whether the candidate can be spoken of by the pronoun."""
    pronoun, kind = mention.head.lower_, candidate.kind
    if pronoun in words("person_pronouns"):
        gender = gender_of(mention)
        return kind == "person" and (gender is None or candidate.gender in (None, gender))
    if pronoun in words("group_pronouns"):
        return kind in ("group", "organization")
    return pronoun in words("thing_pronouns") and kind in ("document", "organization", "media")


def word_of(mention: Mention) -> tuple[bool, str]:
    """What sources that could be one share: the last word of a name, the head noun of anything else."""
    if mention.name is not None:
        return True, mention.key.rpartition(" ")[2]
    return False, mention.noun


def same(mention: Mention, kind: SourceKind, candidate: Candidate) -> bool:
    """Whether a name, or a noun with no more than "the", is that of ``candidate``, which shares its ``word_of``."""
    if mention.name is None and mention.close[0].lower_ in words("indefinite"):
        return False
    if mention.key in candidate.keys:
        return True
    if mention.name is None:
        return [t.lower_ for t in mention.close[:-1]] == ["the"]
    return kind == candidate.kind == "person" and any(part_of_name(mention.key, key) for key in candidate.keys)


def fits(mention: Mention, candidate: Candidate) -> bool:
    """Whether a pronoun, a name, or a noun with "the" or "this" may stand for the candidate; documents are apart."""
    if mention.pronoun:
        return pronoun_fits(mention, candidate)
    if mention.name is None and mention.close[0].lower_ not in words("pointing"):
        return False
    return kind_of(mention) == candidate.kind and candidate.kind in NAMED


def acronym_of(mention: Mention) -> str | None:
    """Such as "imf" of "the International Monetary Fund", for names of no person and of three words or more."""
    if mention.name is None or mention.name.label_ == "PERSON":
        return None
    initials = [t.text[0] for t in mention.name if t.text[0].isupper()]
    return "".join(initials).lower() if len(initials) >= SHORTEST_ACRONYM else None


def part_of_name(a: str, b: str) -> bool:
    """Whether "peskov" and "dmitry peskov": fit: one ends the other, word for word."""
    x, y = a.split(), b.split()
    short, full = (x, y) if len(x) < len(y) else (y, x)
    return bool(short) and full[-len(short) :] == short


def author_of(mention: Mention) -> Mention | None:
    """Who stands behind a document: "the ministry's statement", "its report", "a letter released by the ministry".

    Nouns that name nobody ("this year's report") do not count, nor places where it was made ("polls in Ohio").
    """
    doc, head = mention.span.doc, mention.head
    found = [t for t in mention.span if t != head and writes(t, head)]
    for token in found:
        name = next((e for e in named(mention.span) if e.start <= token.i < e.end), None)
        start, end = (name.start, name.end) if name is not None else phrase(token)
        span = doc[max(start, mention.span.start) : min(end, mention.span.end)]
        author = Mention(span, token, name)
        if name is not None or author.pronoun or kind_of(author) in AUTHORS:
            return author
    return None


def writes(token: Token, head: Token) -> bool:
    """Whether the token stands to the document ``head`` as its author may."""
    above = token.head
    if token.dep_ == "poss" or (token.ent_type_ in NAMES and token.dep_ in ("compound", "amod", "nmod")):
        return above == head
    if token.dep_ != "pobj":
        return False
    if above.dep_ == "agent" or above.lower_ == "by":
        if above.head.lemma_.lower() in words("carrying"):
            return False
        return above.head == head or (above.head.head == head and above.head.dep_ in ("acl", "relcl"))
    return (
        above.head == head
        and above.lower_ in words("publishing")
        and (token.ent_type_ in NAMES or above.lower_ == "from")
    )


def source_of(candidate: Candidate, entities: dict[int, str]) -> Source:
    """The candidate as a record's source."""
    best = candidate.best
    return Source(
        id=candidate.id,
        name=bare(best.close.text),
        kind=candidate.kind,
        mentions=tuple(
            Slice(m.span.start_char, m.span.end_char, m.span.text) for _, m in sorted(candidate.mentions.items())
        ),
        role=next((r for m in candidate.mentions.values() if (r := role_of(m))), None),
        affiliation=next((a for m in candidate.mentions.values() if (a := affiliation_of(m))), None),
        entity_id=entities.get(best.name.start) if best.name is not None else None,
        author_id=candidate.author,
    )
