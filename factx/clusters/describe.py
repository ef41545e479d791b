"""The mentions of a Doc: names, noun phrases and pronouns of the third person, in the order of their heads."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from spacy.attrs import SENT_START

from factx.clusters.cluster import Mention
from factx.clusters.described import Described
from factx.clusters.salience import governor_of, weight_of
from factx.clusters.words import is_person, person_nouns, third_person, words
from factx.entities import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from factx.clusters.cluster import Gender, Kind, Number

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
NOUNS = frozenset({"NOUN", "PROPN"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
# Where a noun is a part of a name or of another noun phrase, or says what somebody is.
NOT_A_PHRASE = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "attr", "appos", "oprd", "dep"})
PREMODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})
NEXT_CONJUNCT = frozenset({"cc", "conj", "preconj", "parataxis"})


def describe(doc: Doc) -> list[Described]:
    """All mentions of ``doc``."""
    sentence = [n - 1 for n in accumulate((x == 1 for x in doc.to_array([SENT_START]).tolist()), initial=0)][1:]
    if doc:
        sentence = [n - sentence[0] for n in sentence]
    heads: dict[int, Described] = {}
    inside: dict[int, Span] = {}
    for ent in names(doc):
        inside |= dict.fromkeys(range(ent.start, ent.end), ent)
    for ent in dict.fromkeys(inside.values()):
        root = ent.root
        if descriptive(ent, root):
            heads[root.i] = common(root, sentence[root.i], ent)
        else:
            found = named(ent, root, inside, sentence)
            heads[found.mention.head] = found
    for token in doc:
        pos = token.pos_
        if pos in NOUNS:
            if token.i not in heads and token.i not in inside and not token.ent_type:
                if token.dep_ not in NOT_A_PHRASE:
                    heads[token.i] = common(token, sentence[token.i])
        elif pos == "PRON" and token.lower_ in third_person() and not empty(token):
            heads[token.i] = pronoun(token, sentence[token.i])
    return [heads[head] for head in sorted(heads)]


def descriptive(ent: Span, root: Token) -> bool:
    """Whether an entity is called by what it is, not by a name: "the Home Secretary", "the University"."""
    noun = root.lemma_.lower()
    if ent.label_ == "PERSON":
        return root.i == ent.end - 1 and (noun in words("titles") or noun in person_nouns())
    return all(t.i == root.i or t.lower_ in words("articles") for t in ent) and noun in words("collective") | words("place")


def named(ent: Span, root: Token, inside: dict[int, Span], sentences: list[int]) -> Described:
    """A name, with the noun that it stands in apposition to."""
    head = root
    above = root.head
    if root.dep_ == "appos" and above.pos_ == "NOUN" and above.i not in inside and above.tag_ not in PLURAL_TAGS:
        head = above
    start, end = phrase(head, inside) if head.dep_ not in PREMODIFIER else (ent.start, ent.end)
    start, end = min(start, ent.start), max(end, ent.end)
    titles = [t for t in root.lefts if t.i < ent.start and t.pos_ in NOUNS and t.dep_ in PREMODIFIER]
    roles = {t.lemma_.lower() for t in (*titles, *apart(head), *apart(root)) if t.i not in inside}
    if head is not root:
        roles.add(head.lemma_.lower())
    possessor = next((t.i for t in (*root.lefts, *head.lefts) if t.dep_ == "poss"), None)
    said = roles | {t.lower_ for t in titles} | {t.lower_ for t in ent}
    governor = governor_of(head)
    label = ent.label_
    # A person's name has no article: what has one is hardly a person.
    person = label != "PERSON" or head is not root or not any(t.dep_ == "det" for t in root.lefts)
    return Described(
        Mention(start, end, head.i, "name", (ent.start, ent.end)),
        ent.text,
        KINDS.get(label, "other") if person else "other",
        gender_among(said) if label == "PERSON" else None,
        number_of(root) if label == "NORP" else "singular",
        sentences[head.i],
        weight_of(head, governor),
        governor.i,
        label,
        root.lemma_.lower() if label != "PERSON" else "",
        possessor=possessor,
        roles=roles,
    )


def common(head: Token, sentence: int, ent: Span | None = None) -> Described:
    """A noun phrase without a name for its head. Names of offices and the like (``ent``) are definite by themselves."""
    start, end = phrase(head, {})
    noun = head.lemma_.lower()
    plural = head.tag_ in PLURAL_TAGS
    determiner, possessor, modifiers = "the" if ent is not None else "", None, set()
    for left in head.lefts:
        dep = left.dep_
        if dep == "det":
            determiner = left.lower_
        elif dep == "poss":
            determiner, possessor = "poss", left.i
        elif dep in PREMODIFIER:
            modifiers.add(left.lemma_.lower())
    governor = governor_of(head)
    return Described(
        Mention(start, end, head.i, "noun"),
        noun,
        kind_of(noun),
        gender_among({noun} | modifiers),
        "plural" if plural or noun in words("people") else "singular",
        sentence,
        weight_of(head, governor),
        governor.i,
        "",
        noun,
        determiner,
        possessor,
        frozenset(modifiers),
        {t.lemma_.lower() for t in apart(head)},
    )


def pronoun(token: Token, sentence: int) -> Described:
    """A pronoun of the third person."""
    word = token.lower_
    gender: Gender | None = "female" if word in words("female") else "male" if word in words("male") else None
    number: Number = "plural" if word in words("plural") else "singular"
    governor = governor_of(token)
    return Described(
        Mention(token.i, token.i + 1, token.i, "pronoun"),
        word,
        "person" if gender else "unknown",
        gender,
        number,
        sentence,
        weight_of(token, governor),
        governor.i,
    )


def phrase(head: Token, inside: dict[int, Span]) -> tuple[int, int]:
    """The noun phrase of ``head``, without further conjuncts, and without another name in apposition ("Oslo, Norway")."""
    end = head.i + 1
    for right in head.rights:
        dep = right.dep_
        if dep in NEXT_CONJUNCT or (dep == "appos" and head.i in inside and right.i in inside):
            break
        end = right.right_edge.i + 1
    return head.left_edge.i, end


def apart(head: Token) -> Iterator[Token]:
    """Nouns that say what ``head`` is: in apposition, or behind a form of "be" that nothing negates."""
    for right in head.rights:
        if right.dep_ == "appos" and right.pos_ == "NOUN":
            yield right
    verb = head.head
    if head.dep_ == "nsubj" and verb.lemma_ == "be" and verb.pos_ in ("AUX", "VERB"):
        children = list(verb.children)
        if not any(c.dep_ in ("neg", "aux", "mark") for c in children):
            yield from (c for c in children if c.dep_ == "attr" and c.pos_ == "NOUN" and c.tag_ not in PLURAL_TAGS)


def empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it rained", "it seems"."""
    if token.dep_ == "expl":
        return True
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head
    after = {c.dep_ for c in verb.rights}
    if verb.lemma_ in words("impersonal_verbs"):
        return not after & {"dobj", "prep"} or bool(after & {"ccomp", "advcl"})
    clause = after & {"ccomp", "csubj", "advcl", "xcomp"}
    inner = any(g.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl") for c in verb.rights for g in c.rights)
    passive = token.dep_ == "nsubjpass" and "ccomp" in after
    return passive or (verb.lemma_ == "be" and bool(after & {"acomp", "attr"}) and bool(clause or inner))


def kind_of(noun: str) -> Kind:
    """Of a common noun."""
    if noun in words("collective"):
        return "organization"
    if is_person(noun):
        return "person"
    return "place" if noun in words("place") else "unknown"


def gender_among(said: set[str]) -> Gender | None:
    """The one gender that the words tell."""
    female, male = bool(said & words("female_nouns")), bool(said & words("male_nouns"))
    return None if female == male else "female" if female else "male"


def number_of(head: Token) -> Number:
    """By the tag."""
    return "plural" if head.tag_ in PLURAL_TAGS else "singular"

