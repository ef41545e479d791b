"""How a saying reached the article: when, to whom, where, from whom the source has it. Read off the cue's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.record import Span as Slice
from factx.sources.mention import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed, Tokens
    from factx.record import Date

CITING = frozenset({"cite", "quote"})
VERBS = frozenset({"VERB", "AUX"})
CHANNEL_PREPOSITIONS = frozenset({"at", "during", "in", "on", "through", "via"})


def inside(token: int, spans: tuple[Tokens, ...]) -> bool:
    """Whether the token lies in one of the spans."""
    return any(start <= token < end for start, end in spans)


def date_id(doc: Doc, found: Attributed, dates: Sequence[Date]) -> str | None:
    """The time expression on the cue or the source, of the sentence's; durations, sets and names do not say when."""
    best: tuple[int, str] | None = None
    for date in dates:
        if date.type in ("DURATION", "SET") or "in-name" in date.flags:
            continue
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        if inside(root.i, found.content):
            continue
        if inside(root.i, found.source) or hangs_on(root, found):
            distance = abs(root.i - found.head)
            if best is None or distance < best[0]:
                best = distance, date.id
    return best[1] if best else None


def hangs_on(token: Token, found: Attributed) -> bool:
    """Whether the token depends on the cue with no other verb in between."""
    for above in token.ancestors:
        if above.i == found.head or inside(above.i, found.cue):
            return True
        if above.pos_ in VERBS:
            return False
    return False


def addressee(doc: Doc, found: Attributed) -> Slice | None:
    """Who was told: the cue's object beside the content."""
    for child in doc[found.head].children:
        told = child.dep_ == "dative" or (child.dep_ == "dobj" and child.i > found.head)
        if told and child.pos_ in ("NOUN", "PROPN", "PRON") and not covered(child, found):
            if child.dep_ == "dative" and child.pos_ == "ADP":
                continue
            return slice_of(doc, child)
    return None


def channel(doc: Doc, found: Attributed) -> Slice | None:
    """Where it was said: "on Telegram", "in a statement", "at a news conference"."""
    for prep in doc[found.head].children:
        if prep.dep_ != "prep" or prep.lower_ not in CHANNEL_PREPOSITIONS:
            continue
        for noun in prep.children:
            if noun.dep_ == "pobj" and noun.lemma_.lower() in words("channels") and not covered(noun, found):
                return slice_of(doc, noun)
    return None


def cited(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the source cites: "state media reported, citing Russian diplomats"."""
    for child in doc[found.head].children:
        if child.lemma_.lower() in CITING and child.dep_ in ("advcl", "prep", "acl") and not covered(child, found):
            yield from (t for t in child.children if t.dep_ in ("dobj", "pobj"))


def covered(token: Token, found: Attributed) -> bool:
    """Whether the token belongs to the content or the source."""
    return inside(token.i, found.content) or inside(token.i, found.source)


def slice_of(doc: Doc, head: Token) -> Slice:
    """The phrase of ``head`` without what trails behind a comma."""
    start, end = phrase(head)
    span = doc[start:end]
    return Slice(span.start_char, span.end_char, span.text)


def phrase(head: Token) -> Tokens:
    """Tokens of the noun phrase of ``head``: its left side, and its close right side."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "punct", "advcl", "appos", "acl", "conj", "cc") and child.dep_ not in ("conj", "cc"):
            break
        end = child.right_edge.i + 1
    return head.left_edge.i, end
