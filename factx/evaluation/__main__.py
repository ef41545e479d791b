"""Score a pipeline on a gold file: ``python -m factx.evaluation {parse,entities,clusters,speed} GOLD...``.

Attributions are scored by ``factx evaluate``.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factx.annotate import load
from factx.evaluation.coreference import cluster_scores
from factx.evaluation.entities import entity_scores
from factx.evaluation.parse import parse_scores
from factx.evaluation.speed import words_per_second


class Task(StrEnum):
    """What is scored."""

    PARSE = "parse"
    ENTITIES = "entities"
    CLUSTERS = "clusters"
    SPEED = "speed"


def main(
    task: Task,
    gold: Annotated[
        list[Path], typer.Argument(help="CoNLL-U for parse and clusters (any number), else JSON Lines.", exists=True)
    ],
    *,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline.")] = None,
) -> None:
    """Print the scores."""
    if task is not Task.CLUSTERS and len(gold) > 1:
        message = f"{task} takes one file"
        raise typer.BadParameter(message)
    nlp = load(pipeline)
    if task is Task.PARSE:
        for name, value in parse_scores(nlp, gold[0]).items():
            typer.echo(f"{name:12} {100 * value:.2f}")
    elif task is Task.ENTITIES:
        counts = entity_scores(nlp, gold[0])
        typer.echo(f"entities     P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")
    elif task is Task.CLUSTERS:
        scores = cluster_scores(nlp, gold)
        typer.echo(f"CoNLL F1     {scores.third.conll:.3f}  with every mention {scores.everything.conll:.3f}")
        for name, counts in (("names", scores.names), ("pronouns", scores.pronouns)):
            typer.echo(f"{name:12} P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")
    else:
        ours, peer = words_per_second(nlp, gold[0])
        typer.echo(
            f"words/s      {ours:.0f}  {ours / peer:.2f} of spaCy's small convolutional architecture ({peer:.0f})"
        )


if __name__ == "__main__":
    typer.run(main)
