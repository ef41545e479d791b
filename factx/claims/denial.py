"""What denies a clause or a noun, and what only looks so: "no longer", "not only"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.predicate import SUBJECTS, subject_of
from factx.claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def denied(verb: Token) -> bool:
    """Whether the clause of the verb is denied: by a word beside it, its subject, or what it begins with."""
    complements = (c for child in verb.children if child.dep_ == "acomp" for c in child.children)
    if any(map(negates, verb.children)) or any(map(no_longer, complements)) or fronted(verb):
        return True
    subject = subject_of(verb)
    if subject is None:
        return False
    there = (*verb.children, *below(verb)) if subject.dep_ == "expl" else ()
    return subject.lower_ in words("negative_words") or any(map(nothing, (subject, *there)))


def negates(word: Token) -> bool:
    """Whether the word below a verb denies it: "not" and "no longer", but no "not only" and "not to mention"."""
    if word.dep_ == "neg":
        after = following(word)
        return after != ["to", "mention"] and not (after and after[0] in words("not_alone"))
    return no_longer(word) or (word.dep_ == "preconj" and word.lower_ == "neither")


def no_longer(word: Token) -> bool:
    """Whether the word is that of "no longer", and not of "no longer than a year"."""
    return word.lower_ == "longer" and word.i > 0 and word.nbor(-1).lower_ == "no" and following(word)[:1] != ["than"]


def following(word: Token) -> list[str]:
    """The next two words, in small letters."""
    return [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]


def nothing(noun: Token) -> bool:
    """Whether the noun is denied by its "no": "no injuries", "no better plan"; but no "no fewer than 40 people"."""
    before = [c for c in noun.children if c.i < noun.i]
    beside = [*before, *(c for word in before if word.dep_ == "amod" for c in word.children)]
    return any(c.lower_ == "no" and c.dep_ in ("det", "advmod") and following(c)[1:] != ["than"] for c in beside)


def below(verb: Token) -> list[Token]:
    """The words below an infinitive of the verb: "there happens to be no bridge"."""
    return [word for infinitive in verb.children if infinitive.dep_ == "xcomp" for word in infinitive.children]


def fronted(verb: Token) -> bool:
    """Whether the clause begins with what denies it, and the subject comes late: "under no circumstances may it"."""
    children = list(verb.children)
    first = min((c.i for c in children if c.dep_ in ("aux", "auxpass")), default=verb.i)
    late = not any(c.dep_ in SUBJECTS and c.i < first for c in children)
    return late and any(c.dep_ == "prep" and c.i < first and any(map(nothing, c.children)) for c in children)


def barred(verb: Token, cue: Token | None) -> bool:
    """Whether the cue is against what the gerund names: "decided against closing the bridge"."""
    preposition = verb.head
    return verb.tag_ == "VBG" and verb.dep_ == "pcomp" and preposition.lower_ == "against" and preposition.head == cue
