"""Part-of-speech tags: Penn Treebank's in ``tag_``, Universal Dependencies' in ``pos_``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import IS_SPACE, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS

from factx.pipeline.component import Head, vectors, write

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPACE_TAG, SPACE_POS = "_SP", "SPACE"


class Tagger(Head):
    """Sets ``token.tag`` and ``token.pos``."""

    def ready(self) -> None:
        """Look the labels' numbers up once."""
        self._tags = np.array([self.vocab.strings.add(t) for t in self.label_sets["tag"]], dtype=np.uint64)
        self._pos = np.array([IDS[p] for p in self.label_sets["pos"]], dtype=np.uint64)
        self._space = (self.vocab.strings.add(SPACE_TAG), IDS[SPACE_POS])

    def __call__(self, doc: Doc) -> Doc:
        """Tag ``doc``."""
        values = np.zeros((len(doc), 2), dtype=np.uint64)
        for start, rows in vectors(doc, self.name):
            stop = start + len(rows)
            values[start:stop, 0] = self._tags[self.linear(rows, "tag").argmax(1)]
            values[start:stop, 1] = self._pos[self.linear(rows, "pos").argmax(1)]
        values[doc.to_array([IS_SPACE]) > 0] = self._space
        return write(doc, [TAG, POS], values)


@Language.factory("factx_tagger", requires=["doc.tensor"], assigns=["token.tag", "token.pos"])
def make_tagger(nlp: Language, name: str) -> Tagger:
    """An empty tagger; its weights come from disk."""
    return Tagger(nlp.vocab, name)
