"""The article's own voice: sentences that nobody else is made to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.captions import captions
from factx.claims.opening import after_dateline
from factx.claims.predicate import OBJECTS, SUBJECTS
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

# No clause ends in one of these: "because, officials said, it rained".
OPEN = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ"})

# Of the words of four letters and more, prose writes few with a capital, a headline nearly all.
LONG_WORD, TITLE_SHARE = 4, 0.8


def statements(doc: Doc) -> Iterator[Tokens]:
    """Tokens of each sentence that states something in the article's own voice."""
    taken = [False] * len(doc)
    for found in doc._.attributions:
        for start, end in (*found.content, *found.cue):
            taken[start:end] = [True] * (end - start)
    beside = [False] * len(doc)
    for start, end in captions(doc):
        beside[start:end] = [True] * (end - start)
    for sentence in doc.sents:
        if beside[sentence.root.i] or not states(sentence):
            continue
        if own(sentence, taken):
            yield trimmed(sentence)
        elif (clause := main_clause(sentence, taken)) is not None:
            yield trimmed(clause)


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
    return not inside or not others(sentence.root, taken)


def others(verb: Token, taken: list[bool]) -> bool:
    """Whether somebody else says the verb or its subject."""
    return taken[verb.i] or any(taken[t.i] for t in verb.children if t.dep_ in SUBJECTS)


def main_clause(sentence: Span, taken: list[bool]) -> Span | None:
    """What the article says before a joint of the sentence behind which somebody else speaks.

    "Fishermen rescued 700 people, and the navy reportedly saved 200 more"; "Ann Lee left on Monday, saying that it
    rained": what stands before the comma, where nothing of it hangs on what follows. What is quoted is somebody's.
    """
    root, doc = sentence.root, sentence.doc
    first = next((i for i in range(sentence.start, sentence.end) if taken[i]), sentence.start)
    if first <= root.i or others(root, taken) or not any(t.dep_ in SUBJECTS for t in root.children):
        return None
    end = joint(root, first)
    while end > root.i and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc"):
        end -= 1
    clause = doc[sentence.start : end]
    hangs = any(t.head.i >= end for t in clause) or any(t.i >= end and t.dep_ in OBJECTS for t in root.children)
    if end <= root.i or hangs or doc[end - 1].pos_ in OPEN or any(t.is_quote for t in clause):
        return None
    return clause if len(words_of(clause)) >= FEWEST_WORDS else None


def joint(root: Token, first: int) -> int:
    """Where the part of the sentence begins that holds the token ``first``: a clause of its own, or a comma; else 0."""
    clauses = [t for t in root.children if t.dep_ == "conj" and t.left_edge.i <= first <= t.right_edge.i]
    if clauses:
        return clauses[0].left_edge.i
    return next((i for i in range(first, root.i, -1) if root.doc[i].text == ","), 0)


def states(sentence: Span) -> bool:
    """Whether the sentence is prose with a finite verb: no heading, caption, byline or line of the site."""
    text = sentence.text.strip()
    if not text.rstrip(CLOSING).endswith(tuple(FINAL)):
        return False
    words = words_of(sentence)
    if len(words) < FEWEST_WORDS or boilerplate(text.lower()):
        return False
    root = sentence.root
    finite = [t for t in (root, *root.children) if t.tag_ in FINITE]
    return bool(finite) and (any(t.is_alpha and t.is_lower for t in finite) or not headline(words))


def words_of(span: Span) -> list[Token]:
    """Its tokens that are neither space nor punctuation."""
    return [t for t in span if not t.is_space and not t.is_punct]


def boilerplate(text: str) -> bool:
    """Whether the line, in lower case, is the site's and not the article's."""
    lines = load("boilerplate")
    return text.startswith(tuple(lines["openings"])) or any(phrase in text for phrase in lines["phrases"])


def headline(words: list[Token]) -> bool:
    """Whether the words are written as titles are: nearly all long ones with a capital.

    The verb of a title has one too: "Barack Obama was the 44th President" is none.
    """
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
