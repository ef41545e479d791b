"""The edges of time expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from factx.dates.candidates import Candidate

_PUNCTUATION = ",.;:-–—'’\"”“()"


def inner_edges(span: Span, candidate: Candidate) -> tuple[int, int]:
    """Offsets without an article that belongs to a noun outside ("the" third-quarter loss)."""
    first = span[0]
    if candidate.codes[0] in "D" and len(span) > 1 and first.head.i >= span.end and first.dep_ == "det":
        return max(candidate.start, span[1].idx), candidate.end
    return candidate.start, candidate.end


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
