"""A mention with what its words tell: who or what it can be, and how prominent its place is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from factx.clusters.cluster import Gender, Kind, Mention, Number


@dataclass(slots=True)
class Described:
    """What the rules know of a mention; words are in lower case, but for a name's own.

    ``word``: a name, a noun's lemma or a pronoun. ``label``: that of a name. ``noun``: the lemma of what heads a noun
    phrase or a name of no person. ``modifiers``: lemmas before a noun. ``roles``: as in Cluster. ``possessor``: head of
    "his" in "his son". ``weight``: see salience.py. ``governor``: the token whose argument it is. ``sentence`` counts
    from 0. ``repeats``: head of what stands before a pronoun for the same subject: "Lee" of "the mayor, Lee, she said".
    ``apart``: the heads of what a pronoun cannot be, the objects behind its verb: "Lee" of "she described Lee".
    """

    mention: Mention
    word: str
    kind: Kind
    gender: Gender | None
    number: Number | None
    sentence: int
    weight: float
    governor: int
    label: str = ""
    noun: str = ""
    determiner: str = ""
    possessor: int | None = None
    modifiers: frozenset[str] = frozenset()
    roles: AbstractSet[str] = frozenset()
    repeats: int | None = None
    apart: tuple[int, ...] = ()
