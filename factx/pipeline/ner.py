"""Named entities: one BILOU label a word, decoded to the best valid sequence of each sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Span

from factx.pipeline.component import Head, vectors
from factx.pipeline.parser import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc

FORBIDDEN = -1e6


class Ner(Head):
    """Sets ``doc.ents``."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The entity labels, without their prefixes."""
        return tuple(dict.fromkeys(x[2:] for x in self.label_sets.get("entity", ()) if x != "O"))

    def ready(self) -> None:
        """Work out which label may follow which."""
        self._moves = moves(self.label_sets["entity"])
        names = self.label_sets["entity"]
        self._opens = np.array([x[0] in "OBU" for x in names])
        self._closes = np.array([x[0] in "OLU" for x in names])
        for label in self.labels:
            self.vocab.strings.add(label)

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of ``doc``."""
        at = sentences(doc)
        if at:
            scores = np.concatenate([self.linear(rows, "entity") for _, rows in vectors(doc, self.name)])
            labels = scores.argmax(1)
            for sentence in at:
                if not self.valid(labels[sentence]):
                    labels[sentence] = self.decode(scores[sentence])
            doc.ents = list(self._spans(doc, np.concatenate(at), labels))
        return doc

    def valid(self, labels: NDArray[np.int64]) -> bool:
        """Whether a sentence can be labelled so: then the plain maximum is the best sequence."""
        follows = self._moves[labels[:-1], labels[1:]] == 0
        return bool(self._opens[labels[0]] and self._closes[labels[-1]] and follows.all())

    def decode(self, scores: NDArray[np.float32]) -> NDArray[np.int64]:
        """The best valid labels (n,) of a sentence for ``scores`` (n, labels); after Viterbi (1967)."""
        best = scores.astype(np.float64)
        best[0] += np.where(self._opens, 0, FORBIDDEN)
        for i in range(1, len(best)):
            best[i] += (best[i - 1, :, None] + self._moves).max(0)
        found = [int((best[-1] + np.where(self._closes, 0, FORBIDDEN)).argmax())]
        for total in best[-2::-1]:
            found.append(int((total + self._moves[:, found[-1]]).argmax()))
        return np.array(found[::-1])

    def _spans(self, doc: Doc, at: NDArray[np.int64], labels: NDArray[np.int64]) -> Iterator[Span]:
        """Entities over the words ``at``; ``labels`` (tokens of ``doc``,)."""
        names = self.label_sets["entity"]
        outside = names.index("O")
        begin = 0
        for i in at[labels[at] != outside].tolist():
            name = names[labels[i]]
            if name[0] in "BU":
                begin = i
            if name[0] in "LU":
                yield Span(doc, begin, i + 1, label=name[2:])


def moves(names: tuple[str, ...]) -> NDArray[np.float64]:
    """(labels, labels): 0 where the second may follow the first, FORBIDDEN elsewhere."""
    table = np.full((len(names), len(names)), FORBIDDEN)
    for i, a in enumerate(names):
        for j, b in enumerate(names):
            inside = a[0] in "BI"
            if (inside and b[0] in "IL" and a[2:] == b[2:]) or (not inside and b[0] in "OBU"):
                table[i, j] = 0
    return table


@Language.factory("factx_ner", requires=["doc.tensor"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_ner(nlp: Language, name: str) -> Ner:
    """An empty recogniser; its weights come from disk."""
    return Ner(nlp.vocab, name)
