"""Role and affiliation of a named person: titles before the name, appositions beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.kinds import kind_of
from factx.sources.mention import PREMODIFIERS, bare, named, phrase, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factx.sources.mention import Mention

# Of a title before a name: "Secretary of State Ada Lund".
OF_OFFICE = frozenset({"prep", "pobj"})

# In this order.
AFFILIATIONS = ("ORG", "FAC", "GPE", "NORP", "PERSON")


def role_of(mention: Mention) -> str | None:
    """Such as "Kremlin spokesman" of "Kremlin spokesman Dmitry Peskov", or "doctor at the clinic" beside a name."""
    span = role_span(mention)
    if span is None or any(t.is_quote for t in span):  # what is quoted is nobody's role: the parse has gone astray
        return None
    return span.text if span.text.lower() not in words("courtesy") else None


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
        start, end = phrase(beside[0])
        return trimmed(doc, start, min(end, mention.span.end))
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
    """Whom the role or, of somebody unnamed, the mention says they belong to: a name, or "clinic" of "at the clinic".

    Organizations go before places and peoples, and these before persons ("a spokesman for Ann Lee").
    """
    span = role_span(mention)
    if span is None and mention.name is None and kind_of(mention) in ("person", "anonymous", "group"):
        span = mention.span.doc[slice(*phrase(mention.head))]
    if span is None:
        return None
    ents = sorted((e for e in named(span) if e.label_ in AFFILIATIONS), key=lambda e: AFFILIATIONS.index(e.label_))
    if ents:
        return bare(ents[0].text)
    return next((bare(belonging(token).text) for token in span if affiliates(token)), None)


def affiliates(token: Token) -> bool:
    """Whether the token is a noun that somebody belongs to: "the clinic’s doctor", "a doctor at the clinic"."""
    if token.pos_ != "NOUN":
        return False
    house = token.lemma_.lower() in words("organization") | words("media")
    if token.dep_ == "poss":
        return house
    return token.dep_ == "pobj" and (token.head.lower_ in words("working_at") or (house and token.head.lower_ == "of"))


def belonging(token: Token) -> Span:
    """The noun with what stands before it."""
    return token.doc[token.left_edge.i : token.i + 1]
