"""Dependency parser: biaffine scores (Dozat and Manning 2017), decoded to a tree in each sentence. ClearNLP labels."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.language import Language

from factx.pipeline.component import Head, check_vectors, gelu, words, write
from factx.pipeline.tree import forest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc

ROOT, SPACE_DEP = "ROOT", "dep"

# Sentences go through the layers together, up to this many words: single ones leave a matrix product too little to do.
GROUP = 192


class Parser(Head):
    """Sets ``token.head`` and ``token.dep`` inside the sentences that are there; without any, the text is one.

    Space hangs on the word before it, and before the first word on that.
    """

    def ready(self) -> None:
        """Lay the label tensor (labels, 65, 65) out for one matrix product."""
        label = self.weights["label"]
        count, width, _ = label.shape
        self._label = np.ascontiguousarray(label.transpose(1, 0, 2).reshape(width, count * width))
        self._deps = np.array([self.vocab.strings.add(x) for x in self.label_sets["dep"]], dtype=np.uint64)
        self._root = self.label_sets["dep"].index(ROOT)
        root = self.weights["root"][None]
        self._root_arc = gelu(self.linear(root, "arc_head"))
        self._root_label = gelu(self.linear(root, "label_head"))

    def __call__(self, doc: Doc) -> Doc:
        """Parse the sentences of ``doc``."""
        if not len(doc):
            return doc
        check_vectors(doc, self.name)
        heads = np.arange(len(doc))
        deps = np.full(len(doc), self.vocab.strings.add(SPACE_DEP), dtype=np.uint64)
        for group in groups(sentences(doc)):
            at = np.concatenate(group)
            found, names = self.parse(np.asarray(doc.tensor[at], dtype=np.float32), [len(s) for s in group])
            heads[at] = np.where(found == len(at), at, at[np.minimum(found, len(at) - 1)])
            deps[at] = self._deps[names]
        attach_space(doc, heads)
        relative = (heads - np.arange(len(doc))).astype(np.int64).astype(np.uint64)
        return write(doc, [HEAD, DEP], np.stack([relative, deps], axis=1))

    def parse(self, rows: NDArray[np.float32], sizes: list[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Vectors (n, 384) of sentences of ``sizes`` words -> heads (n,) among all, n for a root, and labels (n,)."""
        arc = self.weights["arc"]
        dep = gelu(self.linear(rows, "arc_dep")) @ arc[:-1] + arc[-1]
        head = gelu(self.linear(rows, "arc_head"))
        parts = [slice(end - size, end) for size, end in zip(sizes, accumulate(sizes), strict=True)]
        heads = forest([dep[part] @ np.concatenate([head[part], self._root_arc]).T for part in parts])
        return heads, self._names(rows, heads)

    def _names(self, rows: NDArray[np.float32], heads: NDArray[np.int64]) -> NDArray[np.int64]:
        n = len(rows)
        ones = np.ones((n, 1), dtype=np.float32)
        dep = np.concatenate([gelu(self.linear(rows, "label_dep")), ones], axis=1)
        head = np.concatenate([gelu(self.linear(rows, "label_head")), self._root_label])[heads]
        head = np.concatenate([head, ones], axis=1)
        scores = np.einsum("nlj,nj->nl", (dep @ self._label).reshape(n, len(self._deps), -1), head)
        scores[heads != n, self._root] = -np.inf
        names: NDArray[np.int64] = scores.argmax(1)
        names[heads == n] = self._root
        return names


def sentences(doc: Doc) -> list[NDArray[np.int64]]:
    """Indices of the words of each sentence, space left out."""
    at = words(doc)
    starts = doc.to_array([SENT_START])[at] == 1
    return np.split(at, np.flatnonzero(starts[1:]) + 1) if len(at) else []


def groups(found: list[NDArray[np.int64]], words: int = GROUP) -> Iterator[list[NDArray[np.int64]]]:
    """Sentences in a row, as many as have ``words`` words together, or one."""
    group: list[NDArray[np.int64]] = []
    size = 0
    for sentence in found:
        if group and size + len(sentence) > words:
            yield group
            group, size = [], 0
        group.append(sentence)
        size += len(sentence)
    if group:
        yield group


def attach_space(doc: Doc, heads: NDArray[np.int64]) -> None:
    """Hang space on the token before it, leading space on the first word; a text of space alone hangs on its first."""
    at = words(doc)
    first = int(at[0]) if len(at) else 0
    space = np.setdiff1d(np.arange(len(doc)), at, assume_unique=True)
    heads[space] = np.where(space <= first, first, space - 1)


@Language.factory("factx_parser", requires=["doc.tensor", "token.is_sent_start"], assigns=["token.head", "token.dep"])
def make_parser(nlp: Language, name: str) -> Parser:
    """An empty parser; its weights come from disk."""
    return Parser(nlp.vocab, name)
