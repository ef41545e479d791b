"""How prominent a mention is where it stands, and an entity after some sentences (Lappin and Leass 1994).

Their factors: recency 100, subject 80, direct object 50, indirect or oblique 40; 80 where it heads its noun phrase, 50
where it stands in no adverbial. Every sentence halves what was there before.
"""

from __future__ import annotations

from dataclasses import dataclass

RECENCY, HEAD, NOT_ADVERBIAL = 100.0, 80.0, 50.0
PLACES = {"nsubj": 80.0, "nsubjpass": 80.0, "dobj": 50.0, "dative": 40.0, "pobj": 40.0}
VERBS = frozenset({"VERB", "AUX"})
HALF = 0.5


def weight_of(dep: str, governor: str) -> float:
    """The factors of a mention whose head has this relation; ``governor``: the part of speech of what governs it."""
    weight = RECENCY + PLACES.get(dep, 0.0)
    return weight + HEAD + NOT_ADVERBIAL * (dep != "pobj") if governor in VERBS else weight


@dataclass(slots=True)
class Salience:
    """``value`` holds for ``sentence``, that of the last mention; ``within`` is what that sentence added to it."""

    value: float = 0.0
    sentence: int = -1
    within: float = 0.0

    def add(self, weight: float, sentence: int) -> None:
        """One more mention. Of a sentence only the most prominent one counts."""
        if sentence != self.sentence:
            self.value = self.at(sentence)
            self.sentence, self.within = sentence, 0.0
        self.value += max(0.0, weight - self.within)
        self.within = max(self.within, weight)

    def at(self, sentence: int) -> float:
        """Some sentences later."""
        return self.value * HALF ** (sentence - self.sentence) if self.value else 0.0
