"""Prune the encoder's feed-forward layers: fewer units, with the output fitted anew to what it was.

Optimal Brain Surgeon (Hassibi and Stork 1993) over whole units, as in ZipLM (Kurtić et al. 2023): with G the second
moments of a layer's units over text, the unit goes whose loss the others can make up for best, one at a time; what is
left is the least-squares fit. The layers are pruned in turn, each on what the pruned ones before it give.
"""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812  torch's own name for it

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from factx.training.model import Encoder, Layer
    from factx.training.windows import Window

# Pieces of text that the moments are taken over: a hundred times the units of a layer.
SAMPLE = 180_000
# Share of the mean variance added to each unit's, so that G can be inverted where units go together.
RIDGE = 1e-4


def sample(windows: Sequence[Window], seed: int) -> list[Window]:
    """Windows at random, SAMPLE pieces together."""
    shuffled = random.Random(seed).sample(windows, len(windows))
    ends = np.cumsum([w.size for w in shuffled])
    return shuffled[: int(np.searchsorted(ends, SAMPLE)) + 1]


@torch.no_grad()
def prune(encoder: Encoder, windows: Sequence[Window], keep: int) -> None:
    """Leave ``keep`` units in every feed-forward layer, in place."""
    encoder.eval()
    shown = [encoder.embed(torch.from_numpy(w.ids)[None], torch.from_numpy(w.shape)[None]) for w in windows]
    for number, layer in enumerate(encoder.layers):
        mixed = [layer.attend(x, None) for x in shown]
        lost = prune_layer(layer, mixed, keep)
        shown = [layer.transform(x) for x in mixed]
        print(f"layer {number}: {lost:.1%} of the output's square lost", file=sys.stderr, flush=True)


def prune_layer(layer: Layer, inputs: Sequence[Tensor], keep: int) -> float:
    """Prune one layer, given what its feed-forward part reads; gives the share of its output's square that is lost."""
    moments = unit_moments(layer, inputs)
    out = np.concatenate([layer.narrow.weight.numpy(), layer.narrow.bias.numpy()[:, None]], 1).astype(np.float64)
    fitted = moments + np.eye(len(moments)) * RIDGE * moments.diagonal().mean()
    kept = kept_units(fitted, out, keep)
    rows = np.append(kept, len(moments) - 1)
    weights = np.linalg.solve(fitted[np.ix_(rows, rows)], (out @ moments)[:, rows].T).T
    error = out.copy()
    error[:, rows] -= weights
    lost = float(np.vdot(error @ moments, error) / np.vdot(out @ moments, out))
    layer.widen.weight.data = layer.widen.weight.data[kept].contiguous()
    layer.widen.bias.data = layer.widen.bias.data[kept]
    layer.narrow.weight.data = torch.from_numpy(weights[:, :-1]).float().contiguous()
    layer.narrow.bias.data = torch.from_numpy(weights[:, -1]).float()
    return lost


def unit_moments(layer: Layer, inputs: Sequence[Tensor]) -> NDArray[np.float64]:
    """Second moments (units + 1, units + 1) of the layer's units and a constant one, which stands for the bias."""
    size = layer.widen.out_features + 1
    moments, count = torch.zeros(size, size, dtype=torch.float64), 0
    for x in inputs:
        units = F.pad(F.gelu(layer.widen(x))[0], (0, 1), value=1.0)
        moments += (units.T @ units).double()
        count += len(units)
    found: NDArray[np.float64] = (moments / count).numpy()
    return found


def kept_units(moments: NDArray[np.float64], out: NDArray[np.float64], keep: int) -> NDArray[np.int64]:
    """Indices of the ``keep`` units that are left; ``out`` (outputs, units + 1), the last column the bias."""
    inverse, out = np.linalg.inv(moments), out.copy()
    units = len(moments) - 1
    alive = np.ones(units, dtype=bool)
    for _ in range(units - keep):
        cost = np.full(units, np.inf)
        cost[alive] = (out[:, :-1][:, alive] ** 2).sum(0) / inverse.diagonal()[:-1][alive]
        unit = int(cost.argmin())
        row = inverse[unit] / inverse[unit, unit]
        out -= np.outer(out[:, unit], row)
        inverse -= np.outer(inverse[:, unit], row)
        alive[unit] = False
    return np.flatnonzero(alive)
