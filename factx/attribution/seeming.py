"""What only looks like telling: to call a meeting, to know a person, to name a ship, to act according to need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factx.attribution.spans import Roles

# What makes a claim of a verb with an object: "called the meeting a farce", "knew Ann Lee would come".
COMPLEMENTS = frozenset({"acomp", "ccomp", "oprd", "xcomp"})
# What may follow a meeting that is called; in "called the hearing a farce" the farce does.
FURTHER = frozenset({"acl", "prep", "relcl"})
# Shorter words may be small in a name.
SMALL = 4


def seems(doc: Doc, head: int, read: Roles) -> bool:
    """Whether nobody says or thinks anything in this reading of the cue whose head that is."""
    cue = doc[head]
    return _convenes(cue) or _is_acquainted(cue) or _labels(doc, cue, read) or _pauses(cue) or _depends(cue)


def _objects(cue: Token) -> list[Token]:
    """Its direct objects, where nothing is said of them."""
    if any(t.dep_ in COMPLEMENTS for t in cue.children):
        return []
    return [t for t in cue.children if t.dep_ in ("dobj", "nsubjpass")]


def _convenes(cue: Token) -> bool:
    """As in "called the hearing"; "called for an election" is another."""
    meetings = (t for t in _objects(cue) if t.lemma_.lower() in load("attribution_words")["convened"] and t.i > cue.i)
    return cue.lemma_.lower() == "call" and any(
        all(t.dep_ in FURTHER for t in noun.rights if not t.is_punct) for noun in meetings
    )


def _is_acquainted(cue: Token) -> bool:
    """As in "had known Ann Lee for years"."""
    return cue.lemma_.lower() == "know" and any(
        t.ent_type_ == "PERSON" or t.lower_ in load("attribution_words")["persons"] for t in _objects(cue)
    )


def _labels(doc: Doc, cue: Token, read: Roles) -> bool:
    """As in "named their boat “Star of the Sea”", "a folder marked “Secret”"."""
    if cue.lemma_.lower() not in load("attribution_words")["labelling"]:
        return False
    content = [t for start, end in read.content for t in doc[start:end]]
    opens = next((n for n, t in enumerate(content) if t.is_quote), 0)
    words = [t for t in content[opens:] if t.is_alpha]
    return all(t.text[0].isupper() or len(t) < SMALL for t in words)


def _pauses(cue: Token) -> bool:
    """As in "I mean, …" at the head of a sentence."""
    return cue.lower_ == "mean" and cue.i - 1 == _first(cue) and cue.nbor(-1).lower_ == "i"


def _first(cue: Token) -> int:
    """The first word of its sentence."""
    return next(t.i for t in cue.sent if t.is_alpha)


def _depends(cue: Token) -> bool:
    """As in "erected according to the nature of the place"."""
    nouns = (t for to in (cue, *cue.children) for t in to.children if t.dep_ == "pobj")
    return cue.lower_ == "according" and any(t.lemma_.lower() in load("attribution_words")["measures"] for t in nouns)
