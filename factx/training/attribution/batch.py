"""Examples to tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.training.attribution.examples import Cue, Example

# Padded words of the contexts that are worked on together.
ROOM = 4800


@dataclass(frozen=True, slots=True)
class Contexts:
    """B contexts, padded to T words: ``word`` numbers of words in the batch, ``mask`` True where there is one (B, T).

    ``cue`` the number of the cue's head, ``speech`` 1 for speech (B,).
    """

    word: Tensor
    mask: Tensor
    way: Tensor
    distance: Tensor
    sentence: Tensor
    paragraph: Tensor
    quotation: Tensor
    labels: Tensor
    cue: Tensor
    speech: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """The words of some documents behind each other, each tensor (N,), and the contexts of their cues.

    ``target``: 1 for the head of a cue. ``weight``: how much a word counts in that, 0 where nobody looked.
    """

    head: Tensor
    dep: Tensor
    tag: Tensor
    quoted: Tensor
    target: Tensor
    weight: Tensor
    contexts: list[Contexts]


def collate(examples: Sequence[Example]) -> Batch:
    """Put examples behind each other."""
    offsets = np.cumsum([0, *(len(e.words) for e in examples)])[:-1].tolist()
    cues = [(cue, offset) for e, offset in zip(examples, offsets, strict=True) for cue in e.cues]
    heads = [e.words.head + offset for e, offset in zip(examples, offsets, strict=True)]
    return Batch(
        head=torch.from_numpy(np.concatenate(heads)),
        dep=torch.from_numpy(np.concatenate([e.words.dep for e in examples])),
        tag=torch.from_numpy(np.concatenate([e.words.tag for e in examples])),
        quoted=torch.from_numpy(np.concatenate([(e.words.quotation >= 0).astype(np.int64) for e in examples])),
        target=torch.from_numpy(np.concatenate([e.target for e in examples])),
        weight=torch.from_numpy(np.concatenate([e.weight for e in examples])),
        contexts=[_padded(chunk) for chunk in _chunks(cues)],
    )


def _chunks(cues: list[tuple[Cue, int]]) -> Iterator[list[tuple[Cue, int]]]:
    """Cues with contexts of like length together."""
    chunk: list[tuple[Cue, int]] = []
    for cue in sorted(cues, key=lambda pair: len(pair[0].labels)):
        if chunk and len(cue[0].labels) * (len(chunk) + 1) > ROOM:
            yield chunk
            chunk = []
        chunk.append(cue)
    if chunk:
        yield chunk


def _padded(cues: list[tuple[Cue, int]]) -> Contexts:
    shape = (len(cues), max(len(cue.labels) for cue, _ in cues))
    names = ("word", "way", "distance", "sentence", "paragraph", "quotation", "labels")
    rows = {name: np.zeros(shape, dtype=np.int64) for name in names}
    mask = np.zeros(shape, dtype=bool)
    for k, (cue, offset) in enumerate(cues):
        context, size = cue.context, len(cue.labels)
        mask[k, :size] = True
        rows["word"][k, :size] = np.arange(context.start, context.stop) + offset
        rows["labels"][k, :size] = cue.labels
        for name in names[1:-1]:
            rows[name][k, :size] = getattr(context, name)
    return Contexts(
        mask=torch.from_numpy(mask),
        cue=torch.tensor([cue.context.cue + offset for cue, offset in cues]),
        speech=torch.tensor([float(cue.speech) for cue, _ in cues]),
        **{name: torch.from_numpy(array) for name, array in rows.items()},
    )
