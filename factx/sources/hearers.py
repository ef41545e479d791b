"""To whom something was said: the listener of the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.around import LISTENERS, ended, infinitive, inside, saying, slice_from
from factx.sources.kinds import kind_of
from factx.sources.mention import mention_of, phrase, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed
    from factx.record import Span as Slice


def addressee(doc: Doc, found: Attributed) -> Slice | None:
    """Who was told, asked or called on, though they may stand in the content: "urged voters to stay home"."""
    cue = doc[found.head]
    addressing = cue.lemma_.lower() in words("addressing")
    listeners = (noun for verb in saying(doc, found) for noun in told(verb))
    heard_by = ((noun, True) for noun in listeners if addressing or not inside(noun.i, found.content))
    bidden = ((noun, False) for noun in called_on(cue))
    done_by = ((noun, False) for noun in doers(cue)) if addressing else ()
    for noun, beside in (*heard_by, *bidden, *done_by):
        last = whole(noun)
        named = noun.pos_ in ("NOUN", "PROPN") and noun.dep_ == "dative" and beside and addressing
        if not inside(last.i, found.source) and listens(doc, last, named=named):
            return slice_from(doc, noun.left_edge.i, ended(last))
    return None


def told(cue: Token) -> Iterator[Token]:
    """Heads of whom the verb has as its listener: an object, "to the reporters", or the subject of "was told"."""
    objects = {"dative"}
    if cue.lemma_.lower() in words("addressing"):
        objects |= LISTENERS
    for child in cue.children:
        if child.dep_ in ("dative", "prep") and child.lower_ == "to":
            yield from (t for t in child.children if t.dep_ == "pobj")
        elif child.dep_ in objects and (child.dep_ != "dobj" or child.i > cue.i):
            yield child


def called_on(cue: Token) -> Iterator[Token]:
    """Heads of who is bidden by way of a preposition: "called on residents to stay indoors"."""
    for preposition in cue.children:
        if f"{cue.lemma_} {preposition.text}".lower() in words("calling_on"):
            yield from (t for t in preposition.children if t.dep_ == "pobj")


def doers(cue: Token) -> Iterator[Token]:
    """Who shall do what is bidden: "voters" of "urged voters to stay"; not of "asked for the road to be closed"."""
    for verb in cue.children:
        if verb.dep_ in ("ccomp", "xcomp") and infinitive(verb):
            beside = list(verb.children)
            if not any(t.dep_ == "auxpass" or (t.dep_ == "mark" and t.lower_ == "for") for t in beside):
                yield from (t for t in beside if t.dep_ == "nsubj" and t.i < verb.i)


def whole(noun: Token) -> Token:
    """The last of the nouns that the parse hangs on one verb though they are one: "host Ann Lee"."""
    for after in noun.head.children:
        if after.dep_ == noun.dep_ and after.left_edge.i == noun.right_edge.i + 1:
            noun = after
    return noun


def listens(doc: Doc, noun: Token, *, named: bool) -> bool:
    """Whether the noun is of somebody who can be told something, and not of the speaker.

    ``named``: the sentence makes it a listener; then any noun is somebody ("told the audience") that names no telling.
    """
    if noun.lower_ in words("reflexive") or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    if noun.lemma_.lower() in words("told_things") or any(t.dep_ == "nummod" and measures(t) for t in noun.children):
        return False
    kind = kind_of(mention_of(doc, (phrase(noun),)))
    return kind != "document" and (named or kind != "unknown")


def measures(number: Token) -> bool:
    """Whether the number is of points, dollars or the like: a decimal one; of people there are whole ones."""
    return "." in number.text
