"""Where the verb over a date points: ahead or back. After HeidelTime's tense rules, on a parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from factx.dates.reading import Direction

VERBS = ("VERB", "AUX")
PAST_TAGS, PRESENT_TAGS = ("VBD",), ("VBZ", "VBP")
# A date hangs on its verb by a preposition, a noun or two; farther away another verb is meant.
MAX_STEPS = 5


def direction(span: Span) -> Direction | None:
    """``future`` under "will", "to" after "plan" and the like; ``past`` under a past tense; else None."""
    before = span.root.head.lower_ if span.root.head.pos_ in ("ADP", "SCONJ") else ""
    if before in _words()["until"]:
        return "intended"
    of_verb = _of_verb(span.root)
    if before in _words()["since"] or (of_verb == "intended" and span.root.dep_ == "poss"):
        return "past"  # "refused to join in Monday's debate"
    return "intended" if before in _words()["by"] and of_verb is None else of_verb


def _of_verb(root: Token) -> Direction | None:
    verb = _governor(root)
    if verb is not None and verb.lemma_ in _words()["appointed"] and _is_present(verb):
        return "future"
    steps = 0
    while verb is not None and steps < MAX_STEPS:
        if _ahead(verb):
            return "future"
        if _is_infinitive(verb):
            return "intended"
        if _back(verb):
            return "past"
        if verb.dep_ not in ("xcomp", "ccomp", "advcl", "conj", "acl", "relcl", "pcomp"):
            return None
        verb, steps = _governor(verb), steps + 1
    return None


def _governor(token: Token) -> Token | None:
    """The nearest verb above a token."""
    for above in token.ancestors:
        if above.pos_ in VERBS:
            return above
    return None


def _ahead(verb: Token) -> bool:
    words = _words()
    if verb.lemma_ in words["ahead"] or verb.lower_ in words["ahead"] or _is_to(verb):
        return True
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.lower_ in words["future"]:
            return True
        if child.dep_ == "acomp" and (child.lower_ in words["ahead"] or _is_to(child)):
            return True
    return verb.tag_ == "VB" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG"


def _is_to(word: Token) -> bool:
    """As in "they are to meet", "they are set to meet"; not "they set out to meet"."""
    if not any(c.dep_ in ("xcomp", "ccomp") and _is_infinitive(c) for c in word.children):
        return False
    if word.lower_ == "set":
        return word.tag_ in ("VBN", "JJ") and all(c.dep_ != "prt" for c in word.children)
    return word.lemma_ == "be" and word.tag_ in PRESENT_TAGS


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in the present tense by itself ("it begins", not "it does begin")."""
    return verb.tag_ in PRESENT_TAGS and all(c.dep_ not in ("aux", "auxpass") for c in verb.children)


def _back(verb: Token) -> bool:
    if verb.tag_ in PAST_TAGS:
        return True
    return any(
        c.dep_ in ("aux", "auxpass") and c.lemma_ in ("have", "be") and c.tag_ in PAST_TAGS for c in verb.children
    )


@cache
def _words() -> dict[str, frozenset[str]]:
    table = load("tense")
    return {key: frozenset(table[key]) for key in ("future", "ahead", "appointed", "until", "by", "since")}
