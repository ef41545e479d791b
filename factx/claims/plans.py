"""What is planned: "the vote is to be held", "the bridge is due to open"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.predicate import VERBS, subject_of
from factx.claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def infinitive_of(word: Token, *relations: str) -> Token | None:
    """The infinitive with "to" that completes the word."""
    return next((c for c in word.children if c.dep_ in relations and c.pos_ in VERBS and to_of(c) is not None), None)


def to_of(verb: Token) -> Token | None:
    """The "to" of an infinitive."""
    return next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)


def planned_by(verb: Token) -> Token | None:
    """What is planned: the infinitive after "is", "is scheduled" and "is due"."""
    being = next((c for c in (verb, *verb.children) if c.lower_ in words("being")), None)
    if being is None:
        return None
    planned = (word for word in (verb, *verb.children) if word.lower_ in words("planned"))
    found = next((i for word in planned if (i := infinitive_of(word, "xcomp"))), None)
    if found is not None:
        return found
    infinitive = infinitive_of(verb, "xcomp", "ccomp") if being.i == verb.i else verb
    return infinitive if infinitive is not None and plan(subject_of(verb), being, infinitive) else None


def plan(subject: Token | None, being: Token, infinitive: Token) -> bool:
    """Whether "is to" tells what will be, not what something is for: "the vote is to be held", "the aim is to win"."""
    if subject is None or subject.dep_ == "csubj" or subject.lemma_.lower() in words("purposes"):
        return False
    to = to_of(infinitive)
    if to is None or to.i < being.i or infinitive.lemma_ in words("not_planned"):
        return False
    return all(t.dep_ in ("advmod", "neg") for t in infinitive.doc[being.i + 1 : to.i])
