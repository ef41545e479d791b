"""The best one-to-one assignment, by the Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987)."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def best_total(gain: Sequence[Sequence[float]]) -> float:
    """The largest sum of ``gain[row][column]`` with every row and column used at most once; no gain is negative."""
    return sum(gain[row][column] for row, column in best_pairs(gain))


def best_pairs(gain: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The rows and columns of that sum, as many as the shorter side has, in the order of the rows."""
    if not gain or not gain[0]:
        return []
    turned = len(gain) > len(gain[0])
    cost = [[-value for value in row] for row in (zip(*gain, strict=True) if turned else gain)]
    pairs = list(enumerate(_assigned(cost)))
    return sorted((column, row) for row, column in pairs) if turned else pairs


def _assigned(cost: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row at the least cost; there are no more rows than columns."""
    rows, columns = len(cost), len(cost[0])
    # Row and column 0 stand for "none", so that every search begins in one place.
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0] = row
        came, end = _path(cost, taken, of_row, of_column)
        while end:
            taken[end] = taken[came[end]]
            end = came[end]
    found = [0] * rows
    for column in range(1, columns + 1):
        if taken[column]:
            found[taken[column] - 1] = column - 1
    return found


def _path(
    cost: Sequence[Sequence[float]], taken: list[int], of_row: list[float], of_column: list[float]
) -> tuple[list[int], int]:
    """From column 0 the cheapest way to a free column: where each column was reached from, and that column."""
    columns = len(of_column)
    least, came, seen = [inf] * columns, [0] * columns, [False] * columns
    at = 0
    while taken[at]:
        seen[at] = True
        row = taken[at]
        for column in range(1, columns):
            if not seen[column]:
                reduced = cost[row - 1][column - 1] - of_row[row] - of_column[column]
                if reduced < least[column]:
                    least[column], came[column] = reduced, at
        step, nearest = min((least[c], c) for c in range(1, columns) if not seen[c])
        for column in range(columns):
            if seen[column]:
                of_row[taken[column]] += step
                of_column[column] -= step
            else:
                least[column] -= step
        at = nearest
    return came, at
