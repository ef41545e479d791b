"""What an evaluation found, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from factx.writers.printable import one_line
from factx.writers.table.page import counted
from factx.writers.table.styles import BETWEEN, QUIET, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from factx.evaluation.attributions import Scores
    from factx.evaluation.counts import Counts, Share
    from factx.evaluation.report import Report


def write_table(report: Report, stream: TextIO) -> None:
    """Print the view, in colour where the stream is a terminal that wants it."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    notes = [Text.assemble(("note: ", WARNING), one_line(note)) for note in report.notes()]
    parts = (_header(report), _metrics(report.scores), _accuracies(report.scores), _phenomena(report.scores), *notes)
    for part in parts:
        console.print(part)
        console.print()


def _header(report: Report) -> Group:
    nested = "nested claims left out" if report.outermost else "nested claims scored"
    made = one_line(f"{report.pipeline.name} {report.pipeline.version}")
    facts = (counted(report.scores.articles, "article"), counted(report.attributions, "attribution"), nested, made)
    return Group(Text(one_line(report.gold or "standard input"), "bold"), Text(BETWEEN.join(facts), QUIET))


def _metrics(scores: Scores) -> Group:
    table = _table("", "precision", "recall", "F1", "gold")
    for name, counts in _rows(scores):
        table.add_row(name, *map(_figure, (counts.precision, counts.recall, counts.f1)), f"{int(counts.gold):,}")
    return Group(table, Text("gold counts fragments in cofe, tokens in overlap, attributions elsewhere", QUIET))


def _rows(scores: Scores) -> Iterator[tuple[str, Counts]]:
    for name, roles in (("cofe", scores.cofe), ("exact", scores.exact), ("overlap", scores.overlap)):
        for role, counts in roles.items():
            yield f"{name} {role}", counts
    yield "AR exact", scores.identical
    yield "AR match", scores.match


def _accuracies(scores: Scores) -> Table:
    table = _table("", "accuracy", "")
    for name, share, judged in (
        ("speaker", scores.speaker, "contents found"),
        ("kind", scores.kind, "attributions matched"),
    ):
        table.add_row(name, _figure(share.value), f"of {share.judged:,} {judged}")
    return table


def _phenomena(scores: Scores) -> Group:
    table = _table("", "gold", "match", "exact content", "speaker")
    for phenomenon, found in scores.phenomena.items():
        shares: tuple[Share, ...] = (found.match, found.content, found.speaker)
        table.add_row(phenomenon.value, f"{found.match.judged:,}", *(_figure(share.value) for share in shares))
    return Group(table, Text("recall of matches and of exact contents, accuracy of speakers", QUIET))


def _table(name: str, *columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(name)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
