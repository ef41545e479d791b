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
TRIES = 3
UNCHANGED = ("k|0|", "l|0|")


class Lemmatizer(Head):
    """Sets ``token.lemma``.

    Of the best edits, the first that gives a lemma of the treebanks is taken, unless the very best leaves the word as
    it is: "denied" has no lemma "deni", but names are in no list.
    """

    def ready(self) -> None:
        """Look up which edits change nothing and which lemmas are known."""
        self._known = frozenset(self.label_sets["lemma"])
        self._keeping = frozenset(i for i, e in enumerate(self.label_sets["edit"]) if e in UNCHANGED)

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
        ranked = sorted(candidates.tolist(), key=lambda i: -scores[i])
        lemmas = [lemma for i in ranked if (lemma := apply_edit(word, edits[i]))]
        if ranked[0] not in self._keeping:
            lemmas.sort(key=lambda lemma: lemma.lower() not in self._known)
        return lemmas[0] if lemmas else word


@Language.factory("factx_lemmatizer", requires=["doc.tensor"], assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """An empty lemmatizer; its weights come from disk."""
    return Lemmatizer(nlp.vocab, name)
