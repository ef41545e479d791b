"""The edges of time expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from factx.dates.candidates import Candidate

ATTRIBUTIVE = frozenset({"compound", "nmod", "nummod", "amod", "npadvmod"})
_PUNCTUATION = ",.;:-–—'’\"”“()"


def inner_edges(span: Span, candidate: Candidate) -> tuple[int, int]:
    """Offsets without an article that belongs to a noun outside ("the" third-quarter loss, "a" two-day visit).

    Nor with "about", which 12 of 15 annotations in TimeBank, GUM and WikiWars leave out, unlike "nearly" and others.
    """
    if candidate.codes[0] == "~" and span[0].lower_ in load("timewords")["outside"] and len(span) > 1:
        return span[1].idx, candidate.end  # "about" two weeks ago: the mod says it
    outside = modified(span) is not None
    start = candidate.start
    for token, code in zip(span, candidate.codes, strict=False):
        if not outside or code not in "DA" or token.dep_ != "det" or token.head.i < span.end:
            break
        start = token.idx + len(token.text_with_ws)
    return (start, candidate.end) if start < candidate.end else (candidate.start, candidate.end)


def goes_on(span: Span) -> bool:
    """Whether its "over" says how long something goes on, not that it is longer.

    "It costs a million over ten years", "Over two weeks, it fell"; not "for over ten years", "it took over a week".
    """
    first = span[0]
    if first.lower_ != "over" or len(span) == 1:
        return False
    vague = span[1].lower_ in load("timewords")["vague"]
    return first.dep_ == "prep" or first.is_sent_start is True or vague


def modified(span: Span) -> Token | None:
    """The noun after an expression that modifies it: "loss" after "third-quarter", "attacks" after "October 7"."""
    for token in reversed(list(span)):
        if token.head.i >= span.end and token.dep_ in ATTRIBUTIVE:
            return token.head
    return None


def trimmed(ent: Span) -> Span | None:
    """An entity without leading prepositions, outer punctuation and a possessive "'s"; None if nothing is left."""
    strip = load("timewords")["strip"]
    doc, start, end = ent.doc, ent.start, ent.end
    while start < end and (doc[start].lower_ in strip or _is_edge(doc[start])):
        start += 1
    while start < end and (_is_edge(doc[end - 1]) or doc[end - 1].lower_ in ("'s", "’s")):
        end -= 1
    return doc[start:end] if start < end else None


def _is_edge(token: Token) -> bool:
    return token.is_space or all(c in _PUNCTUATION for c in token.text)
