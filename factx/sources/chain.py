"""Whom a saying went through: from whom the source has it, and who passes it on. Read off the cue's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.passed_on import PASSING, passed_on
from factx.claims.standing import modality, polarity
from factx.sources.around import LISTENERS, infinitive, inside
from factx.sources.channels import channel_nouns
from factx.sources.mention import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed, Tokens

# "citing", "which cites": not "as cited by".
ACTIVE = frozenset({"VBG", "VBZ", "VBP", "VBD"})
PAST = frozenset({"VBN", "VBD"})


def cited(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the source cites: "state media reported, citing Russian diplomats"; "a report citing officials"."""
    for child in hanging(doc, found, (found.source, found.content)):
        if child.lower_ not in PASSING or child.dep_ not in ("advcl", "prep", "acl", "conj", "relcl"):
            continue
        if child.i != found.head and child.tag_ in ACTIVE and not regarded(child):
            yield from (t for t in child.children if t.dep_ in ("dobj", "pobj") and not inside(t.i, found.content))


def carriers(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the saying reached the article through: "a letter seen by the Herald", "Lee, quoted by Vesti".

    A statement is its author's who publishes it; what somebody says in "remarks published by Vesti" is not Vesti's.
    """
    places = tuple((noun.i, noun.i + 1) for noun in channel_nouns(doc, found))
    published = {child for start, _ in places for child in doc[start].children}
    for child in hanging(doc, found, (found.source, places)):
        verbs = words("carrying") | words("airing") if child in published else words("carrying")
        if child.tag_ in PAST and child.lemma_.lower() in verbs and not regarded(child):
            agents = (t for t in child.children if t.dep_ in ("agent", "prep") and t.lower_ == "by")
            yield from (t for agent in agents for t in agent.children if t.dep_ == "pobj")
    passing = passed_on(doc[found.head])
    if passing is not None and passing.carrier is not None and passing.speaker in found.source:
        yield passing.carrier
    yield from quoting(doc[found.head])


def quoting(cue: Token) -> Iterator[Token]:
    """Heads of who quotes the one whom the cue's clause tells of: "Vesti quotes Lee, who said so"."""
    verb = cue.head.head if cue.dep_ == "relcl" and cue.head.dep_ == "dobj" else cue
    if verb is not cue and verb.lower_ in PASSING and verb.tag_ in ACTIVE and not regarded(verb):
        yield from (t for t in verb.lefts if t.dep_ == "nsubj")


def regarded(verb: Token) -> bool:
    """Whether the verb says what something is taken for: "citing Norway as an example", "seen by some as a threat"."""
    return any(t.dep_ == "prep" and t.lower_ == "as" for noun in (verb, *verb.children) for t in noun.children)


def hanging(doc: Doc, found: Attributed, phrases: Iterable[tuple[Tokens, ...]]) -> Iterator[Token]:
    """What hangs on the cue or on the heads of ``phrases``, and is no part of the content."""
    nouns = [doc[slice(*span)].root for spans in phrases for span in spans]
    roots = [
        doc[found.head],
        *nouns,
        *(t for noun in nouns if noun.lemma_ in words("copies") for t in below(noun, "of")),
    ]
    return (child for root in roots for child in root.children if not inside(child.i, found.content))


def heard(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the source has heard it from: "Lee said officials had told him", "she had learned from friends".

    Not of what has not happened: "they never told us", "you will hear that from him", "to hear from voters".
    """
    for verb in (doc[found.head], *(doc[slice(*span)].root for span in found.content)):
        lemma = verb.lemma_.lower()
        hears = lemma in words("hearsay")
        if not (hears or lemma in words("telling")) or not happened(verb):
            continue
        if hears:
            if verb.i == found.head or news(verb):
                yield from below(verb, "from")
        elif not requests(verb):
            listeners = [t for t in verb.children if t.dep_ in LISTENERS and t.lower_ in words("listeners")]
            if any(t.dep_ == "nsubjpass" for t in listeners):
                yield from below(verb, "by")
            elif listeners and verb.i != found.head:
                yield from (t for t in verb.children if t.dep_ == "nsubj" and not conversing(t))


def happened(verb: Token) -> bool:
    """Whether it is neither denied nor asked, wished or still to come."""
    supposed = infinitive(verb) or any(t.dep_ in ("aux", "auxpass") and t.tag_ == "MD" for t in verb.children)
    return not supposed and modality(verb, None, None) != "question" and polarity(verb, None, None) == "positive"


def news(verb: Token) -> bool:
    """Whether what was heard is told: "heard from friends that …", "learned this from them", not "learned from him"."""
    return any(
        t.dep_ == "ccomp" or (t.dep_ == "dobj" and t.lower_ in words("pointing_back")) or t.lower_ == "of"
        for t in verb.children
    )


def requests(verb: Token) -> bool:
    """Whether it tells somebody to do something, not that something is so: "told her to go", "told her what to do"."""
    return any(t.dep_ in ("xcomp", "ccomp") and infinitive(t) for t in verb.children)


def conversing(teller: Token) -> bool:
    """Whether it is the speaker or the listener: "I told them", "you tell me"."""
    return teller.lower_ in words("first_person") | words("first_person_plural") | words("second_person")


def below(verb: Token, preposition: str) -> Iterator[Token]:
    """The nouns that hang on ``verb`` by the preposition."""
    return (t for prep in verb.children if prep.lower_ == preposition for t in prep.children if t.dep_ == "pobj")
