"""The attribution head learned anew on the finished pipeline: int8 vectors, its own parse, nothing else moving."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from factx.training.attribution.batch import collate
from factx.training.attribution.head import AttributionHead
from factx.training.train import REPORT_EVERY, SMOOTHING, learning_rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.training.attribution.examples import Example


@dataclass(frozen=True, slots=True)
class HeadRecipe:
    """``rate`` is the peak; ``articles`` a step."""

    seed: int = 3
    epochs: int = 1
    articles: int = 4
    rate: float = 4e-4
    warm_up: float = 0.05
    clip: float = 2.0


def refit(examples: Sequence[Example], recipe: HeadRecipe, head: AttributionHead | None = None) -> AttributionHead:
    """Train a head on examples with their vectors; on from ``head``, if there is one."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    head = head or AttributionHead()
    optimiser = torch.optim.AdamW(head.parameters(), lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01)
    steps = [
        shuffled[start : start + recipe.articles]
        for _ in range(recipe.epochs)
        for shuffled in [rng.sample(list(examples), len(examples))]
        for start in range(0, len(shuffled), recipe.articles)
    ]
    head.train()
    smooth, began = 0.0, time.perf_counter()
    for number, group in enumerate(steps, start=1):
        for settings in optimiser.param_groups:
            settings["lr"] = recipe.rate * learning_rate(number / len(steps), recipe.warm_up)
        optimiser.zero_grad()
        vectors = torch.from_numpy(np.concatenate([e.vectors for e in group])).float()
        loss = head.loss(vectors, collate(group))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), recipe.clip)
        optimiser.step()
        smooth += SMOOTHING * (loss.item() - smooth)
        if number % REPORT_EVERY == 0:
            print(
                f"{number}/{len(steps)} {time.perf_counter() - began:.0f} s {smooth:.3f}", file=sys.stderr, flush=True
            )
    head.eval()
    return head
