"""Polarity and modality: does the claim say yes, no or maybe? After Saurí and Pustejovsky (2009), much simplified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.denial import barred, denied
from factx.claims.hearers import asked, commands
from factx.claims.plans import infinitive_of, planned_by
from factx.claims.predicate import SUBJECTS, VERBS
from factx.claims.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from factx.record import Modality, Polarity

# What a verb has before it that is asked or denied, and not wished.
DOING = frozenset({"did", "do", "does"})


def polarity(verb: Token, cue: Token | None, lemma: str | None) -> Polarity:
    """Negative where the predicate or its subject is negated, or the cue denies; both together are positive again.

    A cue of thinking or wanting that is negated denies: "does not think that it will rain" (Horn 1978, neg-raising).
    """
    refused = lemma is not None and lemma in words("negative_cues")
    refused |= barred(verb, cue)
    if cue is not None and lemma in words("raising_cues"):
        refused |= any(c.dep_ == "neg" for c in cue.children)
    return "negative" if denied(verb) != refused else "positive"


def modality(verb: Token, cue: Token | None, lemma: str | None, *, shifted: bool = True) -> Modality:
    """How the source holds the main predicate.

    ``lemma``: of the cue. ``shifted``: somebody else tells it, so "would" may be what was "will".
    """
    governed = governed_modality(verb, lemma, barred=barred(verb, cue))
    if governed is not None:
        return governed
    if asked(verb, cue, lemma):
        return "question"
    return "command" if commands(verb, cue) else supposed_modality(verb, shifted=shifted) or verb_modality(verb)


def supposed_modality(verb: Token, *, shifted: bool) -> Modality | None:
    """What conditions, auxiliaries and adverbs make of the verb."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and not shortened_had(c)]
    if any(c.dep_ == "advcl" and conditions(c) for c in verb.children) or unreal(auxiliaries):
        return "conditional"
    if not shifted and verb.lemma_ not in words("wishes") and any(a in words("supposing") for a in auxiliaries):
        return "conditional"
    for name in ("necessary", "possible", "future"):
        if any(a in words(name) for a in auxiliaries):
            return name
    possible = any(c.dep_ == "advmod" and c.lower_ in words("possible_adverbs") for c in verb.children)
    return "possible" if possible else None


def shortened_had(auxiliary: Token) -> bool:
    """Whether it is a "had" that is written as "would" can be: "he'd been there"."""
    return auxiliary.lower_ in ("'d", "’d") and auxiliary.tag_ != "MD"


def conditions(verb: Token) -> bool:
    """Whether the clause is a condition: "if it rained", "had it rained"; not "whether it rains", "as if it rained"."""
    children = list(verb.children)
    if any(m.lower_ in words("if_words") and m.lower_ != "whether" and not likened(m) for m in children):
        return True
    subject = next((c for c in children if c.dep_ in SUBJECTS), None)
    return subject is not None and any(
        c.dep_ in ("aux", "auxpass") and c.i < subject.i and c.lower_ in words("inverted") for c in children
    )


def likened(word: Token) -> bool:
    """Whether it is the "if" of "as if"."""
    return word.i > 0 and word.nbor(-1).lower_ == "as"


def unreal(auxiliaries: Sequence[str]) -> bool:
    """Whether they make what would have been: "it would not have been possible"."""
    return "have" in auxiliaries and any(a in words("unreal") for a in auxiliaries)


def governed_modality(verb: Token, cue: str | None, *, barred: bool = False) -> Modality | None:
    """What the cue makes of an infinitive ("agreed to", "urged them to"), a subjunctive or a noun ("called for").

    ``barred``: the cue is against it: "advised against swimming" bids what "advised not to swim" does.
    """
    if cue is None:
        return None
    infinitive = barred or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if cue in words("command_cues"):
        bare = verb.tag_ == "VB" or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
        wished = bare and not any(c.tag_ == "MD" or c.lower_ in DOING for c in verb.children)
        noun = verb.pos_ not in VERBS and cue in words("wishing_cues")
        return "command" if infinitive or wished or noun else None
    return "future" if infinitive and cue in words("future_cues") else None


def verb_modality(verb: Token) -> Modality:
    """Of "has to", "is going to", "is to", "is due to" and "is likely to"."""
    infinitive = infinitive_of(verb, "xcomp")
    if infinitive is not None and verb.lemma_ in words("necessary_governors"):
        return "necessary"
    if infinitive is not None and verb.lower_ == "going":
        return "future"
    planned = planned_by(verb)
    if planned is not None:
        return "conditional" if any(c.lower_ == "have" and c.dep_ == "aux" for c in planned.children) else "future"
    if any(c.dep_ == "acomp" and c.lower_ in words("possible_adverbs") for c in verb.children):
        return "possible"
    return "asserted"
