"""Lemmas, as edits of the word (see ``edits``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import LEMMA
from spacy.language import Language

from factx.pipeline.component import Head, vectors, write
from factx.pipeline.edits import apply_edit

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# How many edits are tried, best first, before the word itself is taken: an edit may cut more than the word has.
TRIES = 4


class Lemmatizer(Head):
    """Sets ``token.lemma``."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of ``doc``."""
        lemmas = np.zeros((len(doc), 1), dtype=np.uint64)
        for start, rows in vectors(doc, self.name):
            scores = self.linear(rows, "edit")
            best = np.argpartition(-scores, TRIES, axis=1)[:, :TRIES]
            for i, (row, candidates) in enumerate(zip(scores, best, strict=True), start):
                lemmas[i] = self.vocab.strings.add(self._lemma(doc[i].text, row, candidates))
        return write(doc, [LEMMA], lemmas)

    def _lemma(self, word: str, scores: NDArray[np.float32], candidates: NDArray[np.int64]) -> str:
        if word.isspace():
            return word
        edits = self.label_sets["edit"]
        for i in sorted(candidates.tolist(), key=lambda i: -scores[i]):
            if lemma := apply_edit(word, edits[i]):
                return lemma
        return word


@Language.factory("factx_lemmatizer", requires=["doc.tensor"], assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """An empty lemmatizer; its weights come from disk."""
    return Lemmatizer(nlp.vocab, name)
