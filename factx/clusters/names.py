"""Names joined with names over the whole article: spellings, short and full forms, long forms and acronyms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import mode
from typing import TYPE_CHECKING

from factx.clusters.words import same_names, words
from factx.pipeline.edits import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factx.clusters.cluster import Gender, Kind
    from factx.clusters.described import Described

ABBREVIATED = re.compile(r"(?:\w\.){2,}$|(?:\w\.)+\w$")
# Two letters are too many things' initials, but for a place's, and for a name right behind its long form.
SHORTEST_ACRONYM = 3


@dataclass(slots=True, eq=False)
class Name:
    """All mentions of one spelling. ``gender`` is that of the title, so that Mr. and Mrs. Lund are two.

    ``rivals``: the full names that it could be short for. ``joined``: the one of them that it is taken for.
    """

    words: tuple[str, ...]
    person: bool
    gender: Gender | None
    mentions: list[Described] = field(default_factory=list)
    rivals: tuple[Name, ...] = ()
    joined: Name | None = None

    @property
    def first(self) -> int:
        """Where it is first said."""
        return self.mentions[0].mention.head

    @property
    def kind(self) -> Kind:
        """What most of its mentions are said to be."""
        return mode([d.kind for d in self.mentions])

    @property
    def root(self) -> Name:
        """The name that stands for all that it was joined with."""
        found = self
        while found.joined is not None:
            found = found.joined
        return found


def spelled(text: str, *, person: bool) -> tuple[str, ...]:
    """The words that are compared: without article, title, possessive ending and points of abbreviation.

    One at least: a recogniser may take a mark alone for a name.
    """
    text = plain(text).removesuffix("'s").removesuffix("'").lower().strip() or text
    found = [w.replace(".", "") if "." in w and ABBREVIATED.match(w) else w for w in text.split() or [text]]
    while len(found) > 1 and found[0] in words("articles"):
        del found[0]
    if person:
        while len(found) > 1 and found[0] in words("titles"):
            del found[0]
        while len(found) > 1 and found[-1].strip(",") in words("name_endings"):
            del found[-1]
        found[-1] = found[-1].strip(",")
    else:
        found = same_names().get(" ".join(found), " ".join(found)).split() or found
    return tuple(found)


def join_names(described: list[Described]) -> list[Name]:
    """The names of the article; those with one ``root`` are of one entity."""
    found = spellings([d for d in described if d.mention.form == "name"])
    join_people([n for n in found if n.person])
    join_things([n for n in found if not n.person])
    return found


def spellings(mentions: list[Described]) -> list[Name]:
    """One Name for each spelling; where a spelling has several labels, most mentions decide whether it is a person."""
    votes: Counter[str] = Counter()
    for d in mentions:
        votes[d.word.lower()] += 1 if d.label == "PERSON" else -1
    found: dict[tuple[tuple[str, ...], bool, Gender | None], Name] = {}
    full = {w[-1] for d in mentions if d.label == "PERSON" and len(w := spelled(d.word, person=True)) > 1}
    for d in mentions:
        text = d.word.lower()
        person = d.label == "PERSON" if text in full else votes[text] > 0 or (votes[text] == 0 and d.label == "PERSON")
        gender = d.gender if person else None
        key = spelled(d.word, person=person), person, gender
        found.setdefault(key, Name(*key)).mentions.append(d)
    return list(found.values())


def join_people(found: list[Name]) -> None:
    """Full names with full names, then a part of a name with the full name that it is of."""
    by_word: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(found, key=lambda n: (-len(n.words), n.first)):
        alike = [n for n in by_word[name.words[-1]] if is_short(name.words, n.words)]
        if not alike and len(name.words) == 1:
            alike = [n for n in by_word[name.words[0]] if n.words[0] == name.words[0]]
        alike = [n for n in alike if name.gender is None or gender_of(n.root) in (None, name.gender)]
        # The one that was told before, and most about.
        roots = list(dict.fromkeys(n.root for n in alike))
        roots.sort(key=lambda n: (n.first > name.first, -len(n.mentions), n.first))
        if roots:
            name.joined = roots[0]
            name.rivals = tuple(roots)
        for word in {name.words[0], name.words[-1]}:
            by_word[word].append(name)


def gender_of(name: Name) -> Gender | None:
    """What the titles of a name tell."""
    return next((d.gender for d in name.mentions if d.gender), None)


def is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether "lund", "ada lund" or "ada b. lund" is "ada maria lund": its end, or first and last with less between."""
    if full[-len(short) :] == short:
        return True
    if len(short) == 1 or short[0] != full[0] or short[-1] != full[-1]:
        return False
    initials = [w[0] for w in full[1:-1]]
    return all(w in full or (len(w.strip(".")) == 1 and w[0] in initials) for w in short[1:-1])


def join_things(found: list[Name]) -> None:
    """Organizations, places and other things: shorter forms, and acronyms of long forms."""
    by_words = {n.words: n for n in found}
    for name in found:
        for short in shorts(name, by_words):
            if short.root is not name.root:
                short.root.joined = name.root
    by_initials: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        for letters in initials_of(name):
            by_initials[letters].append(name)
    for name in found:
        text = name.mentions[0].word.replace(".", "")
        if len(name.words) == 1 and text.isupper() and name.joined is None:
            longs = [n for n in by_initials.get(text.lower(), ()) if n.root is not name]
            near = [n for n in longs if beside(n, name)]
            places = {name.mentions[0].label} | {n.mentions[0].label for n in longs} == {"GPE"}
            if near or (longs and (places or len(text) >= SHORTEST_ACRONYM)):
                name.joined = (near or longs)[0].root


def shorts(name: Name, by_words: Mapping[tuple[str, ...], Name]) -> Iterator[Name]:
    """The names that are short for ``name``."""
    yield from (by_words[other] for other in shorter(name) if other in by_words)
    for other in called(name):
        if other in by_words and mode([d.label for d in by_words[other].mentions]) == "ORG":
            yield by_words[other]


def shorter(name: Name) -> list[tuple[str, ...]]:
    """Other spellings that a thing may go by: "boeing" of "boeing co.", "state department" of "us state department"."""
    said, label = name.words, name.mentions[0].label
    found = []
    endings = words("organization_endings") if label == "ORG" else words("place_endings") if label == "GPE" else ()
    if len(said) > 1 and said[-1].strip(",") in endings:
        found.append(said[:-1])
    if label != "GPE":
        found += [said[n:] for n in range(1, len(said) - 1)]
    return found


def called(name: Name) -> list[tuple[str, ...]]:
    """What a company may be called for short, if that is no place's name: "dow jones" of "dow jones & co."."""
    if name.mentions[0].label != "ORG":
        return []
    said, endings = name.words, words("organization_endings") | words("company_words")
    kept = len(said)
    while kept > 1 and said[kept - 1].strip(",") in endings:
        kept -= 1
    return [said[:n] for n in range(kept, len(said))]


def initials_of(name: Name) -> set[str]:
    """Initials of its capitalised words, and of all its words."""
    parts = [w for w in re.split(r"[\s-]+", name.mentions[0].word) if w and w.lower() not in words("articles")]
    if len(parts) < 2:  # noqa: PLR2004  one word has no initials
        return set()
    capital = "".join(w[0] for w in parts if w[0].isupper())
    return {capital.lower(), "".join(w[0] for w in parts).lower()}


def beside(long: Name, short: Name) -> bool:
    """Whether the short form stands in brackets, or another sign, right behind the long one."""
    ends = {d.mention.name[1] for d in long.mentions if d.mention.name}
    return any(d.mention.name and d.mention.name[0] - 1 in ends for d in short.mentions)
