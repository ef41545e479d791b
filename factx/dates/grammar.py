"""Patterns over the codes of words, and a chart that finds the longest form at a place.

An atom is a pattern of its own. A prefix stands before another form and changes it ("early", "about"), a suffix after
it ("ago", "of last year", "to July"). Each place is parsed once, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factx.dates.forms import Form
    from factx.dates.lexer import Lexed, Word

# Forms in forms ("early" "early" …): news has four; deeper than this nobody means anything.
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits from one word on; its groups are words."""

    words: Sequence[Word]
    found: re.Match[str]

    def word(self, group: str) -> Word | None:
        """The first word of a group; None if there is no such group, or it is empty or took no part."""
        if group not in self.found.re.groupindex:
            return None
        start, end = self.found.span(group)
        return self.words[start] if 0 <= start < end else None

    def before(self, distance: int) -> Word:
        """A word before the match, which the pattern has looked back at."""
        return self.words[self.found.start() - distance]

    def followed_by(self, code: str) -> bool:
        """Whether the next word has this code."""
        return self.found.string.startswith(code, self.found.end())

    def letters(self, group: str) -> str:
        """The codes of a group; empty if it took no part."""
        return self.found[group] or "" if group in self.found.re.groupindex else ""


@dataclass(frozen=True, slots=True)
class Atom:
    """A pattern and the form that it means; None: not this one."""

    pattern: re.Pattern[str]
    build: Callable[[Match], Form | None]


@dataclass(frozen=True, slots=True)
class Joint:
    """A prefix (before a form) or a suffix (between a form and another, which may be missing if ``alone``)."""

    pattern: re.Pattern[str]
    build: Callable[..., Form | None]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules. Of two readings of the same length the one that stands earlier is taken."""

    atoms: tuple[Atom, ...]
    prefixes: tuple[Joint, ...]
    suffixes: tuple[Joint, ...]


def atom(pattern: str, build: Callable[[Match], Form | None]) -> Atom:
    """A rule for words that mean something by themselves."""
    return Atom(re.compile(pattern), build)


def prefix(pattern: str, build: Callable[[Match, Form], Form | None]) -> Joint:
    """A rule for words before a form."""
    return Joint(re.compile(pattern), build)


def suffix(pattern: str, build: Callable[[Match, Form, Form], Form | None]) -> Joint:
    """A rule for words between two forms."""
    return Joint(re.compile(pattern), build)


def ending(pattern: str, build: Callable[[Match, Form], Form | None]) -> Joint:
    """A rule for words after a form."""
    return Joint(re.compile(pattern), build, alone=True)


@dataclass(slots=True)
class Chart:
    """The forms of one text, found when they are asked for."""

    lexed: Lexed
    grammar: Grammar
    known: dict[int, tuple[Form, int] | None] = field(default_factory=dict)
    depth: int = 0

    def at(self, start: int) -> tuple[Form, int] | None:
        """The longest form that begins at a word, and the word after it."""
        if start not in self.known:
            if self.depth > MAX_DEPTH:
                return None
            self.depth += 1
            self.known[start] = self._longest(start)
            self.depth -= 1
        return self.known[start]

    def _longest(self, start: int) -> tuple[Form, int] | None:
        words, codes = self.lexed.words, self.lexed.codes
        best: tuple[Form, int] | None = None
        for one in self.grammar.atoms:
            found = one.pattern.match(codes, start)
            if found is None or (best is not None and found.end() <= best[1]):
                continue
            form = one.build(Match(words, found))
            if form is not None:
                best = form, found.end()
        if best is not None:
            best = self._extended(best)
        for joint in self.grammar.prefixes:
            found = joint.pattern.match(codes, start)
            inner = self.at(found.end()) if found and found.end() > start else None
            if found is None or inner is None or (best is not None and inner[1] <= best[1]):
                continue
            form = joint.build(Match(words, found), inner[0])
            if form is not None:
                best = self._extended((form, inner[1]))
        return best

    def _extended(self, best: tuple[Form, int]) -> tuple[Form, int]:
        """The form with all suffixes that follow."""
        while True:
            longer = self._suffixed(*best)
            if longer is None:
                return best
            best = longer

    def _suffixed(self, form: Form, end: int) -> tuple[Form, int] | None:
        for joint in self.grammar.suffixes:
            found = joint.pattern.match(self.lexed.codes, end)
            if found is None:
                continue
            match = Match(self.lexed.words, found)
            if joint.alone:
                made = joint.build(match, form)
                if made is not None and found.end() > end:
                    return made, found.end()
                continue
            inner = self.at(found.end())
            if inner is None:
                continue
            made = joint.build(match, form, inner[0])
            if made is not None:
                return made, inner[1]
        return None
