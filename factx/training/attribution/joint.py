"""Attribution learned on the shared encoder together with the other heads.

The lower layers stay as they are, and what they give for the articles is kept, so that a step pays for the upper ones
alone. Each step sees some articles whole, window by window as at run time, and a batch of treebanks and names.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import spacy
import torch

from factx.pipeline.encoder import cuts
from factx.pipeline.pieces import WordPieces, shapes, texts
from factx.pipeline.windows import windows
from factx.training.attribution.batch import collate
from factx.training.attribution.head import AttributionHead
from factx.training.batches import batches
from factx.training.batches import collate as collate_windows
from factx.training.model import DIM, LAYERS, NEVER
from factx.training.train import BFLOAT16, NETWORK, REPORT_EVERY, SMOOTHING, WEIGHTS, epoch_windows, learning_rate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    from factx.training.attribution.examples import Example
    from factx.training.batches import Batch
    from factx.training.model import Network
    from factx.training.train import Trainer

# Windows that are encoded together.
TOGETHER = 8
# A longer article (in words) would make a step too large.
LONGEST = 6000
HEAD = "head.pt"


@dataclass(frozen=True, slots=True)
class JointRecipe:
    """Rates are peaks. ``frozen``: layers that stay. ``pieces``, ``other_pieces``: of articles and treebanks a step."""

    seed: int = 7
    epochs: int = 3
    frozen: int = 3
    pieces: int = 2600
    other_pieces: int = 900
    encoder_rate: float = 1.5e-4
    other_rate: float = 2.5e-4
    head_rate: float = 1.5e-3
    decay: float = 0.9
    warm_up: float = 0.06
    clip: float = 2.0


@dataclass(slots=True)
class Window:
    """One window: ids and shapes of its pieces (P,), offsets of the shown words, and which of these count.

    ``low``: what the frozen layers give (P, D), float16, once it is known.
    """

    ids: NDArray[np.int64]
    shape: NDArray[np.int64]
    offsets: NDArray[np.int64]
    kept: slice
    low: Tensor | None = None


@dataclass(slots=True)
class Article:
    """An example with its windows."""

    example: Example
    windows: list[Window] = field(default_factory=list)

    @property
    def pieces(self) -> int:
        """Of all windows."""
        return sum(len(w.ids) for w in self.windows)


class Cutter:
    """Cuts articles into windows as the encoder does at run time."""

    def __init__(self, pieces: WordPieces) -> None:
        self.pieces = pieces
        self.nlp = spacy.blank("en")
        self.nlp.max_length = 2**31

    def __call__(self, example: Example) -> Article:
        """The article's windows."""
        doc = self.nlp.make_doc(example.text)
        pieces, shape = self.pieces(texts(doc)), shapes(doc)
        found = []
        for window in windows(np.array([len(p) for p in pieces]), cuts(doc)):
            shown = slice(window.start, window.stop)
            kept = slice(window.first - window.start, window.last - window.start)
            found.append(Window(*self.pieces.pack(pieces[shown], shape[shown]), kept))
        return Article(example, found)


class SharedEncoder:
    """The network's encoder, its lower layers frozen."""

    def __init__(self, network: Network, frozen: int) -> None:
        self.network, self.frozen = network, frozen
        encoder = network.encoder
        still = [encoder.piece, encoder.position, encoder.shape, encoder.norm, *encoder.layers[:frozen]]
        for weight in (w for module in still for w in module.parameters()):
            weight.requires_grad = False

    def train(self) -> None:
        """Dropout in what learns, none below."""
        self.network.train()
        self.network.encoder.eval()
        for layer in self.network.encoder.layers[self.frozen :]:
            layer.train()

    @torch.no_grad()
    def low(self, ids: Tensor, shape: Tensor, mask: Tensor) -> Tensor:
        """(B, P) -> (B, P, D): the frozen part."""
        x = self.network.encoder.embed(ids, shape)
        for layer in self.network.encoder.layers[: self.frozen]:
            x = layer(x, mask)
        return x

    def high(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, P, D) -> (B, P, D): the rest."""
        for layer in self.network.encoder.layers[self.frozen :]:
            x = layer(x, mask)
        return x

    def words(self, batch: Batch) -> Tensor:
        """As ``Network.words``."""
        mask = torch.where(batch.pieces, 0.0, NEVER).unsqueeze(1).unsqueeze(1)
        x = self.high(self.low(batch.ids, batch.shape, mask), mask).float()
        out = x.new_zeros(x.shape[0], batch.width + 1, DIM)
        out.scatter_add_(1, batch.word_of.unsqueeze(-1).expand_as(x), x)
        return out[:, :-1] / batch.piece_count.clamp(min=1).unsqueeze(-1)

    def articles(self, articles: Sequence[Article]) -> Tensor:
        """Vectors of the articles' words behind each other (N, D)."""
        everything = [w for article in articles for w in article.windows]
        order = sorted(range(len(everything)), key=lambda n: len(everything[n].ids))
        found: list[Tensor] = [torch.empty(0)] * len(everything)
        for start in range(0, len(order), TOGETHER):
            chosen = order[start : start + TOGETHER]
            x, mask = self._lower([everything[n] for n in chosen])
            for n, row in zip(chosen, self.high(x, mask).float(), strict=True):
                found[n] = _means(everything[n], row)
        return torch.cat(found)

    def _lower(self, chosen: list[Window]) -> tuple[Tensor, Tensor]:
        longest = max(len(w.ids) for w in chosen)
        mask = torch.full((len(chosen), 1, 1, longest), fill_value=NEVER)
        ids = torch.zeros(len(chosen), longest, dtype=torch.long)
        shape = torch.zeros_like(ids)
        for k, w in enumerate(chosen):
            size = len(w.ids)
            ids[k, :size], shape[k, :size] = torch.from_numpy(w.ids), torch.from_numpy(w.shape)
            mask[k, ..., :size] = 0
        if any(w.low is None for w in chosen):
            for w, row in zip(chosen, self.low(ids, shape, mask), strict=True):
                w.low = row[: len(w.ids)].half().clone()
        x = torch.zeros(len(chosen), longest, DIM)
        for k, w in enumerate(chosen):
            if w.low is not None:
                x[k, : len(w.ids)] = w.low.float()
        return x, mask


def _means(window: Window, x: Tensor) -> Tensor:
    """Piece vectors (P, D) to those of the words that count."""
    sizes = torch.from_numpy(np.diff(window.offsets))
    owner = torch.repeat_interleave(torch.arange(len(sizes)), sizes)
    sums = torch.zeros(len(sizes), DIM).index_add(0, owner, x[1 : int(window.offsets[-1])])
    return (sums / sizes.unsqueeze(1))[window.kept]


def grouped(articles: Sequence[Article], pieces: int, rng: random.Random) -> Iterator[list[Article]]:
    """Articles in random order, of about so many pieces together."""
    shuffled = rng.sample(list(articles), len(articles))
    group: list[Article] = []
    size = 0
    for article in shuffled:
        if group and size + article.pieces > pieces:
            yield group
            group, size = [], 0
        group.append(article)
        size += article.pieces
    if group:
        yield group


def train_jointly(trainer: Trainer, examples: Sequence[Example], recipe: JointRecipe, out: Path) -> None:
    """Teach the network of ``trainer`` attribution; writes ``network.pt`` and ``head.pt`` into ``out``."""
    torch.manual_seed(recipe.seed)
    network, head = trainer.network, AttributionHead()
    encoder = SharedEncoder(network, recipe.frozen)
    network.words = encoder.words  # type: ignore[method-assign]  # so that all losses pass the frozen layers by
    articles = [Cutter(trainer.windower.pieces)(example) for example in examples]
    layers = network.encoder.layers
    groups = [
        {"params": list(layers[n].parameters()), "peak": recipe.encoder_rate * recipe.decay ** (LAYERS - 1 - n)}
        for n in range(recipe.frozen, LAYERS)
    ]
    others = [w for name, w in network.named_parameters() if not name.startswith("encoder.")]
    groups += [
        {"params": others, "peak": recipe.other_rate},
        {"params": list(head.parameters()), "peak": recipe.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    rng = random.Random(recipe.seed)
    steps = [group for _ in range(recipe.epochs) for group in grouped(articles, recipe.pieces, rng)]
    others_seen = _other_batches(trainer, recipe)
    losses = dict.fromkeys((*WEIGHTS, "attribution"), 0.0)
    began = time.perf_counter()
    for number, group in enumerate(steps, start=1):
        encoder.train()
        head.train()
        factor = learning_rate(number / len(steps), recipe.warm_up)
        for settings in optimiser.param_groups:
            settings["lr"] = settings["peak"] * factor
        optimiser.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
            found = network.losses(next(others_seen))
            vectors = encoder.articles(group)
        torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum().backward()
        loss = head.loss(vectors, collate([a.example for a in group]))
        loss.backward()
        for settings in optimiser.param_groups:
            torch.nn.utils.clip_grad_norm_(settings["params"], recipe.clip)
        optimiser.step()
        for name, value in (found | {"attribution": loss}).items():
            losses[name] += SMOOTHING * (value.item() - losses[name])
        if number % REPORT_EVERY == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in losses.items())
            took = time.perf_counter() - began
            print(f"{number}/{len(steps)} {took:.0f} s {shown}", file=sys.stderr, flush=True)
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / NETWORK)
    torch.save(head.state_dict(), out / HEAD)


def _other_batches(trainer: Trainer, recipe: JointRecipe) -> Iterator[Batch]:
    """Treebanks and names, without end."""
    epoch = 1
    while True:
        seen = epoch_windows(trainer.parts, trainer.windower, epoch, recipe.seed)
        for group in batches(seen, recipe.other_pieces, random.Random(epoch)):
            yield collate_windows(group, trainer.outside)
        epoch = epoch % max(trainer.run.recipe.epochs) + 1
