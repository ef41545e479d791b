"""Who stands behind a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.kinds import kind_of
from factx.sources.mention import NAMES, Mention, named, phrase, words

if TYPE_CHECKING:
    from spacy.tokens import Token

AUTHORS = ("person", "organization", "group", "media", "anonymous")


def author_of(mention: Mention) -> Mention | None:
    """Who stands behind a document: "the ministry's statement", "its report", "a letter released by the ministry".

    Nouns that name nobody ("this year's report") do not count, nor places where it was made ("polls in Ohio").
    """
    doc, head = mention.span.doc, mention.head
    found = [t for t in mention.span if t != head and writes(t, head)]
    for token in found:
        name = next((e for e in named(mention.span) if e.start <= token.i < e.end), None)
        start, end = (name.start, name.end) if name is not None else phrase(token)
        span = doc[max(start, mention.span.start) : min(end, mention.span.end)]
        author = Mention(span, token, name)
        if name is not None or author.pronoun or kind_of(author) in AUTHORS:
            return author
    return None


def writes(token: Token, head: Token) -> bool:
    """Whether the token stands to the document ``head`` as its author may."""
    above = token.head
    if token.dep_ == "poss" or (token.ent_type_ in NAMES and token.dep_ in ("compound", "amod", "nmod")):
        return above == head
    if token.dep_ == "nsubj" and token.tag_ not in ("WDT", "WP"):  # "a speech Ann Lee delivered"
        return above.head == head and above.dep_ in ("acl", "relcl") and above.lemma_.lower() in words("making")
    if token.dep_ != "pobj":
        return False
    if above.dep_ == "agent" or above.lower_ == "by":
        if above.head.lemma_.lower() in words("carrying"):
            return False
        return above.head == head or (above.head.head == head and above.head.dep_ in ("acl", "relcl"))
    return (
        above.head == head
        and above.lower_ in words("publishing")
        and (token.ent_type_ in NAMES or above.lower_ == "from")
    )
