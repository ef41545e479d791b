"""The main predicate of a claim, and its subject and object, read off the parse."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factx.claims.proposition import balanced
from factx.claims.words import words
from factx.record import Triple
from factx.record import span as span_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens
    from factx.record import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp")
GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
# What the doer of an infinitive may be to the verb above it.
DOERS = frozenset({"dative", "dobj", "nsubjpass", "nsubj", "pobj"})
VERBS = frozenset({"VERB", "AUX"})
# A quotation mark stands at most this many tokens from the word that it closes or opens at.
MARKS = 3


def predicate(doc: Doc, spans: Sequence[Tokens]) -> Token | None:
    """The main verb of the content: the first of those highest in the tree, else its highest word, else None."""
    inside = {i for start, end in spans for i in range(start, end)}
    tokens = [doc[i] for i in sorted(inside)]
    tops = [t for t in tokens if (head := t.head.i) == t.i or head not in inside]
    verbs = (t for t in tops if t.pos_ in VERBS and t.dep_ not in GROUP)
    below = (c for t in tops for c in t.children if c.i in inside and c.pos_ in VERBS and c.dep_ not in GROUP)
    words = (t for t in tops if not t.is_punct and not t.is_space)
    return next(chain(verbs, below, words), None)


def subject_of(verb: Token) -> Token | None:
    """Its own subject, or that of the verb it is coordinated with."""
    for token in (verb, *(a for a in verb.ancestors if verb.dep_ == "conj")):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return child
        if token.dep_ != "conj":
            break
    return None


def triple(text: str, verb: Token, spans: Sequence[Tokens]) -> Triple | None:
    """Subject, predicate and object of the clause of ``verb``, the content's ``predicate``; None if that is no verb.

    Subject and object hold no verb of it, even where the parse hangs the whole clause on one of them. Who does what is
    done to the subject is no object: "the bridge was built by a firm".
    """
    if verb.pos_ not in VERBS:
        return None
    doc = verb.doc
    first, last = verb_group(doc, verb)
    subject = subject_of(verb) or doer(verb, spans)
    children = {c.dep_: c for c in reversed(list(verb.children)) if c.i > verb.i}
    target = next((children[d] for d in OBJECTS if d in children), None)
    behind = [(max(start, verb.i + 1), end) for start, end in spans]
    before = [(start, min(end, first)) for start, end in spans]
    return Triple(
        clipped(doc, text, subject, before if subject is not None and subject.i < first else spans),
        slice_of(doc, text, first, last),
        clipped(doc, text, target, behind),
    )


def doer(verb: Token, spans: Sequence[Tokens]) -> Token | None:
    """Who does what an infinitive names, where the content begins with them: "[voters to stay home]" after "urged".

    They hang on the verb that governs both: its object ("urged"), its subject ("were urged", "is said"), or the noun of
    its preposition ("called on"). What an infinitive of purpose is done with does nothing: "took steps to win".
    """
    bidden = verb.dep_ == "advcl" and verb.head.lemma_.lower() in words("command_cues")
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if not infinitive or not (bidden or verb.dep_ in ("ccomp", "xcomp")):
        return None
    beside = list(verb.head.children)
    below = (c for child in beside if child.dep_ == "prep" and child.lower_ != "for" for c in child.children)
    first = spans[0][0]
    return next((c for c in (*beside, *below) if c.dep_ in DOERS and c.left_edge.i == first and c.i < verb.i), None)


def clipped(doc: Doc, text: str, head: Token | None, spans: Sequence[Tokens]) -> Span | None:
    """The phrase of ``head`` as far as it lies in the span of the content that holds it."""
    if head is None:
        return None
    for start, end in spans:
        if start <= head.i < end:
            return slice_of(doc, text, max(start, head.left_edge.i), min(end, head.right_edge.i + 1))
    return None


def verb_group(doc: Doc, verb: Token) -> Tokens:
    """The verb with the auxiliaries, negation and particles that stand beside it, unbroken."""
    start, end = verb.i, verb.i + 1
    group = {c.i for c in verb.children if c.dep_ in GROUP or (c.dep_ == "advmod" and c.i < verb.i)}
    while start - 1 in group or (doc[start - 1].is_quote and start - 2 in group):
        start -= 1
    while start < verb.i and doc[start].dep_ == "advmod":
        start += 1
    while end in group:
        end += 1
    return start, end


def slice_of(doc: Doc, text: str, start: int, end: int) -> Span:
    """Tokens [start, end) as a span, without punctuation and space at the ends, but with both quotation marks.

    And both brackets: "the song (41 Shots)".
    """
    first, last = start, end
    unclosed = sum((t.text == "(") - (t.text == ")") for t in doc[start:end])
    while end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        if doc[end - 1].text == ")":
            if unclosed >= 0:
                break
            unclosed += 1
        end -= 1
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space):
        start += 1
    ends = [(start, i) for i in range(end, min(last, end + MARKS) + 1)]
    starts = [(i, end) for i in range(start - 1, max(first, start - MARKS) - 1, -1)]
    spans = [(doc[i].idx, doc[j - 1].idx + len(doc[j - 1])) for i, j in (*ends, *starts)]
    begin, stop = next((span for span in spans if balanced(text[slice(*span)])), spans[0])
    return span_of(text, begin, stop)
