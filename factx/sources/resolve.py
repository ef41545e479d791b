"""Mentions of one source joined: names with names, pronouns and "the statement" with what they point back to."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from factx.record import Source
from factx.record import Span as Slice
from factx.sources.around import inside
from factx.sources.authors import author_of
from factx.sources.candidate import Candidate
from factx.sources.kinds import kind_of
from factx.sources.mention import Mention, bare, gender_of, mention_of, named, words
from factx.sources.relative import antecedent, asks
from factx.sources.roles import affiliation_of, role_nouns, role_of, role_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from factx.attribution.attributed import Tokens
    from factx.clusters import Clusters
    from factx.record import SourceKind

# A pronoun that fits none of the last speakers points to somebody else, and the look back stays short.
PRONOUN_REACH = 20

# Of the sources that share a noun or a last name, this many are looked through.
NOUN_REACH = 100

# Two letters are too many things' initials.
SHORTEST_ACRONYM = 3

# Kinds whose short names and descriptions stand for a full name: "Stein", "the fund".
NAMED = ("person", "organization", "media")

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})

# Kinds of those who say "we" of themselves.
SEVERAL = ("group", "organization", "media")

CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})


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
        self._named_so = Counter(role for c in doc._.clusters if c.best.form == "name" for role in c.roles)
        self._issued: dict[str, str] = {}
        self._voices: dict[tuple[str | int | None, str], Candidate] = {}

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
        found.hold(mention)
        found.gender = found.gender or gender_of(mention)
        if mention.others:
            found.heads = tuple(t.i for t in (mention.head, *mention.others))
        cluster = self._cluster(mention)
        described = None if mention.others or mention.pronoun else self._clusters.index(mention.head.i)
        for of in (cluster, described):  # "the head of the bank, Ada Lund" may be two for the clusters
            if of is not None and found.kind != "anonymous":
                self._of_cluster.setdefault(of, found)
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
        for noun in role_nouns(mention):
            if noun not in found.roles:
                found.roles.add(noun)
                self._holders[noun] += 1
                self._by_word[False, noun].append(found)
        role, span = role_of(mention), role_span(mention)
        found.titles |= {role.lower(), span.text.lower() if span is not None else ""} if role else {""}
        acronym = acronym_of(mention)
        if acronym is not None and acronym not in found.keys:
            found.keys[acronym] = None
            self._by_word[True, acronym].append(found)

    def new(self, mention: Mention) -> Candidate:
        """A source that was not there before."""
        found = Candidate(f"s{len(self.candidates) + 1}", kind_of(mention))
        self.candidates.append(found)
        return found

    def voice(self, mention: Mention, speaker: str | None, *, turn: int | None, apart: bool, ours: bool) -> Candidate:
        """Who "I" or "we" is, in what the source with the id ``speaker`` says, or else the author.

        "I" is the speaker, and "we" is a speaker who is several; else it is a source of its own for each, never a group
        that stands near. ``ours``: whether they are the speaker's own words. ``turn``: where several have the word by
        turns, that of an unknown speaker. ``apart``: it stands in a quotation whose speaker nobody knows, so that it is
        like no other.
        """
        word = "we" if mention.head.lower_ in words("first_person_plural") else "i"
        told = None if speaker is None else self.candidates[int(speaker[1:]) - 1]
        voice = speaker or turn, word
        if told is not None and (word == "i" or (ours and told.kind in SEVERAL)):
            found = told
        elif apart:
            found = self.new(mention)
        else:
            found = self._voices.get(voice) or self.new(mention)
            self._voices[voice] = found
        found.hold(mention)
        return found

    def known(self, mention: Mention) -> Candidate | None:
        """The latest source that ``mention`` can point back to. Anonymous ones are never joined."""
        kind = kind_of(mention)
        if kind == "anonymous" or asks(mention.head):
            return None
        if mention.pronoun:
            together = self._together(mention)
            if together is not None:
                return together
            meant, latest = self._meant(mention), islice(reversed(self._spoken.values()), PRONOUN_REACH)
            objects = {self._clusters.index(i) for i in objects_of(mention.head)} - {None}
            fitting = (c for c in (meant, *latest) if c is not None and fits(mention, c))
            return next((c for c in fitting if not objects or self._cluster(c.best) not in objects), None)
        named = self._latest(word_of(mention))
        alike = {c.id: c for c in named if same(mention, kind, c) and not self._is_other(mention, c)}
        if alike:
            return self._one_of(list(alike.values()), mention)
        meant = self._meant(mention) if self._is_fuller(mention) else None
        return meant if meant is not None and fits(mention, meant) else self._announced(mention)

    def _latest(self, word: tuple[bool, str]) -> Iterator[Candidate]:
        """The sources that share the word, the newest first."""
        return islice(reversed(self._by_word.get(word, ())), NOUN_REACH)

    def _announced(self, mention: Mention) -> Candidate | None:
        """Who spoke before as "a former state senator", if "Ann Lee, a former senator from Ohio" is a name for that.

        Only one may have spoken so, not as "a senator" alone, and no other senator may have a name.
        """
        noun = next(iter(role_nouns(mention)), None)
        if noun is None or kind_of(mention) != "person":
            return None
        if self._named_so[noun] > 1:
            return None
        told = [c for c in self._latest((False, noun)) if c.kind == "person" and c.best.name is None]
        known = gist(mention.span)
        found = [c for c in told if len(said := gist(c.best.close)) > 1 and said <= known]
        return found[0] if len(found) == 1 else None

    def _one_of(self, alike: list[Candidate], mention: Mention) -> Candidate | None:
        """The one of ``alike``, the newest first, that is meant; of two mayors, or two papers, it may be either."""
        exact = [c for c in alike if mention.key in (c.titles if mention.name is None else c.keys)]
        if exact and (mention.name is not None or len(exact) == 1):
            return exact[0]
        shared = alike[0].kind == "media" if mention.name is not None else mention.noun in alike[0].roles
        several = len(alike) > 1 if mention.name is not None else self._holders[mention.noun] > 1
        return None if shared and several else alike[0]

    def _together(self, mention: Mention) -> Candidate | None:
        """The last speaker, if it is several of whom "they" would else be one: "police and agents", not the police."""
        last = next(reversed(self._spoken.values()), None)
        if last is None or not last.heads or not fits(mention, last):
            return None
        meant = self._cluster(mention)
        return last if meant is None or meant in map(self._clusters.index, last.heads) else None

    def _cluster(self, mention: Mention) -> int | None:
        """The index of its cluster; several together are of none, nor is who is asked for."""
        return None if mention.others or asks(mention.head) else self._clusters.index(place_of(mention))

    def _is_fuller(self, mention: Mention) -> bool:
        """Whether the mention's cluster has a name that is not the mention's own."""
        cluster = self._cluster(mention)
        best = None if cluster is None else self._clusters[cluster].best
        return best is not None and best.form == "name" and not best.start <= place_of(mention) < best.end

    def _is_other(self, mention: Mention, candidate: Candidate) -> bool:
        """Whether the short name of a person is that of another full name, by their clusters, than the candidate's."""
        best, name = candidate.best.name, mention.name
        if name is None or best is None or name.label_ != "PERSON" or len(best) <= len(name) or gender_of(mention):
            return False  # "Mrs. Lund" is told by her title
        cluster, its = self._cluster(mention), self._cluster(candidate.best)
        return cluster is not None and its is not None and cluster != its and self._is_fuller(mention)

    def _meant(self, mention: Mention) -> Candidate | None:
        """The source that is of one cluster with the mention, or else what that cluster's fullest mention names."""
        place, cluster = place_of(mention), self._cluster(mention)
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


def gist(span: Span) -> set[str]:
    """Nouns, names and adjectives in a phrase, in lower case; a name of several words by its initials, as "dnc"."""
    doc, found = span.doc, named(span)
    inside = {i for e in found for i in range(e.start, e.end)}
    initials = {"".join(t.text[0] for t in e if t.text[0].isupper()) if len(e) > 1 else e.text for e in found}
    plain = {doc[i].lower_ for i in range(span.start, span.end) if i not in inside and doc[i].pos_ in CONTENT}
    return plain | {text.lower() for text in initials}


def place_of(mention: Mention) -> int:
    """The token that says which cluster the mention is of: the last of its name, else its head."""
    return mention.name.end - 1 if mention.name is not None else mention.head.i


def objects_of(pronoun: Token) -> list[int]:
    """What the verb of a subject has for objects: "Lee", who is not "he", in "he described Lee"."""
    if pronoun.dep_ not in SUBJECTS:
        return []
    rights = list(pronoun.head.rights)
    behind = (t for prep in rights if prep.dep_ in ("prep", "agent") for t in prep.rights if t.dep_ == "pobj")
    return [t.i for t in (*rights, *behind) if t.dep_ in OBJECTS and t.lower_ not in words("reflexive")]


def first_of(name: Span) -> int:
    """The first token of the entity that the name is, or is a part of."""
    start = name.start
    while name.doc[start].ent_iob_ == "I":
        start -= 1
    return start


def pronoun_fits(mention: Mention, candidate: Candidate) -> bool:
    """Whether the candidate can be spoken of by the pronoun."""
    pronoun, kind = mention.head.lower_, candidate.kind
    if candidate.addressed:
        return False
    if pronoun in words("person_pronouns"):
        gender = gender_of(mention)
        return kind == "person" and (gender is None or candidate.expected in (None, gender))
    if pronoun in words("group_pronouns"):
        return kind in ("group", "organization")
    one = kind in ("document", "organization", "media") and not candidate.heads
    return one and pronoun in words("thing_pronouns")


def word_of(mention: Mention) -> tuple[bool, str]:
    """What sources that could be one share: the last word of a name, the head noun of anything else."""
    if mention.name is not None or proper(mention):
        return True, mention.key.rpartition(" ")[2]
    return False, mention.noun


def proper(mention: Mention) -> bool:
    """Whether the mention is one word that is a name, though no entity: "LEE:" before what she says."""
    named = mention.head.pos_ == "PROPN" or (mention.head.is_upper and not mention.pronoun)
    return mention.name is None and named and len(mention.close) == 1 and not mention.others


def same(mention: Mention, kind: SourceKind, candidate: Candidate) -> bool:
    """Whether a name, or a noun with no more than "the", is that of ``candidate``, which shares its ``word_of``."""
    if mention.name is None and mention.close[0].lower_ in words("indefinite"):
        return False
    if mention.key in candidate.keys or (mention.name is None and mention.key in candidate.titles):
        return True
    if mention.name is None and not proper(mention):
        return not mention.others and [t.lower_ for t in mention.close[:-1]] == ["the"]
    return kind == candidate.kind in ("person", "media") and any(part_of_name(mention.key, k) for k in candidate.keys)


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
        entity_id=entities.get(first_of(best.name)) if best.name is not None else None,
        author_id=candidate.author,
    )
