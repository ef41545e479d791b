"""How prominent a mention is where it stands, and an entity after some sentences (Lappin and Leass 1994).

Their factors: recency 100, subject 80, direct object 50, indirect or oblique 40; 80 where it heads its noun phrase, 50
where it stands in no adverbial. Every sentence halves what was there before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

RECENCY, HEAD, NOT_ADVERBIAL = 100.0, 80.0, 50.0
PLACES = {"nsubj": 80.0, "nsubjpass": 80.0, "dobj": 50.0, "dative": 40.0, "pobj": 40.0}
VERBS = frozenset({"VERB", "AUX"})
HALF = 0.5


def weight_of(head: Token, governor: Token) -> float:
    """The factors of a mention with this head; ``governor`` as governor_of has it."""
    dep = head.dep_
    weight = RECENCY + PLACES.get(dep, 0.0)
    if governor.pos_ in VERBS:
        weight += HEAD + NOT_ADVERBIAL * (dep != "pobj")
    return weight


def governor_of(head: Token) -> Token:
    """What a mention is an argument of: the token above it, above its preposition."""
    above = head.head
    return above.head if above.dep_ in ("prep", "agent", "dative") and above.pos_ == "ADP" else above
