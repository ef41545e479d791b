"""The training loop: one optimiser over the encoder and all heads, batches mixed by corpus, checkpoints on the way."""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import spacy
import torch
from safetensors.torch import load_file

from factx.pipeline.pieces import WordPieces
from factx.training.batches import batches, collate
from factx.training.export import load_network
from factx.training.labels import Labels
from factx.training.model import LAYERS, Network
from factx.training.recipe import Recipe, mixture
from factx.training.windows import Windower

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from torch import Tensor

    from factx.training.corpora import Corpus
    from factx.training.recipe import Part
    from factx.training.windows import Window

# Losses are means over words; lemma edits and tags are learned early and need less weight than arcs and names.
WEIGHTS = {"start": 0.5, "tag": 0.7, "pos": 0.4, "edit": 0.4, "arc": 1.0, "dep": 0.7, "entity": 1.5}
REPORT_EVERY, CHECKPOINT_EVERY = 50, 250
LABELS, NETWORK = "labels.json", "network.pt"
SMOOTHING = 0.02

# Fifteen times slower than float32 where the processor has no instructions for it.
BFLOAT16 = torch.backends.cpu.get_cpu_capability().startswith("AVX512")


@dataclass(slots=True)
class Run:
    """Where training reads and writes. ``network``: the weights to go on from, else those of MiniLM in ``start``."""

    data: Path
    start: Path
    out: Path
    recipe: Recipe
    network: Path | None = None
    open_only: bool = False


def learning_rate(progress: float, warm_up: float) -> float:
    """Factor of the peak rate at ``progress`` in [0, 1]: linear up, then linear down to zero."""
    return progress / warm_up if progress < warm_up else (1 - progress) / (1 - warm_up)


def outside_labels(corpus: Corpus, labels: Labels) -> Tensor:
    """(entity labels,) True for those that the corpus never annotates."""
    return torch.tensor([x.partition("-")[2] in corpus.absent for x in labels.entities])


def parameter_groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    """Layer-wise learning rates; no weight decay on biases, norms and embeddings."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in network.named_parameters():
        if not name.startswith("encoder."):
            rate = recipe.head_rate
        elif name.startswith("encoder.shape"):
            rate = recipe.encoder_rate
        else:
            depth = int(name.split(".")[2]) if ".layers." in name else -1
            rate = recipe.encoder_rate * recipe.decay ** (LAYERS - 1 - depth)
        decay = recipe.weight_decay if weight.dim() > 1 and "embedding" not in name else 0.0
        groups.setdefault((rate, decay), []).append(weight)
    return [
        {"params": ws, "lr": rate, "initial_lr": rate, "weight_decay": decay} for (rate, decay), ws in groups.items()
    ]


def epoch_windows(parts: list[tuple[Part, Corpus]], windower: Windower, epoch: int, seed: int) -> list[Window]:
    """All windows of one epoch."""
    return [
        window
        for part, corpus in parts
        if epoch in part.epochs
        for window in windower(corpus, seed * 1000 + epoch, share=part.share)
    ]


def schedule(
    parts: list[tuple[Part, Corpus]], windower: Windower, recipe: Recipe
) -> Iterator[tuple[float, list[Window]]]:
    """Every batch of the run in a seeded order, with the share of the run that is done by then."""
    for place, epoch in enumerate(recipe.epochs):
        windows = epoch_windows(parts, windower, epoch, recipe.seed)
        groups = list(batches(windows, recipe.pieces, random.Random(recipe.seed + epoch)))
        for number, group in enumerate(groups, start=1):
            yield (place + number / len(groups)) / len(recipe.epochs), group


def new_network(start: Path, labels: Labels) -> Network:
    """The network before any training: MiniLM, and heads that know nothing."""
    network = Network(labels)
    network.encoder.load_bert(load_file(start / "model.safetensors"))
    return network


class Trainer:
    """The network, its optimiser, and how far they are."""

    def __init__(self, run: Run) -> None:
        self.run = run
        torch.manual_seed(run.recipe.seed)
        self.parts = mixture(run.data, open_only=run.open_only)
        self.labels = Labels.of(corpus for _, corpus in self.parts)
        self.windower = Windower(
            spacy.blank("en"), WordPieces.from_file(str(run.start / "tokenizer.json")), self.labels
        )
        self.network = load_network(run.network, self.labels) if run.network else new_network(run.start, self.labels)
        self.outside = {corpus.name: outside_labels(corpus, self.labels) for _, corpus in self.parts}
        groups = parameter_groups(self.network, run.recipe)
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.done = 0
        self.losses = dict.fromkeys(WEIGHTS, 0.0)

    def train(self) -> None:
        """Go through the whole schedule, from where a checkpoint left off."""
        self.run.out.mkdir(parents=True, exist_ok=True)
        (self.run.out / LABELS).write_text(json.dumps(asdict(self.labels)), encoding="utf-8")
        self.resume()
        self.network.train()
        began, pieces = time.perf_counter(), 0
        for step, (progress, group) in enumerate(schedule(self.parts, self.windower, self.run.recipe), start=1):
            if step <= self.done:
                continue
            self.step(progress, group)
            pieces += sum(w.size for w in group)
            if step % REPORT_EVERY == 0:
                shown = " ".join(f"{name} {value:.3f}" for name, value in self.losses.items())
                rate = pieces / (time.perf_counter() - began)
                print(f"{progress:.1%} step {step} {rate:.0f} pieces/s {shown}", file=sys.stderr, flush=True)
            if step % CHECKPOINT_EVERY == 0:
                self.save(step)
        torch.save(self.network.state_dict(), self.run.out / NETWORK)

    def step(self, progress: float, group: list[Window]) -> None:
        """One update."""
        recipe = self.run.recipe
        factor = learning_rate(progress, recipe.warm_up)
        for settings in self.optimiser.param_groups:
            settings["lr"] = settings["initial_lr"] * factor
        with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
            losses = self.network.losses(collate(group, self.outside))
        loss = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), recipe.clip)
        self.optimiser.step()
        for name, value in losses.items():
            self.losses[name] += SMOOTHING * (value.item() - self.losses[name])

    @property
    def checkpoint(self) -> Path:
        """Where an unfinished run is kept."""
        return self.run.out / "checkpoint.pt"

    def save(self, step: int) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "step": step,
        }
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.checkpoint)

    def resume(self) -> None:
        """Take over the checkpoint, if there is one."""
        if self.checkpoint.exists():
            saved = torch.load(self.checkpoint)
            self.network.load_state_dict(saved["network"])
            self.optimiser.load_state_dict(saved["optimiser"])
            torch.set_rng_state(saved["random"])
            self.done = saved["step"]
