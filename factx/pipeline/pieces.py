"""Words to what the encoder reads: WordPiece ids, and the shape that an uncased vocabulary loses."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH, SPACY
from tokenizers import Tokenizer

from factx.errors import PipelineError
from factx.pipeline.component import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"

# A word's case (9 kinds), the line breaks before it (none, one, more) and whether it is glued to the word before.
# The sum takes the place of BERT's token type, so that case and layout reach every layer of an uncased encoder.
CASES = 9
BREAKS = 3
SHAPES = CASES * BREAKS * 2
SPECIAL_SHAPE = 0

# A single word of more pieces (a URL, a base64 line) is shown to the encoder by its first ones only: 12 holds
# 99.98 % of the words of the treebanks whole. The word itself is never cut.
MAX_PIECES_PER_WORD = 12

# Words seen are kept with their pieces; past this many the memory is emptied, so that it stays constant: those of some
# hundred articles. With ten times as many an article of 150 words takes 0.5 ms less, half a percent, and memory goes on
# growing after 1,000 articles.
MEMORY = 10_000


def case_of(word: str) -> int:
    """Kind of case: 1 lower, 2 Title, 3 UPPER, 4 single capital, 5 miXed, 6 digits, 7 digits and letters, 8 other."""
    if word.islower() and word.isalpha():
        return 1
    letters = any(c.isalpha() for c in word)
    if any(c.isdigit() for c in word):
        return 7 if letters else 6
    if not letters:
        return 8
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 2 if word[0].isupper() and not any(c.isupper() for c in word[1:]) else 5


def texts(doc: Doc) -> list[str]:
    """The words of ``doc`` (its tokens that are not space), in order."""
    strings = doc.vocab.strings
    return [strings[number] for number in doc.to_array([ORTH])[words(doc)].tolist()]


def line_breaks(doc: Doc) -> NDArray[np.int64]:
    """How many line breaks stand between each word of ``doc`` and the one before it."""
    at = words(doc)
    breaks = np.zeros(len(doc), dtype=np.int64)
    for i in np.setdiff1d(np.arange(len(doc)), at, assume_unique=True).tolist():
        breaks[i] = doc[i].text.count("\n")
    between: NDArray[np.int64] = np.diff(np.cumsum(breaks)[at], prepend=0)
    return between


def shapes(doc: Doc) -> NDArray[np.int64]:
    """Shape ids of the words of ``doc``, in order, each in [0, SHAPES)."""
    at = words(doc)
    case = np.array([case_of(word) for word in texts(doc)], dtype=np.int64)
    glued = np.zeros(len(at), dtype=np.int64)
    glued[1:] = (np.diff(at) == 1) & (doc.to_array([SPACY])[at[:-1]] == 0)
    found: NDArray[np.int64] = case + CASES * np.minimum(line_breaks(doc), BREAKS - 1) + CASES * BREAKS * glued
    return found


def _id(tokenizer: Tokenizer, token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        message = f"the tokenizer has no {token}"
        raise PipelineError(message)
    return number


class WordPieces:
    """WordPiece ids of single words, remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.tokenizer = tokenizer
        self.cls, self.sep, self.unknown = (_id(tokenizer, token) for token in (CLS, SEP, UNKNOWN))
        self.known: dict[str, list[int]] = {}

    @classmethod
    def from_file(cls, path: str) -> WordPieces:
        """Read a ``tokenizer.json``."""
        return cls(Tokenizer.from_file(path))

    def __call__(self, words: Sequence[str]) -> list[list[int]]:
        """Piece ids of each word: at least one, at most MAX_PIECES_PER_WORD."""
        if len(self.known) > MEMORY:
            self.known.clear()
        known = self.known
        new = list(dict.fromkeys(w for w in words if w not in known))
        if new:
            for word, encoding in zip(new, self.tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
                known[word] = encoding.ids[:MAX_PIECES_PER_WORD] or [self.unknown]
        return [known[w] for w in words]

    def pack(
        self, pieces: Sequence[Sequence[int]], shape: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """One window for the encoder.

        Returns the piece ids and shape ids, both (pieces + 2,) with [CLS] and [SEP] around, and the offsets
        (words + 1,) at which each word's pieces begin in them.
        """
        sizes = [len(word) for word in pieces]
        offsets = np.cumsum([1, *sizes], dtype=np.int64)
        ids = np.array([self.cls, *chain.from_iterable(pieces), self.sep], dtype=np.int64)
        kinds = np.full(len(ids), SPECIAL_SHAPE, dtype=np.int64)
        kinds[1:-1] = np.repeat(shape, sizes)
        return ids, kinds, offsets
