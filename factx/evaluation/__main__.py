"""Score a pipeline on a gold file: ``python -m factx.evaluation {parse,entities,news,speed} GOLD``.

Attributions alone are scored by ``factx evaluate``.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from factx.annotate import load
from factx.errors import FactxError
from factx.evaluation.entities import entity_scores
from factx.evaluation.news import news_scores
from factx.evaluation.news.lines import lines
from factx.evaluation.parse import parse_scores
from factx.evaluation.speed import words_per_second

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language


class Task(StrEnum):
    """What is scored."""

    PARSE = "parse"
    ENTITIES = "entities"
    NEWS = "news"
    SPEED = "speed"


def main(
    task: Task,
    gold: Annotated[Path, typer.Argument(help="CoNLL-U for parse, else JSON Lines; news reads JSON too.", exists=True)],
    *,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline.")] = None,
    errors: Annotated[int, typer.Option(min=0, help="Of news: how many mistakes are listed.")] = 0,
) -> None:
    """Print the scores."""
    try:
        for line in _lines(task, load(pipeline), gold, errors):
            typer.echo(line)
    except FactxError as error:
        typer.echo(f"factx: error: {error}", err=True)
        raise typer.Exit(error.exit_code) from error


def _lines(task: Task, nlp: Language, gold: Path, errors: int) -> Iterator[str]:
    """Raises InputError."""
    if task is Task.PARSE:
        for name, value in parse_scores(nlp, gold).items():
            yield f"{name:12} {100 * value:.2f}"
    elif task is Task.ENTITIES:
        counts = entity_scores(nlp, gold)
        yield f"entities     P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}"
    elif task is Task.NEWS:
        yield from lines(news_scores(nlp, gold), errors)
    else:
        ours, peer = words_per_second(nlp, gold)
        yield f"words/s      {ours:.0f}  {ours / peer:.2f} of spaCy's small convolutional architecture ({peer:.0f})"


if __name__ == "__main__":
    typer.run(main)
