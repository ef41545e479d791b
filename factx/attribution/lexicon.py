"""How often a cue was one: counts from PolNeAR, made by ``factx.training.attribution_confidence``.

Cues are an open class (Newell et al. 2018 count thousands), so no list of verbs decides. Every rule proposes
whatever has its form, and the share of such proposals that were attributions in PolNeAR, for this rule and this
cue, is the probability that this one is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from factx.lexicons import load

if TYPE_CHECKING:
    from factx.attribution.candidate import Candidate


def probability(candidate: Candidate) -> float:
    """The share of right ones among proposals of this rule and cue, drawn towards the rule's share of its rare cues.

    What the source looks like ("he" says more often than "it") then moves the odds, by a factor counted for the rule.
    """
    counts = load("cues")["rules"].get(candidate.rule)
    if counts is None:
        return 0.0
    hits, seen = counts["cues"].get(candidate.key, (0, 0))
    weight: float = load("cues")["weight"]
    share = (hits + weight * counts["prior"]) / (seen + weight)
    odds = share / max(1 - share, _LEAST) * counts["sources"].get(candidate.who, 1.0)
    return float(odds / (1 + odds))


# Keeps the odds finite where every proposal was right.
_LEAST = 1e-3


@cache
def kind(key: str) -> Literal["speech", "attitude"]:
    """Speech unless the cue's lemma was mostly an attitude."""
    attitude = load("cues")["attitudes"]
    return "attitude" if key in attitude or key.partition(" ")[0] in attitude else "speech"
