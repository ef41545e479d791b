"""Role and affiliation of a named person: titles before the name, appositions beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.sources.kinds import counted, ends, houses, kind_of
from factx.sources.mention import (
    PLURAL_TAGS,
    PREMODIFIERS,
    bare,
    in_charge,
    named,
    noun_of,
    phrase,
    singled_out,
    uncourteous,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factx.sources.mention import Mention

# Of a title before a name: "Secretary of State Ada Lund".
OF_OFFICE = frozenset({"prep", "pobj"})

# Names and numbers beside a name that are no role: where somebody comes from, how old they are.
NO_ROLES = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE", "CARDINAL", "TIME"})

AGE = re.compile(r"(?:.* )?[\w-]+[- ]years?[- ]old ", re.IGNORECASE)
AGE_WORDS = frozenset({"year", "years"})

# In this order.
AFFILIATIONS = ("ORG", "FAC", "GPE", "NORP", "PERSON")


def role_of(mention: Mention) -> str | None:
    """Such as "Kremlin spokesman" of "Kremlin spokesman Dmitry Peskov", or "doctor at the clinic" beside a name.

    Nothing that only somebody else gives a meaning ("rival"), that is said of several, that says whose ("NBC's"), or
    that no noun says. Of "one of the lawyers in the case, Ann Lee", the noun.
    """
    if one_of_many(mention):
        return noun_of(counted(mention.head))
    span = role_span(mention)
    if span is None or any(t.is_quote for t in span):  # what is quoted is nobody's role: the parse has gone astray
        return None
    if not any(t.pos_ in ("NOUN", "PROPN") or t.ent_type_ or t.lower_ in words("person") for t in span):
        return None  # "a defiant Ann Lee", "the late Ann Lee"
    several = span.root.tag_ in PLURAL_TAGS and span.root.lower_.endswith(("s", "men", "people"))
    if several or span[-1].tag_ == "POS":
        return None
    text = ageless(unowned(span)).text
    return text if text.lower() not in words("courtesy") | words("relative_roles") else None


def one_of_many(mention: Mention) -> bool:
    """Whether a name stands behind what it is one of: "one of the lawyers, Ann Lee"."""
    head, name = mention.head, mention.name
    if name is None or name.label_ != "PERSON" or name.start <= head.i or head.lower_ not in words("single"):
        return False
    return counted(head) != head and counted(head).pos_ == "NOUN"


def unowned(span: Span) -> Span:
    """The role without whom it is for, where that is a person: "aide" of "Lee's aide"; a brother is somebody's."""
    for token in span:
        kin = noun_of(token.head) in words("relations")
        if token.dep_ == "poss" and token.ent_type_ == "PERSON" and token.left_edge.i == span.start and not kin:
            end = token.right_edge.i + 1
            return span.doc[end : span.end] if end < span.end else span
    return span


def ageless(span: Span) -> Span:
    """The role without an age and what is before it: "poet" of "amazing 22-year-old poet"."""
    match = AGE.match(span.text)
    cut = None if match is None else span.doc.char_span(span.start_char + match.end(), span.end_char)
    if cut is None:
        return span
    before = span.doc[span.start : cut.start]
    return cut if all(t.pos_ not in ("NOUN", "PROPN", "CCONJ") or t.lower_ in AGE_WORDS for t in before) else span


def role_span(mention: Mention) -> Span | None:
    """The words of the role, or None."""
    return next(iter(role_spans(mention)), None)


def role_spans(mention: Mention) -> list[Span]:
    """The words of the role; where that is an office beside a name with a rank or honorific, this is behind it."""
    name = mention.name
    if name is None or name.label_ != "PERSON" or houses(mention):
        return []
    title, beside = title_before(mention, name), role_beside(mention, name)
    if title is not None and beside is not None:
        polite = all(t.lower_ in words("courtesy") for t in title)
        ranked = all(t.lower_ in words("ranks") | words("courtesy") for t in title)
        return [beside, title] if polite or (ranked and is_office(beside)) else [title]
    return [span for span in (title or beside or office_before(mention, name),) if span is not None]


def title_before(mention: Mention, name: Span) -> Span | None:
    """The title that hangs on the name: "Senator" of "Senator Ada Lund"."""
    doc = mention.span.doc
    before = [t for t in mention.span if t.i < name.start and t.head.i in range(mention.span.start, name.end)]
    allowed = PREMODIFIERS | OF_OFFICE if name.start <= mention.head.i < name.end else PREMODIFIERS
    if not before or not all(t.dep_ in allowed or t.ent_type_ == "DATE" for t in before):
        return None
    start = listed(doc, before[0].i, name.start)
    return trimmed(doc, start, uncourteous(name)) or trimmed(doc, start, name.start)


def role_beside(mention: Mention, name: Span) -> Span | None:
    """The role in apposition behind the name: "mayor of Oslo" of "Ada Lund, the mayor of Oslo"."""
    beside = [t for t in mention.span if t.dep_ == "appos" and t.head.i in range(name.start, name.end) and tells(t)]
    if not beside:
        return None
    start, end = phrase(beside[0])
    return trimmed(mention.span.doc, start, min(end, mention.span.end))


def office_before(mention: Mention, name: Span) -> Span | None:
    """The office that the name, before whose courtesy title it ends, is in apposition to or follows."""
    doc, end = mention.span.doc, uncourteous(name)
    office = name.root.dep_ == "appos" or in_charge(mention.head, doc[end - 1])
    if not (office or singled_out(name, mention.head, mention.span)) or mention.head.i >= name.start:
        return None
    return trimmed(doc, listed(doc, mention.span.start, name.start), end)


def is_office(span: Span) -> bool:
    """Whether what stands beside a name is one's office: "chairman of the panel", not "a member of the panel"."""
    somebody = noun_of(span.root) in words("person") or ends(noun_of(span.root), "person_endings")
    before = {t.lower_ for t in span.root.children if t.dep_ == "det"}
    return somebody and not before & words("indefinite") and any(t.dep_ == "prep" for t in span.root.rights)


def listed(doc: Doc, start: int, end: int) -> int:
    """Where the last of several roles before a name begins: "Senator" of "his rival, Senator"."""
    return max((t.i for t in doc[start : end - 1] if t.text == ","), default=start)


def tells(token: Token) -> bool:
    """Whether what stands beside a name is a noun that can be a role: no age, no place, no party in brackets."""
    bracket = token.left_edge.i and token.doc[token.left_edge.i - 1].text == "("
    noun = token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in NO_ROLES
    return not bracket and (noun or counted(token) != token)


def role_nouns(mention: Mention) -> list[str]:
    """The heads of roles, lemmas in lower case: "mayor" of "Mayor Ada Lund" and of "Ada Lund, the mayor of Oslo"."""
    name, found = mention.name, []
    for span in role_spans(mention):
        titles = [t for t in span if name and span.end <= name.start and name.start <= t.head.i < name.end]
        found.append((titles[-1] if titles else span.root).lemma_.lower())
    return found


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
    unnamed = not mention.name or one_of_many(mention)
    if span is None and unnamed and not mention.others and kind_of(mention) in ("person", "anonymous", "group"):
        span = mention.span.doc[slice(*phrase(mention.head))]
    if span is None:
        return membership(mention)
    ents = [e for e in named(span) if e.label_ in AFFILIATIONS and not owns_other(e, span) and whole(e)]
    if mention.name is None:  # "most Americans" belong to nobody
        ents = [e for e in ents if not e.start <= counted(mention.head).i < e.end]
    ents.sort(key=lambda e: AFFILIATIONS.index(e.label_))
    if ents:
        return bare(housed(ents[0], span).text)
    return house_in(span, mention) or membership(mention) or office_at(mention)


def house_in(span: Span, mention: Mention) -> str | None:
    """The noun in a role, or in somebody unnamed, that says where they are: "clinic" of "doctor at the clinic"."""
    others = (token for token in span if token not in (mention.head, span.root))
    return next((bare(belonging(token).text) for token in others if affiliates(token)), None)


def office_at(mention: Mention) -> str | None:
    """The organization of the role beside a name that has a title: "Rep. Ada Lund, the top Democrat on the Council"."""
    beside = None if mention.name is None else role_beside(mention, mention.name)
    if beside is None:
        return None
    there = (e for e in named(beside) if e.label_ in ("ORG", "FAC") and whole(e))
    houses_there = (e for e in there if not e.start <= beside.root.i < e.end)  # "a Tennessee Republican"
    return next((bare(e.text) for e in houses_there), None) or house_in(beside, mention)


def membership(mention: Mention) -> str | None:
    """The organization that somebody with a name is of or at: "Ann Lee of Oxfam", "Ann Lee, 30, from the clinic".

    No place: "Ann Lee of Oslo" lives there.
    """
    name = mention.name
    if name is None or kind_of(mention) != "person":
        return None
    behind = iter(name.doc[name.end : mention.span.end])
    prep = next((t for t in behind if t.text != "," and t.ent_type_ not in NO_ROLES), None)
    if prep is None or prep.lower_ not in words("belonging"):
        return None
    for token in prep.children:
        if token.dep_ == "pobj" and token.i < mention.span.end:
            ent = next((e for e in named(mention.span) if e.start <= token.i < e.end), None)
            if ent is not None:
                return bare(ent.text) if ent.label_ == "ORG" and whole(ent) and not located(ent) else None
            return bare(belonging(token).text) if is_house(token) else None
    return None


def located(ent: Span) -> bool:
    """Whether a state stands behind the entity, which must be a town then, whatever its label: "Brick, N.J."."""
    behind = ent.doc[ent.end : ent.end + 2]
    return len(behind) > 1 and behind[0].text == "," and behind[1].ent_type_ == "GPE"


def whole(ent: Span) -> bool:
    """Whether the entity ends here: "President" of the entity "President Obama" is none, nor is a whole office."""
    office = ent.label_ == "ORG" and ent[0].lower_ in words("person") and ent.root == ent[0]
    return not office and (ent.end == len(ent.doc) or ent.doc[ent.end].ent_iob_ != "I")


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
    if token.dep_ == "poss":
        return is_house(token)
    above = token.head.lower_
    return token.dep_ == "pobj" and (above in words("working_at") or (is_house(token) and above in ("of", "with")))


def is_house(token: Token) -> bool:
    """Whether the noun is an organization or outlet, no place."""
    return token.lemma_.lower() in (words("organization") - words("place")) | words("media")


def belonging(token: Token) -> Span:
    """The noun with what stands before it."""
    return token.doc[token.left_edge.i : token.i + 1]
