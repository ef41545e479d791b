"""Score a pipeline on a gold file: ``python -m factx.evaluation TASK GOLD``; ``--help`` names the tasks.

Attributions alone are scored by ``factx evaluate``.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factx.annotate import load
from factx.errors import FactxError
from factx.evaluation.coreference import cluster_scores
from factx.evaluation.entities import entity_scores
from factx.evaluation.news import news_scores
from factx.evaluation.news.lines import lines
from factx.evaluation.parse import parse_scores
from factx.evaluation.quantities import quantity_scores
from factx.evaluation.times import time_scores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from factx.evaluation.counts import Counts

app = typer.Typer(no_args_is_help=True, add_completion=False)

Gold = Annotated[Path, typer.Argument(exists=True)]
Pipeline = Annotated[str | None, typer.Option(help="Another spaCy pipeline.")]


@contextmanager
def loaded(pipeline: str | None) -> Iterator[Language]:
    """The pipeline; what goes wrong with it or the gold is told, with its exit code."""
    try:
        yield load(pipeline)
    except FactxError as error:
        typer.echo(f"factx: error: {error}", err=True)
        raise typer.Exit(error.exit_code) from error


def show(name: str, counts: Counts) -> None:
    """Print one line of precision, recall and F1."""
    typer.echo(f"{name:12} P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f1:.3f}")


@app.command()
def parse(gold: Gold, pipeline: Pipeline = None) -> None:
    """Attachment, tags, lemmas and sentences, on CoNLL-U with ClearNLP labels."""
    with loaded(pipeline) as nlp:
        for name, value in parse_scores(nlp, gold).items():
            typer.echo(f"{name:12} {100 * value:.2f}")


@app.command()
def entities(gold: Gold, pipeline: Pipeline = None) -> None:
    """Named entities, on JSON Lines."""
    with loaded(pipeline) as nlp:
        show("entities", entity_scores(nlp, gold))


@app.command()
def times(
    gold: Gold,
    *,
    pipeline: Pipeline = None,
    partly: Annotated[bool, typer.Option("--partly", help="The gold leaves some out: count no extras.")] = False,
) -> None:
    """Dates and times, on JSON Lines."""
    with loaded(pipeline) as nlp:
        scores = time_scores(nlp, gold, whole=not partly)
        for name, counts in (("strict", scores.strict), ("value", scores.value), ("days", scores.days)):
            show(name, counts)
        typer.echo(f"words/s      {scores.words / scores.seconds:.0f}  of factx_dates alone")


@app.command()
def quantities(gold: Gold, pipeline: Pipeline = None) -> None:
    """Quantities, on JSON Lines."""
    with loaded(pipeline) as nlp:
        scores = quantity_scores(nlp, gold)
        for name in ("value", "unit", "change", "comparator", "texts"):
            show(name, getattr(scores, name))


@app.command()
def news(
    gold: Gold,
    pipeline: Pipeline = None,
    errors: Annotated[int, typer.Option(min=0, help="How many mistakes are listed.")] = 0,
) -> None:
    """Whole records against articles annotated by hand, as JSON or JSON Lines."""
    with loaded(pipeline) as nlp:
        for line in lines(news_scores(nlp, gold), errors):
            typer.echo(line)


@app.command()
def clusters(
    gold: Annotated[list[Path], typer.Argument(help="CoNLL-U with GUM's entities in MISC.", exists=True)],
    pipeline: Pipeline = None,
) -> None:
    """Which mentions are of one entity."""
    with loaded(pipeline) as nlp:
        scores = cluster_scores(nlp, gold)
        typer.echo(f"CoNLL F1     {scores.third.conll:.3f}  with every mention {scores.everything.conll:.3f}")
        show("names", scores.names)
        show("pronouns", scores.pronouns)


if __name__ == "__main__":
    app()
