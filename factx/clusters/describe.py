"""The mentions of a Doc: names, noun phrases and pronouns of the third person, in the order of their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.clusters.cluster import Mention
from factx.clusters.described import Described
from factx.clusters.parsed import Parsed
from factx.clusters.phrases import NOUNS, PREMODIFIER, apart, empty, objects, phrase, repeated
from factx.clusters.salience import weight_of
from factx.clusters.words import is_person, outlets, person_nouns, third_person, words
from factx.entities import names

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Span

    from factx.clusters.cluster import Gender, Kind, Number

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
NOTHING: frozenset[str] = frozenset()
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
# Where a noun is a part of a name or of another noun phrase, or says what somebody is.
NOT_A_PHRASE = PREMODIFIER | {"quantmod", "attr", "appos", "oprd", "dep"}


class Describer:
    """Finds and describes the mentions of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.parsed = Parsed(doc)
        self.names = names(doc)
        self.inside = {token for ent in self.names for token in range(ent.start, ent.end)}

    def mentions(self) -> list[Described]:
        """All of them."""
        parsed = self.parsed
        found: dict[int, Described] = {}
        for ent in self.names:
            root = parsed.root(ent.start, ent.end)
            described = self.common(root, office=True) if self.descriptive(ent, root) else self.named(ent, root, found)
            found[described.mention.head] = described
        for token, pos in enumerate(parsed.pos):
            if pos in NOUNS:
                part = token in self.inside or parsed.named[token] or parsed.dep[token] in NOT_A_PHRASE
                if not part and not self.served(token) and token not in found:
                    found[token] = self.common(token)
            elif pos == "PRON" and parsed.lower[token] in third_person() and not empty(parsed, token):
                found[token] = self.pronoun(token)
        return [found[head] for head in sorted(found)]

    def served(self, token: int) -> bool:
        """Whether the noun says what somebody is or was: "served as chairman"."""
        parsed = self.parsed
        return (
            parsed.dep[token] == "pobj" and parsed.lower[parsed.head[token]] == "as" and is_person(parsed.lemma[token])
        )

    def descriptive(self, ent: Span, root: int) -> bool:
        """Whether an entity is called by what it is, not by a name: "the Home Secretary", "the University"."""
        noun = self.parsed.lemma[root]
        if ent.label_ == "PERSON":
            return root == ent.end - 1 and (noun in words("titles") or noun in person_nouns())
        if noun not in words("collective") | words("place"):
            return False
        return all(t == root or self.parsed.lower[t] in words("articles") for t in range(ent.start, ent.end))

    def named(self, ent: Span, root: int, taken: Collection[int]) -> Described:
        """A name, with the noun that it stands in apposition to."""
        parsed = self.parsed
        label = "ORG" if ent.text.lower() in outlets() else ent.label_
        start, end = ent.start, ent.end
        above, head = parsed.head[root], root
        beside = parsed.dep[root] == "appos" and parsed.pos[above] == "NOUN" and parsed.tag[above] not in PLURAL_TAGS
        if beside and above not in self.inside and above not in taken:
            head = above
        article, possessor, called = False, None, apart(parsed, head)
        for left in parsed.children[root]:
            dep = parsed.dep[left]
            if left > root:
                break
            if dep == "det":
                article = left >= start - 1
            elif dep == "poss":
                possessor = left
            elif dep in PREMODIFIER and left < start and parsed.pos[left] in NOUNS:
                called.append(left)
        if head != root:
            called += [head, *apart(parsed, root)]
            possessor = next((t for t in parsed.lefts(head) if parsed.dep[t] == "poss"), possessor)
        roles = {parsed.lemma[t] for t in called if t not in self.inside} if called else NOTHING
        first, last = phrase(parsed, head, self.inside) if parsed.dep[head] not in PREMODIFIER else (start, end)
        governor = parsed.governor(head)
        person = label == "PERSON"
        return Described(
            Mention(min(start, first), max(end, last), head, "name", (start, end)),
            ent.text,
            # A person's name has no article: what has one is hardly a person.
            "other" if article and person else KINDS.get(label, "other"),
            gender_among(roles.union(parsed.lower[start:end])) if person else None,
            number_of(parsed.tag[root]) if label == "NORP" else "singular",
            parsed.sentence[head],
            weight_of(parsed.dep[head], parsed.pos[governor]),
            governor,
            label,
            "" if person else parsed.lemma[root],
            "",
            possessor,
            NOTHING,
            roles,
        )

    def common(self, head: int, *, office: bool = False) -> Described:
        """A noun phrase without a name for its head. The name of an office or the like is definite by itself."""
        parsed = self.parsed
        noun = parsed.lemma[head]
        determiner, possessor, modifiers = "the" if office else "", None, NOTHING
        for left in parsed.children[head]:
            dep = parsed.dep[left]
            if left > head:
                break
            if dep == "det":
                determiner = parsed.lower[left]
            elif dep == "poss":
                determiner, possessor = "poss", left
            elif dep in PREMODIFIER:
                modifiers |= {parsed.lemma[left]}
        governor = parsed.governor(head)
        roles = apart(parsed, head)
        return Described(
            Mention(*phrase(parsed, head, ()), head, "noun"),
            noun,
            kind_of(noun),
            gender_among(modifiers | {noun}) if modifiers else gender_of(noun),
            "plural" if noun in words("people") else number_of(parsed.tag[head]),
            parsed.sentence[head],
            weight_of(parsed.dep[head], parsed.pos[governor]),
            governor,
            "",
            noun,
            determiner,
            possessor,
            modifiers,
            {parsed.lemma[t] for t in roles} if roles else NOTHING,
        )

    def pronoun(self, token: int) -> Described:
        """A pronoun of the third person."""
        parsed = self.parsed
        word = parsed.lower[token]
        gender: Gender | None = "female" if word in words("female") else "male" if word in words("male") else None
        governor = parsed.governor(token)
        return Described(
            Mention(token, token + 1, token, "pronoun"),
            word,
            "person" if gender else "unknown",
            gender,
            "plural" if word in words("plural") else "singular",
            parsed.sentence[token],
            weight_of(parsed.dep[token], parsed.pos[governor]),
            governor,
            repeats=repeated(parsed, token),
            apart=objects(parsed, token),
        )


def kind_of(noun: str) -> Kind:
    """Of a common noun."""
    if noun in words("collective"):
        return "organization"
    if is_person(noun):
        return "person"
    return "place" if noun in words("place") else "unknown"


def gender_of(noun: str) -> Gender | None:
    """What one noun tells."""
    return gender_among({noun})


def gender_among(said: AbstractSet[str]) -> Gender | None:
    """The one gender that the words tell."""
    female, male = not said.isdisjoint(words("female_nouns")), not said.isdisjoint(words("male_nouns"))
    return None if female == male else "female" if female else "male"


def number_of(tag: str) -> Number:
    """By the tag of the head."""
    return "plural" if tag in PLURAL_TAGS else "singular"
