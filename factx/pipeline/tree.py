"""From arc scores to a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# More than any difference of scores: arcs from the root pay it, so that the best tree has one root only.
FEE = 1e4
NEVER = -1e9


def forest(scores: Sequence[NDArray[np.float32]]) -> NDArray[np.int64]:
    """Heads (n,) of the best tree of each sentence, n the words of all; a root's head is n.

    ``scores``: of each sentence (words, words + 1), of word j as the head of word i, the last column of the root. Most
    sentences are a tree when each word takes its best head; the others go through Chu-Liu (1965) and Edmonds (1967).
    The diagonals are overwritten.
    """
    sizes = np.array([len(s) for s in scores])
    ends = np.cumsum(sizes)
    starts, total = ends - sizes, int(ends[-1])
    for sentence in scores:
        np.fill_diagonal(sentence, NEVER)
    best = np.concatenate([s.argmax(1) for s in scores])
    roots = best == np.repeat(sizes, sizes)
    heads: NDArray[np.int64] = np.where(roots, total, best + np.repeat(starts, sizes))
    whole = (np.add.reduceat(roots, starts, dtype=np.int64) == 1) & np.logical_and.reduceat(rooted(heads), starts)
    for k in np.flatnonzero(~whole).tolist():
        found = tree(scores[k])
        heads[starts[k] : ends[k]] = np.where(found == sizes[k], total, found + starts[k])
    return heads


def rooted(heads: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the way up from each word ends at a root, whose head is n; the way is doubled in every turn."""
    n = len(heads)
    up = np.append(heads, n)
    for _ in range(n.bit_length()):
        up = up[up]
    found: NDArray[np.bool_] = up[:n] == n
    return found


def tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads (n,) of the best tree of one sentence; its ``scores`` (n, n + 1) have NEVER on the diagonal."""
    n = len(scores)
    square = np.full((n + 1, n + 1), NEVER)
    square[:n] = scores
    heads = spanning(square.copy())
    if heads.count(n) > 1:
        square[:n, n] -= FEE
        heads = spanning(square)
    return np.array(heads)


def spanning(scores: NDArray[np.float64]) -> list[int]:
    """Heads of all but the last, the root, in the maximum spanning arborescence.

    ``scores`` (n, n), of column as head of row, NEVER on the diagonal, is overwritten: a ring becomes one node, the
    first of its words, until there is none.
    """
    heads: list[int] = scores[:-1].argmax(1).tolist()
    rings = []
    while ring := cycle(heads):
        first, inner = ring[0], [heads[i] for i in ring]
        enter = scores[ring] - scores[ring, inner][:, None]
        leave = scores[:, ring]
        scores[first], scores[:, first] = enter.max(0), leave.max(1)
        scores[first, ring], scores[:, ring[1:]] = NEVER, NEVER
        rings.append((ring, inner, enter.argmax(0).tolist(), leave.argmax(1).tolist()))
        inside = set(ring)
        heads = [first if head in inside else head for head in heads]
        heads[first] = int(scores[first].argmax())
    for ring, inner, entries, exits in reversed(rings):
        above = heads[ring[0]]
        heads = [ring[exits[i]] if head == ring[0] else head for i, head in enumerate(heads)]
        for i, head in zip(ring, inner, strict=True):
            heads[i] = head
        heads[ring[entries[above]]] = above
    return heads


def cycle(heads: list[int]) -> list[int]:
    """The words of one cycle, or none; whose head is no word is a root."""
    seen = [-1] * len(heads)  # from which word on the way first came here
    for begin in range(len(heads)):
        way, i = [], begin
        while i < len(heads) and seen[i] < 0:
            seen[i] = begin
            way.append(i)
            i = heads[i]
        if i < len(heads) and seen[i] == begin:
            return way[way.index(i) :]
    return []
