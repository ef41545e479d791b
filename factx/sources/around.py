"""What the other modules ask of the words around a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.proposition import balanced
from factx.record import Span as Slice
from factx.sources.mention import phrase, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed, Tokens

# Whom a verb of telling tells.
LISTENERS = frozenset({"dobj", "dative", "nsubjpass"})
# What a channel ends before: when it was.
TIMES = frozenset({"DATE", "TIME"})
WHEN = frozenset({"after", "before", "earlier", "later"})
# What no phrase ends in.
UNFINISHED = frozenset({"ADP", "ADV", "CCONJ", "DET"})


def inside(token: int, spans: Sequence[Tokens]) -> bool:
    """Whether the token lies in one of the spans."""
    return any(start <= token < end for start, end in spans)


def saying(doc: Doc, found: Attributed) -> Iterator[Token]:
    """The cue's head, and the participle that tells where and when it is said: "speaking on Monday, Lee said"."""
    cue = doc[found.head]
    yield cue
    for head in (cue, *(doc[slice(*span)].root for span in found.source)):
        for child in head.children:
            participle = child.tag_ == "VBG" and child.dep_ in ("advcl", "acl")
            if participle and child.lemma_.lower() in words("speaking") and not inside(child.i, found.content):
                yield child


def infinitive(verb: Token) -> bool:
    """Whether it is one with "to"."""
    return any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children)


def ended(noun: Token) -> int:
    """Where the phrase of the noun ends, without the time ("an interview on Monday") and what is left unfinished."""
    doc, (start, end) = noun.doc, phrase(noun)
    end = next((t.i for t in doc[noun.i + 1 : end] if t.ent_type_ in TIMES or t.lower_ in WHEN), end)
    while end > noun.i + 1 and (doc[end - 1].pos_ in UNFINISHED or doc[end - 1].is_punct):
        if doc[end - 1].is_quote and balanced(doc[start:end].text):
            break
        end -= 1
    return end


def slice_from(doc: Doc, start: int, end: int) -> Slice:
    """Tokens [start, end) as a slice."""
    span = doc[start:end]
    return Slice(span.start_char, span.end_char, span.text)
