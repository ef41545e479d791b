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
    heads = spanning(square, n)[:n]
    if np.count_nonzero(heads == n) > 1:
        square[:n, n] -= FEE
        heads = spanning(square, n)[:n]
    return heads


def cycle(heads: NDArray[np.int64], root: int) -> list[int]:
    """The words of one cycle, or none."""
    state = np.zeros(len(heads) + 1, dtype=np.int8)  # 0 new, 1 on the way, 2 done
    state[root] = 2
    for begin in range(len(heads)):
        way, i = [], begin
        while not state[i]:
            state[i] = 1
            way.append(i)
            i = int(heads[i])
        if state[i] == 1:
            return way[way.index(i) :]
        state[way] = 2
    return []


def spanning(scores: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """Heads of the maximum spanning arborescence; ``scores`` (n, n) of column as head of row, the root its own."""
    n = len(scores)
    heads: NDArray[np.int64] = scores.argmax(1)
    heads[root] = root
    ring = cycle(np.delete(heads, root), root) if root == n - 1 else []
    if not ring:
        return heads
    inside = np.array(ring)
    outside = np.array([i for i in range(n) if i not in set(ring)])
    # The ring becomes one node, the first of the smaller graph; the root stays the last.
    lost = scores[inside, heads[inside]]
    enter = scores[np.ix_(inside, outside)] - lost[:, None]
    leave = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER)
    small[0, 1:] = enter.max(0)
    small[1:, 0] = leave.max(1)
    small[1:, 1:] = scores[np.ix_(outside, outside)]
    solved = spanning(small, len(outside))
    for i, head in enumerate(solved[1:], start=1):
        word = outside[i - 1]
        if word != root:
            heads[word] = inside[leave[i - 1].argmax()] if head == 0 else outside[head - 1]
    entry = solved[0] - 1
    broken = inside[enter[:, entry].argmax()]
    heads[broken] = outside[entry]
    return heads
