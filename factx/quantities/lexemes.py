"""The text as figures, words and signs: finer than spaCy's tokens ("3.5bn" is two), on which numbers do not depend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

# Figures keep every separator inside them, the wrong ones too; a no-break or thin space separates thousands only.
_LEXEMES = re.compile(
    "(?P<figure>(?<![\\w.])\\.[0-9]+|[0-9]+(?:[.,]+[0-9]+|[\u00a0\u202f\u2009][0-9]{3}(?![0-9]))*)|(?P<word>[^\\W\\d_]+(?:['’][^\\W\\d_]+)*)|(?P<sign>[^\\w\\s]|_)"
)


class Lexeme(NamedTuple):
    """A piece of text at code points ``start`` to ``end``; ``glued`` to the one before, or the first of its line."""

    text: str
    start: int
    end: int
    kind: Literal["figure", "word", "sign"]
    glued: bool
    line: int

    @property
    def lower(self) -> str:
        """The text in lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text; looking beyond its ends, or from line to line, finds nothing."""

    text: str
    items: tuple[Lexeme, ...]

    def at(self, i: int, near: int | None = None) -> Lexeme | None:
        """Lexeme ``i``, if it stands on the same line as lexeme ``near``."""
        if not 0 <= i < len(self.items):
            return None
        found = self.items[i]
        return found if near is None or near >= len(self.items) or found.line == self.items[near].line else None

    def lower(self, i: int, near: int | None = None) -> str:
        """The lower-case text of lexeme ``i``; empty if there is none."""
        found = self.at(i, near)
        return found.lower if found else ""

    def glued(self, i: int) -> bool:
        """Whether lexeme ``i`` follows the one before without space."""
        found = self.at(i)
        return found is not None and found.glued

    def is_sign(self, i: int, signs: str) -> bool:
        """Whether lexeme ``i`` is one of some one-character signs."""
        found = self.at(i)
        return found is not None and found.kind == "sign" and found.text in signs


def lexemes_of(text: str) -> Lexemes:
    """The lexemes of a text, in linear time."""
    found: list[Lexeme] = []
    end = line = 0
    for match in _LEXEMES.finditer(text):
        start, stop = match.span()
        line += "\n" in text[end:start]
        kind: Any = match.lastgroup
        found.append(Lexeme(text[start:stop], start, stop, kind, bool(found) and start == end, line))
        end = stop
    return Lexemes(text, tuple(found))
