"""From arc scores to a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# More than any difference of scores: arcs from the root pay it, so that the best tree has one root only.
FEE = 1e4
NEVER = -1e9


def tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads (n,) of the best tree with one root; the root's head is n.

    ``scores`` (n, n + 1): of word j as the head of word i, the last column of the root. Most sentences are a tree
    already when each word takes its best head; the others go through Chu-Liu (1965) and Edmonds (1967).
    """
    n = len(scores)
    best = scores.astype(np.float64)
    np.fill_diagonal(best, NEVER)
    heads: NDArray[np.int64] = best.argmax(1)
    if np.count_nonzero(heads == n) == 1 and all_reach_root(heads):
        return heads
    square = np.full((n + 1, n + 1), NEVER)
    square[:n] = best
    heads = spanning(square, n)[:n]
    if np.count_nonzero(heads == n) > 1:
        square[:n, n] -= FEE
        heads = spanning(square, n)[:n]
    return heads


def all_reach_root(heads: NDArray[np.int64]) -> bool:
    """Whether the way up from every word ends at the root, n; the way is doubled in every turn."""
    n = len(heads)
    up = np.append(heads, n)
    for _ in range(n.bit_length()):
        up = up[up]
    return bool((up == n).all())


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
