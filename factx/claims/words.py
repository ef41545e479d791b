"""The word lists of polarity and modality."""

from __future__ import annotations

from functools import cache

from factx.lexicons import load


@cache
def words(name: str) -> frozenset[str]:
    """One list of the modality lexicon."""
    return frozenset(load("modality")[name])
