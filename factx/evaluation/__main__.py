"""Score a pipeline on a gold file: ``python -m factx.evaluation {parse,entities,quantities,speed} GOLD``.

Attributions are scored by ``factx evaluate``.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factx.annotate import load
from factx.evaluation.entities import entity_scores
from factx.evaluation.parse import parse_scores
from factx.evaluation.quantities import quantity_scores
from factx.evaluation.speed import words_per_second


class Task(StrEnum):
    """What is scored."""

    PARSE = "parse"
    ENTITIES = "entities"
    QUANTITIES = "quantities"
    SPEED = "speed"


def main(
    task: Task,
    gold: Annotated[Path, typer.Argument(help="CoNLL-U for parse, else JSON Lines.", exists=True)],
    *,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline.")] = None,
) -> None:
    """Print the scores."""
    nlp = load(pipeline)
    if task is Task.PARSE:
        for name, value in parse_scores(nlp, gold).items():
            typer.echo(f"{name:12} {100 * value:.2f}")
    elif task is Task.ENTITIES:
        counts = entity_scores(nlp, gold)
        typer.echo(f"entities     P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")
    elif task is Task.QUANTITIES:
        quantities = quantity_scores(nlp, gold)
        for name in ("value", "unit", "change", "comparator", "texts"):
            counts = getattr(quantities, name)
            typer.echo(f"{name:12} P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")
    else:
        ours, peer = words_per_second(nlp, gold)
        typer.echo(
            f"words/s      {ours:.0f}  {ours / peer:.2f} of spaCy's small convolutional architecture ({peer:.0f})"
        )


if __name__ == "__main__":
    typer.run(main)
