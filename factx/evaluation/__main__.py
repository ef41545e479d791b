"""Score a pipeline on a gold file: ``python -m factx.evaluation {parse,entities,times,speed} GOLD``.

Attributions are scored by ``factx evaluate``.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factx.annotate import load
from factx.evaluation.entities import entity_scores
from factx.evaluation.parse import parse_scores
from factx.evaluation.speed import words_per_second
from factx.evaluation.times import time_scores


class Task(StrEnum):
    """What is scored."""

    PARSE = "parse"
    ENTITIES = "entities"
    TIMES = "times"
    SPEED = "speed"


def main(
    task: Task,
    gold: Annotated[Path, typer.Argument(help="CoNLL-U for parse, else JSON Lines.", exists=True)],
    *,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline.")] = None,
    partly: Annotated[bool, typer.Option("--partly", help="times: the gold leaves some out; count no extras.")] = False,
) -> None:
    """Print the scores."""
    nlp = load(pipeline)
    if task is Task.PARSE:
        for name, value in parse_scores(nlp, gold).items():
            typer.echo(f"{name:12} {100 * value:.2f}")
    elif task is Task.ENTITIES:
        counts = entity_scores(nlp, gold)
        typer.echo(f"entities     P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")
    elif task is Task.TIMES:
        scores = time_scores(nlp, gold, whole=not partly)
        for name in ("strict", "value", "days"):
            counts = getattr(scores, name)
            typer.echo(f"{name:12} P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")
        typer.echo(f"words/s      {scores.words / scores.seconds:.0f}  of factx_dates alone")
    else:
        ours, peer = words_per_second(nlp, gold)
        typer.echo(
            f"words/s      {ours:.0f}  {ours / peer:.2f} of spaCy's small convolutional architecture ({peer:.0f})"
        )


if __name__ == "__main__":
    typer.run(main)
