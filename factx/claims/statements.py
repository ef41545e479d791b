"""The article's own voice: sentences that nobody else is made to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.opening import after_dateline
from factx.claims.predicate import SUBJECTS
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from factx.attribution.attributed import Tokens

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
FINAL = frozenset(".!?…")
CLOSING = "\"”’')]»"

# Shorter sentences are headings, credits and asides.
FEWEST_WORDS = 5

# Of the words of four letters and more, prose writes few with a capital, a headline nearly all.
LONG_WORD, TITLE_SHARE = 4, 0.8


def statements(doc: Doc) -> Iterator[Tokens]:
    """Tokens of each sentence that states something in the article's own voice."""
    taken = [False] * len(doc)
    for found in doc._.attributions:
        for start, end in (*found.content, *found.cue):
            taken[start:end] = [True] * (end - start)
    for sentence in doc.sents:
        if own(sentence, taken) and states(sentence):
            yield trimmed(sentence)


def own(sentence: Span, taken: list[bool]) -> bool:
    """Whether the article says it: nobody's words, though some of it may be ("The bill, which he calls cruel, passed").

    Its predicate and subject, and most of its words, then are nobody else's. A sentence in quotation marks is
    somebody's.
    """
    inside = sum(taken[sentence.start : sentence.end])
    if inside and 2 * inside >= len(sentence):
        return False
    first, last = (next((t for t in way if not t.is_space), None) for way in (sentence, reversed(sentence)))
    if first is not None and last is not None and first.is_quote and last.is_quote:
        return False
    root = sentence.root
    return not inside or not (taken[root.i] or any(taken[t.i] for t in root.children if t.dep_ in SUBJECTS))


def states(sentence: Span) -> bool:
    """Whether the sentence is prose with a finite verb: no heading, caption, byline or line of the site."""
    text = sentence.text.strip()
    if not text.rstrip(CLOSING).endswith(tuple(FINAL)):
        return False
    words = [t for t in sentence if not t.is_space and not t.is_punct]
    if len(words) < FEWEST_WORDS or boilerplate(text.lower()) or headline(words):
        return False
    root = sentence.root
    return any(t.tag_ in FINITE for t in (root, *root.children))


def boilerplate(text: str) -> bool:
    """Whether the line, in lower case, is the site's and not the article's."""
    lines = load("boilerplate")
    return text.startswith(tuple(lines["openings"])) or any(phrase in text for phrase in lines["phrases"])


def headline(words: list[Token]) -> bool:
    """Whether the words are written as titles are: nearly all long ones with a capital."""
    long = [t for t in words if t.is_alpha and len(t) >= LONG_WORD]
    return sum(not t.is_lower for t in long) > TITLE_SHARE * len(long)


def trimmed(sentence: Span) -> Tokens:
    """The sentence without space around it, its final stop, and the dateline that it begins with."""
    start, end = sentence.start, sentence.end
    while end > start and sentence.doc[end - 1].is_space:
        end -= 1
    while start < end and sentence.doc[start].is_space:
        start += 1
    start = after_dateline(sentence.doc, start)
    if sentence.doc[end - 1].text == ".":
        end -= 1
    return start, end
