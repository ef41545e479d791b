"""When two names are one source's, as scores see it."""

from __future__ import annotations

import re

from factx.lexicons import load

LIGHT = frozenset(load("news_scores")["light"])
PRONOUNS = frozenset(load("news_scores")["pronouns"])
POSSESSIVE = re.compile("[’']s")


def same_name(one: str, other: str) -> bool:
    """Whether the words that tell apart are the same, or those of one are all among those of the other."""
    ours, theirs = _words(one), _words(other)
    return ours == theirs or bool(ours and theirs and (ours <= theirs or theirs <= ours))


def is_pronoun(mention: str) -> bool:
    """Whether a mention is a pronoun and nothing else."""
    return mention.lower() in PRONOUNS


def _words(name: str) -> frozenset[str]:
    return frozenset(POSSESSIVE.sub("", name.lower()).replace(",", " ").split()) - LIGHT
