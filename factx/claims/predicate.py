"""The main predicate of a claim, and its subject and object, read off the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.proposition import balanced
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
VERBS = frozenset({"VERB", "AUX"})
# A quotation mark stands at most this many tokens from the word that it closes or opens at.
MARKS = 3


def predicate(doc: Doc, spans: Sequence[Tokens]) -> Token | None:
    """The main verb of the content: the first of those highest in the tree, else its highest word, else None."""
    inside = {i for start, end in spans for i in range(start, end)}
    tokens = [doc[i] for i in sorted(inside)]
    tops = [t for t in tokens if (head := t.head.i) == t.i or head not in inside]
    verbs = [t for t in tops if t.pos_ in VERBS and t.dep_ not in GROUP]
    below = [c for t in tops for c in t.children if c.i in inside and c.pos_ in VERBS and c.dep_ not in GROUP]
    words = [t for t in tops if not t.is_punct and not t.is_space]
    return next(iter(verbs or below or words), None)


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

    Who does what is done to the subject is no object: "the bridge was built by a firm".
    """
    if verb.pos_ not in VERBS:
        return None
    doc = verb.doc
    subject = subject_of(verb)
    children = {c.dep_: c for c in reversed(list(verb.children)) if c.i > verb.i}
    target = next((children[d] for d in OBJECTS if d in children), None)
    return Triple(clipped(doc, text, subject, spans), verb_group(doc, text, verb), clipped(doc, text, target, spans))


def clipped(doc: Doc, text: str, head: Token | None, spans: Sequence[Tokens]) -> Span | None:
    """The phrase of ``head`` as far as it lies in the span of the content that holds it."""
    if head is None:
        return None
    for start, end in spans:
        if start <= head.i < end:
            return slice_of(doc, text, max(start, head.left_edge.i), min(end, head.right_edge.i + 1))
    return None


def verb_group(doc: Doc, text: str, verb: Token) -> Span:
    """The verb with the auxiliaries, negation and particles that stand beside it, unbroken."""
    start, end = verb.i, verb.i + 1
    group = {c.i for c in verb.children if c.dep_ in GROUP or (c.dep_ == "advmod" and c.i < verb.i)}
    while start - 1 in group:
        start -= 1
    while start < verb.i and doc[start].dep_ == "advmod":
        start += 1
    while end in group:
        end += 1
    return slice_of(doc, text, start, end)


def slice_of(doc: Doc, text: str, start: int, end: int) -> Span:
    """Tokens [start, end) as a span, without punctuation and space at the ends, but with both quotation marks."""
    first, last = start, end
    while end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space):
        start += 1
    ends = [(start, i) for i in range(end, min(last, end + MARKS) + 1)]
    starts = [(i, end) for i in range(start - 1, max(first, start - MARKS) - 1, -1)]
    spans = [(doc[i].idx, doc[j - 1].idx + len(doc[j - 1])) for i, j in (*ends, *starts)]
    begin, stop = next((span for span in spans if balanced(text[slice(*span)])), spans[0])
    return span_of(text, begin, stop)
