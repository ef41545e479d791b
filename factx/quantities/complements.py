"""The noun that the words after an amount lead to: "$1 billion in gains", "8 miles (13 km) of rail", "5 % off it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.nouns import NAMES, NOUNS, of_complement

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# The most tokens in brackets like those of "8 miles (about 13 kilometres) of".
LONGEST_BRACKETS = 7


def complement(amount: Tokens, taken: frozenset[int], *, money: bool) -> Token | None:
    """The noun after an amount that it is of, in, off or added to; None if there is none but amounts (``taken``)."""
    of = of_complement(amount) or _past_brackets(amount) or (_in_complement(amount) if money else None)
    if of is not None and of.i not in taken:
        return of
    other = _added_to(amount.root) or _taken_off(amount)
    return other if other is not None and other.i not in taken else None


def _past_brackets(amount: Tokens) -> Token | None:
    """The tunnels in "8 miles (13 kilometres) of tunnels", whichever of the two lengths it is."""
    doc, i = amount.doc, amount.end
    if i < len(doc) and doc[i].text == "(":
        i = next((t.i for t in doc[i + 1 : i + LONGEST_BRACKETS] if t.text == ")"), i)
    if i + 1 >= len(doc) or doc[i].text != ")" or doc[i + 1].lower_ != "of":
        return None
    return next((c for c in doc[i + 1].rights if c.dep_ == "pobj" and c.pos_ in NOUNS), None)


def _in_complement(amount: Tokens) -> Token | None:
    """The noun in "$1 billion in gains"; "in the bank" and "in June" are places and times."""
    doc, i = amount.doc, amount.end
    if i + 1 >= len(doc) or doc[i].lower_ != "in" or doc[i + 1].tag_ not in (*NAMES, "NN", "NNS", "JJ", "VBG"):
        return None
    if doc[i + 1].lower_ in load("numbered")["in_idioms"]:  # "$5 in exchange for"
        return None
    noun = next((t for t in doc[i + 1 : i + 4] if t.dep_ == "pobj" and t.head.i == i), None)
    return noun if noun is not None and noun.pos_ == "NOUN" and not noun.ent_type_ else None


def _added_to(root: Token) -> Token | None:
    """The deficit in "add $5 billion to the deficit"."""
    verb = root.head
    if root.dep_ != "dobj" or verb.lemma_ not in load("numbered")["adders"]:
        return None
    return _led_to((verb,), ("to",))


def _taken_off(amount: Tokens) -> Token | None:
    """The value in "wiped $5 million off the value", the phone in "50 percent off a new phone"."""
    off, root = amount.doc[amount.end : amount.end + 1], amount.root
    if off.text == "off":
        return next((c for c in off[0].rights if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    verb = root.head
    takes = root.dep_ == "dobj" and verb.lemma_ in load("numbered")["removers"]
    return _led_to((root, verb), ("off", "from")) if takes else None


def _led_to(heads: tuple[Token, ...], ways: tuple[str, ...]) -> Token | None:
    """The noun that a preposition after its head leads to."""
    preps = (way for head in heads for way in head.rights if way.dep_ == "prep" and way.lower_ in ways)
    return next((c for way in preps for c in way.rights if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
