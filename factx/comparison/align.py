"""Which claim of one record is which of the other.

Offsets move between versions, so words are compared: first those whose words and speaker are the same, then those of
the same words, then the rest by the largest sum of similarities, with every claim used at most once.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, TypeAlias

from factx.assignment import best_pairs
from factx.comparison.wording import plain, similarity, trigrams

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from factx.record import Claim

# Of 20,000 pairs of unlike claims of one article (the 84 of PolNeAR's development part), one in 300 is as similar as
# this; of 18 rewordings written by hand ("Nearly 600 Russian citizens are awaiting evacuation from the Gaza Strip",
# "More than 700 Russians are waiting to be evacuated from Gaza") 16 are, and those that are not share a word or two.
SIMILAR = 0.4

# For the same speaker: at 0.35, one in 60 pairs of unlike claims of one speaker is as similar, and 17 rewordings.
SAME_SPEAKER = 0.05

# Decides between equals: the nearer in the order of the text.
NEARER = 0.001

Pairs: TypeAlias = list[tuple[int, int]]


def aligned(
    old: Sequence[Claim], new: Sequence[Claim], old_speaker: Sequence[Hashable], new_speaker: Sequence[Hashable]
) -> Pairs:
    """The pairs of indices, in the order of ``old``. ``*_speaker``: who is behind each claim, in words."""
    before, after = [plain(c.proposition) for c in old], [plain(c.proposition) for c in new]
    pairs: Pairs = []
    free: tuple[list[int], list[int]] = (list(range(len(old))), list(range(len(new))))
    keys: tuple[tuple[Callable[[int], Hashable], Callable[[int], Hashable]], ...] = (
        (lambda i: (before[i], old_speaker[i], old[i].kind), lambda j: (after[j], new_speaker[j], new[j].kind)),
        (lambda i: before[i], lambda j: after[j]),
    )
    for key, other in keys:
        pairs += _equal(free, key, other)
        free = _without(free, pairs)

    bags, others = [trigrams(words) for words in before], [trigrams(words) for words in after]

    def gain(i: int, j: int) -> float:
        sizes = bags[i].total(), others[j].total()
        if 2 * min(sizes) < (SIMILAR - SAME_SPEAKER) * sum(sizes):
            return 0.0  # however alike, the longer has too much that the shorter has not
        alike = similarity(bags[i], others[j])
        alike += SAME_SPEAKER if old_speaker[i] == new_speaker[j] is not None else 0.0
        return alike + NEARER * (1 - abs(i / len(old) - j / len(new))) if alike >= SIMILAR else 0.0

    return sorted(pairs + list(_similar(free, gain)))


def _equal(
    free: tuple[list[int], list[int]], key: Callable[[int], Hashable], other: Callable[[int], Hashable]
) -> Pairs:
    """Those with equal keys, in their order."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for j in free[1]:
        waiting[other(j)].append(j)
    return [(i, waiting[key(i)].popleft()) for i in free[0] if waiting[key(i)]]


def _without(free: tuple[list[int], list[int]], pairs: Pairs) -> tuple[list[int], list[int]]:
    taken, gone = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in free[0] if i not in taken], [j for j in free[1] if j not in gone]


def _similar(free: tuple[list[int], list[int]], gain: Callable[[int, int], float]) -> Iterator[tuple[int, int]]:
    """The assignment with the largest sum. What has nothing similar in common is assigned apart."""
    edges = {(i, j): value for i in free[0] for j in free[1] if (value := gain(i, j))}
    for rows, columns in _connected(edges):
        table = [[edges.get((i, j), 0.0) for j in columns] for i in rows]
        yield from ((rows[r], columns[c]) for r, c in best_pairs(table) if table[r][c])


def _connected(edges: Iterable[tuple[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns that are joined by edges, directly or not, each sorted."""
    across: defaultdict[int, set[int]] = defaultdict(set)
    back: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in edges:
        across[i].add(j)
        back[j].add(i)
    seen: set[int] = set()
    for first in sorted(across):
        rows, columns, ahead = set[int](), set[int](), [] if first in seen else [first]
        while ahead:
            row = ahead.pop()
            rows.add(row)
            columns |= across[row]
            ahead += [i for j in across[row] for i in back[j] if i not in rows]
        seen |= rows
        if rows:
            yield sorted(rows), sorted(columns)
