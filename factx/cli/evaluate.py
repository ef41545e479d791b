"""``factx evaluate``: how well a pipeline finds who says what."""

import json
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.annotator import Annotator
from factx.cli.articles import Tally
from factx.cli.messages import messages
from factx.cli.options import Pipeline, Quiet, Verbose
from factx.cli.output import opened, to_terminal
from factx.cli.progress import progress
from factx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.evaluation.gold import Gold
    from factx.evaluation.report import Report


class ReportFormat(StrEnum):
    """How scores are shown, as ``--format`` takes them."""

    TABLE = "table"
    JSON = "json"


def evaluate(  # noqa: PLR0913  a parameter is an option
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="A .jsonl file; - reads standard input.")],
    *,
    pipeline: Pipeline = None,
    form: Annotated[
        ReportFormat | None, typer.Option("--format", "-f", help="Default: table on a terminal, else json.")
    ] = None,
    outermost: Annotated[
        bool | None,
        typer.Option(
            "--outermost/--no-outermost",
            help='Leave out what is found within another claim. Default: if "coverage" is "outermost" on every line.',
            show_default=False,
        ),
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Score the attributions that a pipeline finds against annotated ones.

    GOLD is JSON Lines, an article a line: "text" and "attributions", perhaps
    "id", "date" and "coverage". An attribution has lists of spans, each a start
    and an end, for "source", "cue" and "content"; perhaps "type" (direct, mixed,
    indirect), "kind" (speech, attitude) and "nested_in" (the index of another).

    A "coverage" other than "outermost" says that not every attribution is
    annotated, so that precision is no measure.

    Example:  factx evaluate gold.jsonl
    """
    messages.listen(quiet=quiet, verbose=verbose)
    tally = Tally()
    articles = _read(gold, tally)
    report = _scored(articles, pipeline, tally, outermost=outermost)
    if report is not None:
        _write(report, form or (ReportFormat.TABLE if to_terminal(None) else ReportFormat.JSON))
    raise typer.Exit(tally.exit_code(strict=False))


def _read(path: str, tally: Tally) -> "list[Gold]":
    """The articles that can be read; the others are named on standard error."""
    from factx.evaluation.gold import read_gold  # noqa: PLC0415  no other command needs it

    articles = []
    for article in read_gold(path):
        if isinstance(article, InputError):
            tally.failed += 1
            messages.error(str(article))
            continue
        tally.read += 1
        for remark in article.found.remarks:
            messages.warning(f"{article.found.where}: {remark}")
        articles.append(article)
    return articles


def _scored(
    articles: "Sequence[Gold]", pipeline: str | None, tally: Tally, *, outermost: bool | None
) -> "Report | None":
    """The scores over all articles that could be annotated, or None where none could. Raises PipelineError."""
    from factx.evaluation.attributions import Scores  # noqa: PLC0415  the same
    from factx.evaluation.gold import OUTERMOST  # noqa: PLC0415  the same
    from factx.evaluation.relation import predicted  # noqa: PLC0415  the same
    from factx.evaluation.report import Report  # noqa: PLC0415  the same

    if outermost is None:
        outermost = all(article.coverage == OUTERMOST for article in articles)
    scores, coverage, last = Scores(), Counter[str](), None
    with progress(lambda: len(articles)) as waiting:
        annotator = Annotator(pipeline, waiting)
        for article in articles:
            record = annotator.record(article.found)
            waiting.advance()
            if record is None:
                tally.failed += 1
                continue
            scores.add(article.text, article.relations, predicted(record, outermost=outermost))
            coverage.update([article.coverage] if article.coverage else [])
            last = record
    return None if last is None else Report(last.path, last.pipeline, outermost, coverage, scores)


def _write(report: "Report", form: ReportFormat) -> None:
    with opened(None) as stream:
        if form is ReportFormat.JSON:
            from factx.evaluation.report import as_dict  # noqa: PLC0415  the same

            stream.write(json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n")
        else:
            from factx.evaluation.table import write_table  # noqa: PLC0415  Rich is not needed to write JSON

            write_table(report, stream)
