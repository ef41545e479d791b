"""Sentence bounds, from the encoder's vectors."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH, SENT_START
from spacy.language import Language

from factx.pipeline.component import Head, vectors, words, write
from factx.pipeline.pieces import line_breaks

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# No sentence is longer than this many words: where a text goes on without end, it is cut at the likeliest place.
# The longest sentence of the treebanks has 159 words.
LONGEST = 300

# Every fourth of these places in PolNeAR's development articles was taken for a sentence's end by the vectors alone.
CLOSING = frozenset({'"', "”", "''", "’", "’’"})
NEVER = -1e4


class Senter(Head):
    """Sets ``token.is_sent_start``."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts of ``doc``."""
        at = words(doc)
        starts = np.full(len(doc), -1, dtype=np.int64)
        if len(at):
            logits = np.concatenate([self.linear(rows, "start") for _, rows in vectors(doc, self.name)])[at]
            scores = logits[:, 1] - logits[:, 0]
            scores[goes_on(doc)] = NEVER
            chosen = bounds(scores)
            starts[at[chosen]] = 1
        if len(doc):
            starts[0] = 1
            if len(at) and at[0]:  # space before the first word belongs to its sentence
                starts[at[0]] = -1
        return write(doc, [SENT_START], starts.astype(np.uint64)[:, None])


def goes_on(doc: Doc) -> NDArray[np.bool_]:
    """For each word that is no space, whether it goes on after a quotation with a comma: “It rained,” [she said]."""
    strings = doc.vocab.strings
    shown = doc.to_array([ORTH])[words(doc)]
    found = np.zeros(len(shown), dtype=bool)
    found[2:] = np.isin(shown[1:-1], [strings[mark] for mark in CLOSING]) & (shown[:-2] == strings[","])
    if found.any():
        found &= line_breaks(doc) == 0
    return found


def bounds(scores: NDArray[np.float32], longest: int = LONGEST) -> NDArray[np.int64]:
    """Indices of the words that begin a sentence, from the log odds (words,) that each does."""
    chosen = set(np.flatnonzero(scores > 0).tolist()) | {0}
    ordered = [*sorted(chosen), len(scores)]
    for begin, end in pairwise(ordered):
        start = begin
        while end - start > longest:
            start += 1 + int(np.argmax(scores[start + 1 : start + longest]))
            chosen.add(start)
    return np.array(sorted(chosen), dtype=np.int64)


@Language.factory("factx_senter", requires=["doc.tensor"], assigns=["token.is_sent_start", "doc.sents"])
def make_senter(nlp: Language, name: str) -> Senter:
    """An empty senter; its weights come from disk."""
    return Senter(nlp.vocab, name)
