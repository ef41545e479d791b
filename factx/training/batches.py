"""Windows of like length to padded tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from factx.training.windows import IGNORE

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence

    from factx.training.windows import Window


@dataclass(slots=True)
class Batch:
    """B windows: ids, shape, pieces (mask), word_of (B, P); everything else by word (B, W).

    word_of is W for special pieces and padding. ``parsed`` lists the rows that have heads. ``outside``
    (B, entity labels) is True for the labels that O may hide in that window's corpus.
    """

    ids: Tensor
    shape: Tensor
    pieces: Tensor
    word_of: Tensor
    piece_count: Tensor
    tag: Tensor
    pos: Tensor
    edit: Tensor
    start: Tensor
    head: Tensor
    dep: Tensor
    sentence: Tensor
    entity: Tensor
    parsed: Tensor
    outside: Tensor

    @property
    def width(self) -> int:
        """Words of the longest window."""
        return int(self.tag.shape[1])


def collate(windows: Sequence[Window], outside: Mapping[str, Tensor]) -> Batch:
    """Pad and stack."""
    longest = max(w.size for w in windows)
    width = max(len(w.tag) for w in windows)
    shape = (len(windows), longest)
    ids, kinds = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    pieces = np.zeros(shape, dtype=bool)
    word_of = np.full(shape, width, dtype=np.int64)
    count = np.zeros((len(windows), width), dtype=np.float32)
    by_word = {
        name: np.full((len(windows), width), -1 if name == "sentence" else IGNORE, dtype=np.int64)
        for name in ("tag", "pos", "edit", "start", "head", "dep", "sentence", "entity")
    }
    for i, w in enumerate(windows):
        ids[i, : w.size], kinds[i, : w.size], pieces[i, : w.size] = w.ids, w.shape, True
        sizes = np.diff(w.offsets)
        word_of[i, 1 : w.offsets[-1]] = np.repeat(np.arange(len(sizes)), sizes)
        count[i, : len(sizes)] = sizes
        for name, rows in by_word.items():
            rows[i, : len(sizes)] = getattr(w, name)
    tensors = {name: torch.from_numpy(rows) for name, rows in by_word.items()}
    return Batch(
        ids=torch.from_numpy(ids),
        shape=torch.from_numpy(kinds),
        pieces=torch.from_numpy(pieces),
        word_of=torch.from_numpy(word_of),
        piece_count=torch.from_numpy(count),
        parsed=(tensors["head"] != IGNORE).any(1).nonzero().flatten(),
        outside=torch.stack([outside[w.corpus] for w in windows]),
        **tensors,
    )


def batches(windows: Sequence[Window], pieces: int, rng: random.Random) -> Iterator[list[Window]]:
    """Groups of at most ``pieces`` padded pieces, windows of like length together, the groups shuffled."""
    ordered = sorted(windows, key=lambda w: w.size + rng.uniform(-8, 8))
    groups: list[list[Window]] = [[]]
    longest = 0
    for window in ordered:
        longest = max(longest, window.size)
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = window.size
        groups[-1].append(window)
    rng.shuffle(groups)
    return iter(groups)
