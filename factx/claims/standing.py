"""Polarity and modality: does the claim say yes, no or maybe? After Saurí and Pustejovsky (2009), much simplified."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factx.claims.predicate import SUBJECTS, VERBS, subject_of
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from factx.record import Modality, Polarity


@cache
def words(name: str) -> frozenset[str]:
    """One list of the modality lexicon."""
    return frozenset(load("modality")[name])


def polarity(verb: Token, cue: Token | None, lemma: str | None) -> Polarity:
    """Negative where the predicate or its subject is negated, or the cue denies; both together are positive again.

    A cue of thinking or wanting that is negated denies: "does not think that it will rain" (Horn 1978, neg-raising).
    """
    complements = (c for child in verb.children if child.dep_ == "acomp" for c in child.children)
    negated = any(map(negates, verb.children)) or any(map(no_longer, complements)) or fronted(verb)
    subject = subject_of(verb)
    if subject is not None:
        negated |= subject.lower_ in words("negative_words")
        negated |= nothing(subject) or (subject.dep_ == "expl" and any(map(nothing, (*verb.children, *below(verb)))))
    denied = lemma is not None and lemma in words("negative_cues")
    if cue is not None and lemma in words("raising_cues"):
        denied |= any(c.dep_ == "neg" for c in cue.children)
    return "negative" if negated != denied else "positive"


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


def modality(verb: Token, cue: str | None) -> Modality:
    """How the source holds the main predicate."""
    governed = governed_modality(verb, cue)
    if governed is not None:
        return governed
    children = list(verb.children)
    if any(c.text == "?" for c in children) or questions(verb, cue) or (cue in words("question_cues") and asks(verb)):
        return "question"
    auxiliaries = [c.lower_ for c in children if c.dep_ in ("aux", "auxpass")]
    if any(c.dep_ == "advcl" and conditions(c) for c in children) or unreal(auxiliaries):
        return "conditional"
    for name in ("necessary", "possible", "future"):
        if any(a in words(name) for a in auxiliaries):
            return name
    if any(c.dep_ == "advmod" and c.lower_ in words("possible_adverbs") for c in children):
        return "possible"
    return verb_modality(verb)


def conditions(verb: Token) -> bool:
    """Whether the clause is a condition: "if it rained", "had it rained"."""
    children = list(verb.children)
    if any(m.lower_ in words("if_words") for m in children):
        return True
    subject = next((c for c in children if c.dep_ in SUBJECTS), None)
    return subject is not None and any(
        c.dep_ in ("aux", "auxpass") and c.i < subject.i and c.lower_ in words("inverted") for c in children
    )


def unreal(auxiliaries: Sequence[str]) -> bool:
    """Whether they make what would have been: "it would not have been possible"."""
    return "have" in auxiliaries and any(a in words("unreal") for a in auxiliaries)


def questions(verb: Token, cue: str | None) -> bool:
    """Whether the clause begins with the word of a question that is told and not answered: "whether it rained"."""
    return cue not in words("explaining_cues") and any(
        c.i < verb.i and c.lower_ in words("question_words") for c in verb.children
    )


def governed_modality(verb: Token, cue: str | None) -> Modality | None:
    """What the cue makes of an infinitive ("agreed to", "urged them to"), a subjunctive or a noun ("called for")."""
    if cue is None:
        return None
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if cue in words("command_cues"):
        bare = verb.tag_ == "VB" or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
        wished = bare and not any(c.tag_ == "MD" or c.lower_ == "do" for c in verb.children)
        noun = verb.pos_ not in VERBS and cue in words("wishing_cues")
        return "command" if infinitive or wished or noun else None
    return "future" if infinitive and cue in words("future_cues") else None


def asks(verb: Token) -> bool:
    """Whether the clause is a reported question."""
    return any(c.lower_ in words("if_words") or c.tag_ in ("WP", "WRB", "WDT") for c in verb.subtree)


def verb_modality(verb: Token) -> Modality:
    """Of "has to", "is going to" and "is likely to"."""
    infinitive = any(
        c.dep_ == "xcomp" and c.pos_ in VERBS and any(a.lower_ == "to" for a in c.children) for c in verb.children
    )
    if infinitive and verb.lemma_ in words("necessary_governors"):
        return "necessary"
    if infinitive and verb.lower_ == "going":
        return "future"
    if any(c.dep_ == "acomp" and c.lower_ in words("possible_adverbs") for c in verb.children):
        return "possible"
    return "asserted"
