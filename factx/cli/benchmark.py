"""``factx benchmark``: how fast this machine is with factx, beside what else is installed."""

import json
import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factx.cli.messages import messages
from factx.cli.options import Pipeline, Quiet
from factx.cli.output import opened, to_terminal
from factx.cli.progress import progress
from factx.cli.startup import import_spacy
from factx.errors import UsageError
from factx.readers import Found, InputFormat, Reading, read
from factx.scale.run import cores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO


class Figures(StrEnum):
    """How the figures are written."""

    TABLE = "table"
    JSON = "json"


def benchmark(
    files: Annotated[
        list[str] | None, typer.Argument(help="Articles to measure on; default: fourteen that come with factx.")
    ] = None,
    *,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes beside one; 0: one a core; 1: leave out.")
    ] = 0,
    form: Annotated[
        Figures | None, typer.Option("--format", "-f", help="Default: table on a terminal, else json.")
    ] = None,
    pipeline: Pipeline = None,
    quiet: Quiet = False,
) -> None:
    """Measure factx on this machine: words a second, beside spaCy's, and how long a start takes.

    Takes a minute or two. Words a second are of processor time on one thread,
    from text to record with all components; the rest is what a clock shows.

    Example:  factx benchmark -j 4
    """
    messages.listen(quiet=quiet, verbose=False)
    os.environ["OMP_NUM_THREADS"] = "1"
    import_spacy()
    from factx.benchmark.benchmark import benchmark as measured  # noqa: PLC0415  after spaCy's lean import
    from factx.benchmark.benchmark import sample  # noqa: PLC0415  the same

    texts = list(_texts(files)) if files else sample()
    if not texts:
        message = "there is no article in these files; 'factx extract' says why"
        raise UsageError(message)
    workers = jobs or cores()
    with progress() as tell:
        figures = measured(pipeline, texts, workers, tell)
        tell("")
    with opened(None) as stream:
        if (form or (Figures.TABLE if to_terminal(None) else Figures.JSON)) is Figures.JSON:
            stream.write(json.dumps(figures, ensure_ascii=False, indent=2) + "\n")
        else:
            _table(figures, stream)


def _texts(files: "Sequence[str]") -> "Iterator[str]":
    for path in files:
        for found in read(path, Reading(InputFormat.AUTO)):
            if isinstance(found, Found):
                yield found.article.text
            else:
                messages.error(str(found))


def _table(figures: dict[str, Any], stream: "TextIO") -> None:
    from rich.console import Console  # noqa: PLC0415  only for those who look
    from rich.table import Table  # noqa: PLC0415  the same

    speeds, ratio = figures["words_per_second"], figures["ratio"]
    table = Table(title=f"{figures['words']:,} words, {figures['pipeline']}", title_justify="left", box=None)
    table.add_column()
    table.add_column(justify="right")
    table.add_column("factx is to it as", justify="right")
    for name, speed in speeds.items():
        table.add_row(f"words/s, one thread: {name}", f"{speed:,}", f"{ratio[name]:.2f}" if name in ratio else "")
    for count, faster in figures.get("processes", {}).items():
        table.add_row(f"{count} processes, times one", f"{faster:.2f}")
    cold = figures["cold"]
    table.add_row("one article from a cold start", f"{cold['extract']:.2f} s", "")
    table.add_row("import spacy", f"{cold['import spacy']:.2f} s", f"{figures['cold_ratio']:.2f}")
    table.add_row("factx --help", f"{cold['--help']:.2f} s", "")
    if figures["peak_memory_mib"]:
        table.add_row("most memory", f"{figures['peak_memory_mib']:,} MiB")
    for name, share in figures["shares"].items():
        table.add_row(f"  {name}", f"{share:.1%}")
    Console(file=stream).print(table)
