"""A document with its lexemes, and the way from one to the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from spacy.attrs import IDX

from factx.quantities.lexemes import Lexemes, lexemes_of
from factx.record import span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from factx.record import Span


class Context:
    """A Doc, its text (which spaCy makes anew each time) and its lexemes; ``parsed``: it has a dependency parse."""

    __slots__ = ("_starts", "doc", "lexemes", "parsed", "text")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.lexemes: Lexemes = lexemes_of(self.text)
        self.parsed = doc.has_annotation("DEP")
        self._starts: list[int] = doc.to_array([IDX]).tolist()

    def token(self, offset: int) -> Token:
        """The token at a code point, or before it where none is."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def lexeme(self, offset: int) -> int | None:
        """The lexeme that begins at a code point."""
        i = self.lexeme_from(offset)
        found = self.lexemes.at(i)
        return i if found is not None and found.start == offset else None

    def lexeme_from(self, offset: int) -> int:
        """The first lexeme at or after a code point."""
        return bisect_left(self.lexemes.items, offset, key=lambda x: x.start)

    def tokens(self, first: int, last: int) -> Tokens:
        """The tokens that lexemes ``first`` to ``last`` (both included) touch."""
        start, end = self.lexemes.items[first].start, self.lexemes.items[last].end
        return self.doc[self.token(start).i : self.token(end - 1).i + 1]

    def span(self, first: int, last: int) -> Span:
        """The text of lexemes ``first`` to ``last`` (both included)."""
        return span(self.text, self.lexemes.items[first].start, self.lexemes.items[last].end)

    def same_sentence(self, first: int, last: int) -> bool:
        """Whether no sentence begins after the first of the tokens under lexemes ``first`` to ``last``."""
        return not any(token.is_sent_start for token in self.tokens(first, last)[1:])
