"""``factx sources``: who speaks how often."""

from typing import Annotated

import typer

from factx.cli.articles import Run, Tally
from factx.cli.messages import messages
from factx.cli.options import Glob, InputAs, Items, Key, Pipeline, PublishedOn, Quiet, Verbose, piped
from factx.cli.output import opened, to_terminal
from factx.readers import InputFormat, Reading
from factx.readers.found import Keys
from factx.selection import Selection
from factx.summary.writers import SummaryFormat, summary_writer

# The warnings that touch who speaks; what a number or a date is does not.
CONCERNING = frozenset({"ambiguous-source", "not-english"})


def sources(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None,
        typer.Argument(
            help="Articles as factx extract reads them, or what it wrote; - or nothing reads standard input."
        ),
    ] = None,
    *,
    date: PublishedOn = None,
    form: Annotated[
        SummaryFormat | None, typer.Option("--format", "-f", help="Default: table on a terminal, else json.")
    ] = None,
    pipeline: Pipeline = None,
    input_format: InputAs = InputFormat.AUTO,
    text_key: Key = "text",
    id_key: Key = "id",
    date_key: Key = "date",
    title_key: Key = "title",
    url_key: Key = "url",
    author_key: Key = "author",
    items_key: Items = None,
    glob: Glob = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Count who speaks how often, and how much is quoted, second-hand or anonymous.

    Articles are read as factx extract reads them; records that it wrote are
    counted as they are. A document counts for its author, and a claim within
    another's is second-hand. Over several articles, sources with equal names are
    added up; descriptions such as "officials" are not.

    Example:  factx extract news/*.txt -o records.jsonl
              factx sources records.jsonl
    """
    messages.listen(quiet=quiet, verbose=verbose)
    how = Reading(
        input_format,
        Keys(text_key, id_key, date_key, title_key, url_key, author_key),
        date,
        records=True,
        items=items_key,
        globs=tuple(glob or ()),
        tell=messages.detail,
    )
    terminal = to_terminal(None)
    paths = files or piped("sources")
    with opened(None) as stream:
        run = Run(
            how,
            summary_writer(form or (SummaryFormat.TABLE if terminal else SummaryFormat.JSON), stream),
            pipeline,
            Selection(),
            keep_text=True,
            tells=lambda notice: notice.code in CONCERNING,
            to_terminal=terminal,
            tally=Tally(),
            of_nothing=False,
        )
        tally = run.over(paths)
    raise typer.Exit(tally.exit_code(strict=False))
