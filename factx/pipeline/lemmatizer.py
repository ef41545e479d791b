"""Lemmas, as edits of the word (see ``edits``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import LEMMA, ORTH
from spacy.language import Language

from factx.pipeline.component import Head, vectors, write
from factx.pipeline.edits import apply_edit

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# How many edits are tried, best first, before the word itself is taken: an edit may cut more than the word has.
TRIES = 6
UNCHANGED = ("k|0|", "l|0|")

# Words whose lemma is remembered, at most: those of some hundred articles, the common ones among them.
MEMORY = 10_000


class Lemmatizer(Head):
    """Sets ``token.lemma``.

    Of the best edits, the first that gives a lemma of the treebanks is taken, unless the very best leaves the word as
    it is: "denied" has no lemma "deni", but names are in no list.
    """

    def ready(self) -> None:
        """Look up which edits change nothing and which lemmas are known."""
        self._known = frozenset(self.label_sets["lemma"])
        self._memory: dict[tuple[int, int], str] = {}
        self._keeping = frozenset(i for i, e in enumerate(self.label_sets["edit"]) if e in UNCHANGED)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of ``doc``."""
        lemmas = np.zeros((len(doc), 1), dtype=np.uint64)
        orth, strings, memory = doc.to_array([ORTH]).tolist(), self.vocab.strings, self._memory
        for start, rows in vectors(doc, self.name):
            scores = self.linear(rows, "edit")
            edits = zip(orth[start : start + len(rows)], scores.argmax(1).tolist(), strict=True)
            found = [memory.get(pair) or self._lemma(strings[pair[0]], pair, scores[i]) for i, pair in enumerate(edits)]
            lemmas[start : start + len(rows), 0] = [strings.add(lemma) for lemma in found]
        return write(doc, [LEMMA], lemmas)

    def _lemma(self, word: str, pair: tuple[int, int], scores: NDArray[np.float32]) -> str:
        """The lemma. Remembered where it hangs on the word and its best edit alone.

        ``pair``: the word's number and its best edit. Not the lemma's number is remembered, but its string: a number
        means nothing once the memory zone has ended in which the string was new.
        """
        best = pair[1]
        lemma = word if word.isspace() else apply_edit(word, self.label_sets["edit"][best])
        if lemma is None or not (best in self._keeping or lemma.lower() in self._known):
            return self._other(word, scores)
        if len(self._memory) < MEMORY:
            self._memory[pair] = lemma
        return lemma

    def _other(self, word: str, scores: NDArray[np.float32]) -> str:
        """The first of the next best edits that gives a known lemma, else the best that gives any."""
        ranked = np.argsort(-scores)[:TRIES].tolist()
        found = [lemma for i in ranked if (lemma := apply_edit(word, self.label_sets["edit"][i]))]
        return next((x for x in found if x.lower() in self._known), found[0] if found else word)


@Language.factory("factx_lemmatizer", requires=["doc.tensor"], assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """An empty lemmatizer; its weights come from disk."""
    return Lemmatizer(nlp.vocab, name)
