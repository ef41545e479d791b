"""Where something was said: "on Telegram", "in a statement"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.around import ended, inside, saying, slice_from
from factx.sources.mention import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed
    from factx.record import Span as Slice

VERBS = frozenset({"VERB", "AUX"})
CHANNEL_PREPOSITIONS = frozenset({"at", "during", "in", "on", "through", "using", "via"})


def channel(doc: Doc, found: Attributed) -> Slice | None:
    """Where it was said: "on Telegram", "in a statement", "at a news conference", or where the source was published."""
    return next((slice_from(doc, noun.left_edge.i, ended(noun)) for noun in channel_nouns(doc, found)), None)


def channel_nouns(doc: Doc, found: Attributed) -> Iterator[Token]:
    """The head of that: beside the cue, in it, or in what is told of the source itself ("published on Telegram").

    Or at the end of what is told, where that is a thing: "criticized the plan in a statement".
    """
    for prep in prepositions(doc, found):
        for noun in prep.children:
            if noun.dep_ in ("pobj", "dobj") and is_channel(noun) and not inside(noun.i, found.content):
                yield noun
    yield from swallowed(doc, found)


def is_channel(noun: Token) -> bool:
    """Whether something can be said in or on it."""
    return noun.lemma_.lower() in words("channels")


def swallowed(doc: Doc, found: Attributed) -> Iterator[Token]:
    """The head of a channel that the content ends with, of a thing that is told of: no clause, no quotation.

    It is new to the reader ("in a statement"), and nobody's but the speaker's ("in a statement by the union").
    """
    start, end = found.content[-1]
    content = doc[start:end]
    if len(found.content) > 1 or found.quote != "indirect":
        return
    nouns = [noun for noun in content if noun.dep_ == "pobj" and is_channel(noun)]
    if not nouns or any(t.pos_ in VERBS and t.dep_ != "acl" for t in content):
        return
    for noun in nouns:
        prep = noun.head
        if noun.right_edge.i + 1 < end or prep.i <= start:
            continue
        new = any(t.lower_ in words("indefinite") for t in noun.children if t.dep_ == "det")
        somebody_s = any(t.lower_ in words("publishing") for t in noun.children)
        if prep.lower_ in CHANNEL_PREPOSITIONS and new and not somebody_s:
            yield noun


def prepositions(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Those that may begin a channel."""
    sources = [doc[slice(*span)].root for span in found.source]
    told = [
        c for root in sources for c in root.children if c.dep_ in ("acl", "relcl") and c.lemma_ in words("releasing")
    ]
    beside = (child for verb in (*saying(doc, found), *told) for child in verb.children)
    for word in (*beside, *(doc[i] for span in found.cue for i in range(*span))):
        if word.dep_ in ("prep", "advcl", "xcomp") and word.lower_ in CHANNEL_PREPOSITIONS:
            yield word
