"""Role and affiliation of a named person: titles before the name, appositions beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.mention import PREMODIFIERS, named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from factx.sources.mention import Mention

# Of a title before a name: "Secretary of State Ada Lund".
OF_OFFICE = frozenset({"prep", "pobj"})

AFFILIATIONS = frozenset({"ORG", "GPE", "NORP", "FAC"})


def role_of(mention: Mention) -> str | None:
    """Such as "Kremlin spokesman" of "Kremlin spokesman Dmitry Peskov", or "doctor at the clinic" beside a name."""
    span = role_span(mention)
    return span.text if span is not None else None


def role_span(mention: Mention) -> Span | None:
    """The words of the role, or None."""
    name = mention.name
    if name is None or name.label_ != "PERSON":
        return None
    doc = mention.span.doc
    before = [t for t in mention.span if t.i < name.start and t.head.i in range(mention.span.start, name.end)]
    allowed = PREMODIFIERS | OF_OFFICE if name.start <= mention.head.i < name.end else PREMODIFIERS
    if before and all(t.dep_ in allowed for t in before):
        return trimmed(doc, before[0].i, name.start)
    beside = [t for t in mention.span if t.dep_ == "appos" and t.head.i in range(name.start, name.end)]
    if beside:
        return trimmed(doc, beside[0].left_edge.i, min(beside[0].right_edge.i + 1, mention.span.end))
    if name.root.dep_ == "appos" and mention.head.i < name.start:
        return trimmed(doc, mention.span.start, name.start)
    return None


def role_noun(mention: Mention) -> str | None:
    """The head of the role, lemma in lower case: "mayor" of "Mayor Ada Lund" and of "Ada Lund, the mayor of Oslo"."""
    span, name = role_span(mention), mention.name
    if span is None or name is None:
        return None
    titles = [t for t in span if span.end <= name.start and name.start <= t.head.i < name.end]
    return (titles[-1] if titles else span.root).lemma_.lower()


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """Tokens [start, end) without articles and punctuation at their ends."""
    while start < end and (doc[start].pos_ in ("DET", "PUNCT") or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if start < end else None


def affiliation_of(mention: Mention) -> str | None:
    """The first organization, place or people in the role."""
    span = role_span(mention)
    ents = [e for e in named(span) if e.label_ in AFFILIATIONS] if span is not None else []
    return ents[0].text if ents else None
