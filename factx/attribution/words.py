"""The words of a Doc (its tokens that are not space) as columns: what the attribution network reads beside vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START, TAG

from factx.pipeline.component import words as words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from factx.attribution.page import Page


@dataclass(frozen=True, slots=True)
class Words:
    """Word by word, by the word's own number. All arrays (words,).

    ``at``: its token. ``head``: the number of its head, its own for a root. ``dep``, ``tag``: numbers of labels, 0 for
    one never seen. ``sentence``, ``paragraph``: counted from 0. ``quotation``: the index of the one it stands in, or
    -1. The subtree of w lies within [``left[w]``, ``right[w]``), its sentence within [``first[w]``, ``last[w]``).
    """

    at: NDArray[np.int64]
    head: NDArray[np.int64]
    dep: NDArray[np.int64]
    tag: NDArray[np.int64]
    sentence: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    quotation: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    children: list[list[int]]
    left: list[int]
    right: list[int]

    def __len__(self) -> int:
        return len(self.at)


def read(doc: Doc, page: Page, deps: Mapping[int, int], tags: Mapping[int, int]) -> Words:
    """Read the columns off the Doc. ``deps``, ``tags``: from spaCy's hash of a label to its number, from 1."""
    at = words_of(doc)
    size = len(at)
    columns = doc.to_array([HEAD, DEP, TAG, SENT_START])
    number = np.full(len(doc), -1, dtype=np.int64)
    number[at] = np.arange(size)
    up = np.arange(len(doc)) + columns[:, 0].astype(np.int64)
    head = number[_above_space(up, number)[at]]
    head = np.where(head < 0, np.arange(size), head)
    begins = np.cumsum(columns[:, 3].astype(np.int64) == 1)[at]
    sentence = np.cumsum((np.diff(begins, prepend=begins[:1]) > 0).astype(np.int64))
    children, left, right = _tree(head.tolist())
    return Words(
        at=at,
        head=head,
        dep=np.array([deps.get(x, 0) for x in columns[at, 1].tolist()], dtype=np.int64),
        tag=np.array([tags.get(x, 0) for x in columns[at, 2].tolist()], dtype=np.int64),
        sentence=sentence,
        paragraph=np.array(page.text.paragraph, dtype=np.int64)[at],
        quotation=np.array(page.inside, dtype=np.int64)[at],
        first=np.searchsorted(sentence, sentence, "left"),
        last=np.searchsorted(sentence, sentence, "right"),
        children=children,
        left=left,
        right=right,
    )


def _above_space(up: NDArray[np.int64], number: NDArray[np.int64]) -> NDArray[np.int64]:
    """Heads, past those that are space; one in a circle of spaces stays where it is."""
    while True:
        above = np.where(number[up] < 0, up[up], up)
        if (above == up).all():
            return up
        up = above


def _tree(head: list[int]) -> tuple[list[list[int]], list[int], list[int]]:
    """The children of each word, and where its subtree begins and ends, children before their heads."""
    children: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    order = [i for i, h in enumerate(head) if h == i]
    for i in order:  # grows while it is walked: breadth first
        order.extend(children[i])
    left, right = list(range(len(head))), list(range(1, len(head) + 1))
    for i in reversed(order):
        h = head[i]
        left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
    return children, left, right
