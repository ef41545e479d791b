"""A Doc's annotation as plain lists: rules look at the neighbours of every noun, and Token objects are slow to make."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, POS, SENT_START, TAG

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc

CHILDLESS: list[int] = []
COLUMNS = [DEP, POS, TAG, LOWER, LEMMA, ENT_TYPE, HEAD, SENT_START]


class Parsed:
    """Lists with an item for every token.

    ``dep``, ``pos``, ``tag``; ``lemma`` and ``lower`` in lower case; ``named``: whether it is in any entity; ``head``:
    an index; ``children``: indices in the order of the text; ``sentence``: from 0.
    """

    def __init__(self, doc: Doc) -> None:
        columns = doc.to_array(COLUMNS).T
        strings = doc.vocab.strings
        self.dep, self.pos, self.tag, self.lower = (texts(strings, column) for column in columns[:4])
        self.lemma = [lemma.lower() for lemma in texts(strings, columns[4])]
        self.named: list[bool] = (columns[5] > 0).tolist()
        self.head: list[int] = (np.arange(len(doc)) + columns[6].astype(np.int64)).tolist()
        starts = (columns[7][1:] == 1).tolist()
        self.sentence = list(accumulate(starts, initial=0)) if len(doc) else []
        self.children = children_of(self.head)

    def lefts(self, token: int) -> list[int]:
        """Its children before it."""
        return [c for c in self.children[token] if c < token]

    def rights(self, token: int) -> list[int]:
        """Its children behind it."""
        return [c for c in self.children[token] if c > token]

    def first(self, token: int) -> int:
        """Where the words that hang on it begin."""
        while (children := self.children[token]) and children[0] < token:
            token = children[0]
        return token

    def last(self, token: int) -> int:
        """Where the words that hang on it end: their last token."""
        while (children := self.children[token]) and children[-1] > token:
            token = children[-1]
        return token

    def root(self, start: int, end: int) -> int:
        """The token of [start, end) that hangs on one outside; the first of several."""
        return next((t for t in range(start, end) if not start <= self.head[t] < end or self.head[t] == t), end - 1)

    def governor(self, token: int) -> int:
        """What it is an argument of: the token above it, above its preposition."""
        above = self.head[token]
        return (
            self.head[above] if self.dep[above] in ("prep", "agent", "dative") and self.pos[above] == "ADP" else above
        )


def texts(strings: StringStore, column: NDArray[np.uint64]) -> list[str]:
    """The strings of a column of ids."""
    ids = column.tolist()
    table = {i: strings[i] for i in set(ids)}
    return [table[i] for i in ids]


def children_of(heads: list[int]) -> list[list[int]]:
    """Of each token, in the order of the text; those without any share one empty list."""
    found = [CHILDLESS] * len(heads)
    for token, head in enumerate(heads):
        if head != token:
            if found[head]:
                found[head].append(token)
            else:
                found[head] = [token]
    return found
