"""What is asked and what is bidden: clauses that hold nothing for true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.denial import following
from factx.claims.predicate import SUBJECTS
from factx.claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def asked(verb: Token, cue: Token | None, lemma: str | None) -> bool:
    """Whether the clause is a question, asked or told. ``lemma``: of the cue."""
    return (
        any(c.text == "?" for c in verb.children)
        or questions(verb, lemma)
        or (lemma in words("question_cues") and asks(verb))
        or (cue is not None and hearer_asked(cue))
    )


def questions(verb: Token, cue: str | None) -> bool:
    """Whether the clause begins with the word of a question that is told and not answered: "whether it rained"."""
    return cue not in words("explaining_cues") and any(
        c.i < verb.i and c.lower_ in words("question_words") for c in verb.children
    )


def asks(verb: Token) -> bool:
    """Whether the clause is a reported question."""
    return any(c.lower_ in words("if_words") or c.tag_ in ("WP", "WRB", "WDT") for c in verb.subtree)


def hearer_asked(cue: Token) -> bool:
    """Whether the hearer is asked for what they hold: "do you think that it rains?"."""
    children = list(cue.children)
    first = min((c.i for c in children if c.dep_ == "aux"), default=cue.i)
    hearer = any(c.dep_ in SUBJECTS and c.lower_ == "you" and c.i > first for c in children)
    return hearer and any(c.text == "?" for c in children)


def commands(verb: Token, cue: Token | None) -> bool:
    """Whether the clause bids somebody do it: "stay home", "do not panic"; not "look, it rains" and "let me say"."""
    said = verb.dep_ == "ROOT" or (cue is not None and verb.head.i == cue.i)
    if verb.tag_ != "VB" or not said or verb.lemma_.lower() in words("no_commands"):
        return False
    doc, start = verb.doc, verb.left_edge.i
    while start > verb.sent.start and doc[start - 1].dep_ == "cc":
        start -= 1
    begins = start == verb.sent.start or doc[start].is_quote or doc[start - 1].is_quote
    before = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in ("aux", "auxpass")]
    after = following(verb)[:1]
    opening = (verb.lower_ in words("attention") and after == [","]) or (verb.lower_ == "let" and after == ["me"])
    return begins and not opening and all(c.lower_ == "do" for c in before)
