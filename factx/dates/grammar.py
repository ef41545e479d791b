"""Patterns over the codes of words, and the reading that each one gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.dates.reading import Context, Reading
    from factx.dates.words import Word

# An expression of more words is a clause that the entity recogniser took for a date; the longest of TimeBank's that a
# pattern below reads has nine.
MAX_WORDS = 20


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits all words; its groups are words."""

    words: tuple[Word, ...]
    found: re.Match[str]

    def word(self, group: str) -> Word | None:
        """The first word of a group; None if the group is empty or took no part."""
        start, end = self.found.span(group)
        return self.words[start] if 0 <= start < end else None

    def part(self, group: str) -> tuple[Word, ...]:
        """All words of a group."""
        start, end = self.found.span(group)
        return self.words[start:end] if start >= 0 else ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern (matched against all codes) and what makes a reading of it; None passes on to the next rule."""

    pattern: re.Pattern[str]
    build: Callable[[Match, Context], Reading | None]


def rule(pattern: str, build: Callable[[Match, Context], Reading | None]) -> Rule:
    """A rule of the grammar."""
    return Rule(re.compile(pattern), build)


def first_reading(rules: tuple[Rule, ...], words: tuple[Word, ...], context: Context) -> Reading | None:
    """What the first fitting rule reads; None if none fits, or if the answer lies outside the calendar (year 10000)."""
    if not 0 < len(words) <= MAX_WORDS:
        return None
    letters = "".join(w.code for w in words)
    for each in rules:
        found = each.pattern.fullmatch(letters)
        try:
            made = each.build(Match(words, found), context) if found else None
        except (ValueError, OverflowError):
            made = None
        if made is not None:
            return made
    return None
