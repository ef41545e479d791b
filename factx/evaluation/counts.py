"""Precision, recall and F1 from counts; shares of what can be judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """Items right, items predicted, items in the gold. ``found`` counts gold items hit, where that can differ."""

    right: float = 0
    predicted: float = 0
    gold: float = 0
    found: float | None = None

    def add(self, right: float, predicted: float, gold: float, found: float | None = None) -> None:
        """Count one more document."""
        self.right += right
        self.predicted += predicted
        self.gold += gold
        if found is not None:
            self.found = (self.found or 0) + found

    @property
    def precision(self) -> float:
        """In [0, 1]."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """In [0, 1]."""
        hit = self.right if self.found is None else self.found
        return hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Share:
    """Items right of the items that can be judged."""

    right: int = 0
    judged: int = 0

    def add(self, right: bool | None) -> None:  # noqa: FBT001  it is what is counted
        """Count one more item; None is one that cannot be judged."""
        if right is not None:
            self.right += right
            self.judged += 1

    @property
    def value(self) -> float | None:
        """In [0, 1]; None where nothing could be judged."""
        return self.right / self.judged if self.judged else None
