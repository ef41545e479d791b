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
CHECKPOINT_EVERY = 250


@dataclass(slots=True)
class Run:
    """Where training reads and writes."""

    data: Path
    start: Path
    out: Path
    recipe: Recipe
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
    for epoch in range(recipe.epochs):
        windows = epoch_windows(parts, windower, epoch, recipe.seed)
        groups = list(batches(windows, recipe.pieces, random.Random(recipe.seed + epoch)))
        for number, group in enumerate(groups, start=1):
            yield (epoch + number / len(groups)) / recipe.epochs, group


def train(run: Run) -> None:
    """Train and write ``out/network.pt`` and ``out/labels.json``; goes on from ``out/checkpoint.pt`` where there is one."""
    recipe = run.recipe
    run.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    parts = mixture(run.data, open_only=run.open_only)
    labels = Labels.of(corpus for _, corpus in parts)
    (run.out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    windower = Windower(spacy.blank("en"), WordPieces.from_file(str(run.start / "tokenizer.json")), labels)
    network = Network(labels)
    network.encoder.load_bert(load_file(run.start / "model.safetensors"))
    outside = {corpus.name: outside_labels(corpus, labels) for _, corpus in parts}
    optimiser = torch.optim.AdamW(parameter_groups(network, recipe), betas=(0.9, 0.98), fused=True)
    step, done, checkpoint = 0, -1, run.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        torch.set_rng_state(saved["random"])
        done = saved["step"]
    network.train()
    began, pieces, sums = time.perf_counter(), 0, dict.fromkeys(WEIGHTS, 0.0)
    for progress, group in schedule(parts, windower, recipe):
        step += 1
        if step <= done:
            continue
        factor = learning_rate(progress, recipe.warm_up)
        for settings in optimiser.param_groups:
            settings["lr"] = settings["initial_lr"] * factor
        with torch.autocast("cpu", torch.bfloat16):
            losses = network.losses(collate(group, outside))
        loss = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
        optimiser.step()
        pieces += sum(w.size for w in group)
        for name, value in losses.items():
            sums[name] += 0.02 * (value.item() - sums[name])
        if step % 50 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
            rate = pieces / (time.perf_counter() - began)
            print(f"{progress:.1%} step {step} {rate:.0f} pieces/s {shown}", file=sys.stderr, flush=True)
        if step % CHECKPOINT_EVERY == 0:
            state = {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "random": torch.get_rng_state(),
                "step": step,
            }
            torch.save(state, run.out / "checkpoint.part")
            (run.out / "checkpoint.part").replace(checkpoint)
    torch.save(network.state_dict(), run.out / "network.pt")
