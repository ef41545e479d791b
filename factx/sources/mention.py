"""A mention of a source: its tokens, its head, the name in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span as EntitySpan

from factx.lexicons import load
from factx.pipeline.edits import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factx.attribution.attributed import Tokens

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "LOC", "WORK_OF_ART"})
# What an office may end in: "ambassador to Peru", "professor at Yale".
PLACES = frozenset({"GPE", "ORG", "LOC", "FAC", "NORP"})
# What hangs on a noun from afar, and the marks before it.
FAR = frozenset({"relcl", "advcl", "appos", "acl", "ccomp"})
MARKS = frozenset(",;:()[]–—―")
PREMODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "det", "case", "punct"})


@cache
def words(name: str) -> frozenset[str]:
    """One list of the sources lexicon."""
    return frozenset(load("sources")[name])


@dataclass(frozen=True, slots=True)
class Mention:
    """``head`` is the syntactic head, ``name`` the entity that is or names it."""

    span: Span
    head: Token
    name: Span | None

    @property
    def pronoun(self) -> bool:
        """Whether the mention is a pronoun alone."""
        return self.head.pos_ == "PRON" and len(self.span) == 1

    @property
    def first_person(self) -> bool:
        """Whether the mention is "I", "we" or a form of them."""
        return self.pronoun and self.head.lower_ in words("first_person") | words("first_person_plural")

    @property
    def noun(self) -> str:
        """Lemma of the head, lower case."""
        return self.head.lemma_.lower()

    @property
    def key(self) -> str:
        """What two mentions of one source share: the name, or the noun."""
        if self.name is not None:
            return plain(bare(self.name.text).lower())
        return self.span.text.lower() if self.pronoun else plain(bare(self.close.text).lower())

    @property
    def close(self) -> Span:
        """The name, else the noun with what belongs closely to it; without marks around it."""
        start, end = phrase(self.head)
        span = self.name or self.span.doc[max(start, self.span.start) : min(end, self.span.end)] or self.span
        while len(span) > 1 and (span[0].is_punct or span[0].is_space):
            span = span[1:]
        while len(span) > 1 and (span[-1].is_punct or span[-1].is_space):
            span = span[:-1]
        return span


def bare(name: str) -> str:
    """A name without its article and possessive ending; a bare "’s", as in "let’s", stays."""
    for article in ("the ", "a ", "an "):
        if name.lower().startswith(article):
            name = name[len(article) :]
    return name.removesuffix("'s").removesuffix("’s") or name


def gender_of(mention: Mention) -> str | None:
    """Such as "female" of "his sister" and "Mrs. Lund": by pronouns, titles and nouns, never by first names."""
    if mention.pronoun:
        said = {mention.head.lower_}
    else:
        said = {t.lower_ for t in mention.span if t.dep_ != "poss" and t.pos_ != "PRON"}
    found = [gender for gender in ("female", "male") if said & words(gender)]
    return found[0] if len(found) == 1 else None


def mention_of(doc: Doc, spans: tuple[Tokens, ...]) -> Mention:
    """The mention of the first of ``spans``, which must not be empty: others add to it."""
    span = doc[slice(*spans[0])]
    head = span.root
    return Mention(span, head, name_of(span, head))


def named(span: Span) -> list[Span]:
    """The names in ``span``. spaCy's own ``span.ents`` goes through all of the document's."""
    doc, found = span.doc, []
    for token in span:
        if token.ent_iob_ == "B" and token.ent_type_ in NAMES and not token.is_space:
            end = token.i + 1
            while end < span.end and doc[end].ent_iob_ == "I":
                end += 1
            found.append(EntitySpan(doc, token.i, end, label=token.ent_type))
    return found


def name_of(span: Span, head: Token) -> Span | None:
    """The entity that holds the head, stands in apposition to it ("the president, Ann Lee"), or names the outlet it is.

    That is "RIA Novosti" of "the RIA Novosti news agency"; "the White House officials" are not the White House.
    """
    ents = named(span)
    person = next((e for e in ents if entitled(e, head) or called(e, span)), None)
    if person is not None:
        return person
    for ent in ents:
        if ent.start <= head.i < ent.end:
            return ent
    beside = [e for e in ents if e.root.head == head and e.root.dep_ == "appos"]
    people = [e for e in beside if e.label_ == "PERSON"]
    outlet = head.lemma_.lower() in words("media") | words("media_if_news")
    before = [e for e in ents if outlet and e.root.head == head and e.root.dep_ in ("compound", "nmod")]
    return next(iter(people or beside or before), None)


def entitled(ent: Span, head: Token) -> bool:
    """Whether the entity is a person with a title right before: "coach Ann Lee", "ambassador to Peru Ann Lee".

    The parse makes anything of these. A noun of somebody else's ("relatives of victim Ann Lee") is no title.
    """
    if ent.label_ != "PERSON" or ent.start <= head.left_edge.i:
        return False
    before = ent.doc[ent.start - 1]
    if before == head or (before.dep_ == "conj" and before.head == head):
        return before.pos_ in ("NOUN", "PROPN")
    return head.i < ent.start and before.ent_type_ in PLACES and before.ent_type_ != ent.label_


def called(ent: Span, span: Span) -> bool:
    """Whether the entity is a person right behind what the person is: "Stein spokeswoman Ann Lee", however parsed."""
    if ent.label_ != "PERSON" or ent.start <= span.start:
        return False
    before = ent.doc[ent.start - 1]
    plain = not any(t.pos_ in ("ADP", "PUNCT") for t in ent.doc[span.start : ent.start])
    return plain and before.pos_ == "NOUN" and before.lemma_.lower() in words("person")


def phrase(head: Token) -> Tokens:
    """Tokens of the noun phrase of ``head``: its left side, and its right side up to a clause, apposition or comma."""
    last = head.right_edge.i
    ends = (t.left_edge.i for t in head.doc[head.i + 1 : last + 1] if t.dep_ in FAR or breaks(t))
    return head.left_edge.i, max(head.i + 1, min(ends, default=last + 1))


def breaks(token: Token) -> bool:
    """Whether the token is a mark that ends a noun phrase; a comma in a list of nouns does not."""
    if token.text not in MARKS:
        return token.is_space
    return token.text != "," or not any(t.dep_ == "conj" for t in token.head.rights)
