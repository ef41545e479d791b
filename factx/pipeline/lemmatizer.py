"""Lemmas: of verb forms by their spelling (see ``inflection``), of all else as learned edits (see ``edits``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import LEMMA, ORTH, TAG
from spacy.language import Language

from factx.pipeline.component import Head, vectors, write
from factx.pipeline.edits import apply_edit
from factx.pipeline.inflection import FORMS, verb_lemma

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
    it is: "denied" has no lemma "deni", but names are in no list. Of a verb's form it has to be one that the spelling
    allows, if there is any.
    """

    def ready(self) -> None:
        """Look up which edits change nothing and which lemmas are known."""
        self._known = frozenset(self.label_sets["lemma"])
        self._memory: dict[tuple[int, int, int], str] = {}
        self._forms = {self.vocab.strings.add(tag): tag for tag in FORMS}
        self._keeping = frozenset(i for i, e in enumerate(self.label_sets["edit"]) if e in UNCHANGED)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of ``doc``."""
        lemmas = np.zeros((len(doc), 1), dtype=np.uint64)
        columns, strings, memory = doc.to_array([ORTH, TAG]), self.vocab.strings, self._memory
        for start, rows in vectors(doc, self.name):
            scores = self.linear(rows, "edit")
            orth, tags = columns[start : start + len(rows)].T.tolist()
            keys = zip(orth, tags, scores.argmax(1).tolist(), strict=True)
            found = [memory.get(key) or self._lemma(strings[key[0]], key, scores[i]) for i, key in enumerate(keys)]
            lemmas[start : start + len(rows), 0] = [strings.add(lemma) for lemma in found]
        return write(doc, [LEMMA], lemmas)

    def _lemma(self, word: str, key: tuple[int, int, int], scores: NDArray[np.float32]) -> str:
        """The lemma. Remembered where it hangs on the word, its tag and its best edit alone.

        ``key``: the numbers of these. Not the lemma's number is remembered, but its string: a number means nothing once
        the memory zone has ended in which the string was new.
        """
        _, tag, best = key
        lemma = word if word.isspace() else apply_edit(word, self.label_sets["edit"][best])
        verb = verb_lemma(word.lower(), self._forms[tag], self._known) if tag in self._forms else None
        if verb is not None:
            lemma = verb
        elif lemma is None or not (best in self._keeping or lemma.lower() in self._known):
            return self._other(word, scores)
        if len(self._memory) < MEMORY:
            self._memory[key] = lemma
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
