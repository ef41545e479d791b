"""Role and affiliation of a named person: titles before the name, appositions beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.kinds import counted, houses, kind_of
from factx.sources.mention import PLURAL_TAGS, PREMODIFIERS, bare, in_charge, named, noun_of, phrase, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factx.sources.mention import Mention

# Of a title before a name: "Secretary of State Ada Lund".
OF_OFFICE = frozenset({"prep", "pobj"})

# Names and numbers beside a name that are no role: where somebody comes from, how old they are.
NO_ROLES = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE", "CARDINAL", "TIME"})

# In this order.
AFFILIATIONS = ("ORG", "FAC", "GPE", "NORP", "PERSON")


def role_of(mention: Mention) -> str | None:
    """Such as "Kremlin spokesman" of "Kremlin spokesman Dmitry Peskov", or "doctor at the clinic" beside a name.

    Nothing that only somebody else gives a meaning ("rival"), that is said of several, that says whose ("NBC's"), or
    that no noun says.
    """
    span = role_span(mention)
    if span is None or any(t.is_quote for t in span):  # what is quoted is nobody's role: the parse has gone astray
        return None
    if not any(t.pos_ in ("NOUN", "PROPN") or t.ent_type_ or t.lower_ in words("person") for t in span):
        return None  # "a defiant Ann Lee", "the late Ann Lee"
    several = span.root.tag_ in PLURAL_TAGS and span.root.lower_.endswith(("s", "men", "people"))
    if several or span[-1].tag_ == "POS":
        return None
    return span.text if span.text.lower() not in words("courtesy") | words("relative_roles") else None


def role_span(mention: Mention) -> Span | None:
    """The words of the role, or None."""
    name = mention.name
    if name is None or name.label_ != "PERSON" or houses(mention):
        return None
    doc = mention.span.doc
    before = [t for t in mention.span if t.i < name.start and t.head.i in range(mention.span.start, name.end)]
    allowed = PREMODIFIERS | OF_OFFICE if name.start <= mention.head.i < name.end else PREMODIFIERS
    if before and all(t.dep_ in allowed for t in before):
        return trimmed(doc, listed(doc, before[0].i, name.start), name.start)
    beside = [t for t in mention.span if t.dep_ == "appos" and t.head.i in range(name.start, name.end) and tells(t)]
    if beside:
        start, end = phrase(beside[0])
        return trimmed(doc, start, min(end, mention.span.end))
    office = name.root.dep_ == "appos" or in_charge(mention.head, doc[name.start - 1])
    if office and mention.head.i < name.start:
        return trimmed(doc, listed(doc, mention.span.start, name.start), name.start)
    return None


def listed(doc: Doc, start: int, end: int) -> int:
    """Where the last of several roles before a name begins: "Senator" of "his rival, Senator"."""
    return max((t.i for t in doc[start : end - 1] if t.text == ","), default=start)


def tells(token: Token) -> bool:
    """Whether what stands beside a name is a noun that can be a role: no age, no place, no party in brackets."""
    bracket = token.left_edge.i and token.doc[token.left_edge.i - 1].text == "("
    noun = token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in NO_ROLES
    return not bracket and (noun or counted(token) != token)


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
    if (
        span is None
        and not mention.name
        and not mention.others
        and kind_of(mention) in ("person", "anonymous", "group")
    ):
        span = mention.span.doc[slice(*phrase(mention.head))]
    if span is None:
        return None
    ents = [e for e in named(span) if e.label_ in AFFILIATIONS and not owns_other(e, span) and whole(e)]
    if mention.name is None:  # "most Americans" belong to nobody
        ents = [e for e in ents if not e.start <= counted(mention.head).i < e.end]
    ents.sort(key=lambda e: AFFILIATIONS.index(e.label_))
    if ents:
        return bare(housed(ents[0], span).text)
    return next((bare(belonging(token).text) for token in span if affiliates(token)), None)


def whole(ent: Span) -> bool:
    """Whether the entity ends here: "President" of the entity "President Obama" is none."""
    return ent.end == len(ent.doc) or ent.doc[ent.end].ent_iob_ != "I"


def owns_other(ent: Span, span: Span) -> bool:
    """Whether the entity says whose another person is than the one in the role: "lawyer for Ann Lee's father"."""
    above = ent.root.head
    own = above in (span.root, counted(span.root))
    return ent.label_ == "PERSON" and ent.root.dep_ == "poss" and not own and noun_of(above) in words("person")


def housed(ent: Span, span: Span) -> Span:
    """The entity with the house behind it that it names: "Clinton campaign" of "Clinton campaign spokesman"."""
    after = ent.end
    house = after < span.end and noun_of(span.doc[after]) in words("houses")
    return span.doc[ent.start : after + 1] if house and span.doc[after] != span.root else ent


def affiliates(token: Token) -> bool:
    """Whether the token is a noun that somebody belongs to: "the clinic’s doctor", "a doctor at the clinic"."""
    if token.pos_ != "NOUN":
        return False
    house = token.lemma_.lower() in (words("organization") - words("place")) | words("media")
    if token.dep_ == "poss":
        return house
    above = token.head.lower_
    return token.dep_ == "pobj" and (above in words("working_at") or (house and above in ("of", "with")))


def belonging(token: Token) -> Span:
    """The noun with what stands before it."""
    return token.doc[token.left_edge.i : token.i + 1]
