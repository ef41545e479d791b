"""The units in which spans are compared: words and single marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.record import Offsets

TOKEN = re.compile(r"(?P<word>\w+)|[^\w\s]")


class Tokens:
    """The tokens of a text, by number. A span has a token if they share a character."""

    def __init__(self, text: str) -> None:
        self.text = text
        tokens = list(TOKEN.finditer(text))
        self._starts = [token.start() for token in tokens]
        self._ends = [token.end() for token in tokens]
        self._word = [token.lastgroup == "word" for token in tokens]

    def within(self, spans: Iterable[Offsets], *, marks: bool) -> frozenset[int]:
        """Numbers of the tokens of ``spans``; of words only, unless with ``marks``."""
        return frozenset(i for span in spans for i in self._range(*span) if marks or self._word[i])

    def fragments(self, spans: Iterable[Offsets]) -> set[Offsets]:
        """The lines of ``spans``, each as the number of its first token and one past that of its last."""
        found = set()
        for start, end in spans:
            line = start
            for words in self.text[start:end].split("\n"):
                if numbers := self._range(line, line + len(words)):
                    found.add((numbers.start, numbers.stop))
                line += len(words) + 1
        return found

    def _range(self, start: int, end: int) -> range:
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))
