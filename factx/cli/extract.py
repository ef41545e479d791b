"""``factx extract``: the options, and what follows from them."""

from enum import StrEnum
from typing import Annotated

import typer

from factx.cli.destination import chosen, destination
from factx.cli.messages import messages
from factx.cli.options import MESSAGES, InputAs, Key, Pipeline, PublishedOn, Quiet, Verbose, piped, published
from factx.cli.output import is_stdout, to_terminal
from factx.cli.run import Run, Tally
from factx.errors import UsageError
from factx.readers import InputFormat, Reading
from factx.readers.found import Keys
from factx.selection import Selection
from factx.writers import Format

CLAIMS = "Claims that are written"


class Kind(StrEnum):
    """Kinds of claims, as ``--kind`` takes them."""

    SPEECH = "speech"
    ATTITUDE = "attitude"
    STATEMENT = "statement"


def extract(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None, typer.Argument(help="Texts or .jsonl files; - or nothing reads standard input.")
    ] = None,
    *,
    date: PublishedOn = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: by the suffix of --output; table on a terminal, else jsonl."),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the record.")] = False,
    pipeline: Pipeline = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            metavar="KIND",
            help="Only speech, attitude or statement; may be given several times.",
            rich_help_panel=CLAIMS,
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="P", help="Only with this confidence or more, 0 to 1.", show_default=False, rich_help_panel=CLAIMS
        ),
    ] = 0.0,
    input_format: InputAs = InputFormat.AUTO,
    text_key: Key = "text",
    id_key: Key = "id",
    date_key: Key = "date",
    title_key: Key = "title",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 4 if a document has warnings.", rich_help_panel=MESSAGES)
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Extract the claims of news articles: their sources, words, dates and numbers.

    Results go to standard output, messages to standard error.

    Example:  factx extract article.txt --date 2023-11-12
              factx extract news/*.txt -o records.jsonl
    """
    messages.listen(quiet=quiet, verbose=verbose)
    keys = Keys(text_key, id_key, date_key, title_key)
    how = Reading(input_format, keys, published(date))
    selection = Selection(frozenset(one.value for one in kind or ()), _probability(min_confidence))
    paths = files or piped("extract")
    form = chosen(form, output)
    shown = form is Format.TABLE and is_stdout(output)  # with their warnings, which are not told twice then
    with destination(form, output) as writer:
        run = Run(
            how,
            writer,
            pipeline,
            selection,
            keep_text=not no_text,
            tells=lambda _: not shown,
            to_terminal=to_terminal(output),
            tally=Tally(),
        )
        tally = run.over(paths)
        if not tally.written:
            raise typer.Exit(tally.exit_code(strict=strict))  # an earlier file stays as it was
    raise typer.Exit(tally.exit_code(strict=strict))


def _probability(said: float) -> float:
    if not 0 <= said <= 1:  # nor a number that is none: "nan"
        message = f"--min-confidence: {said} is no probability; give a number from 0 to 1"
        raise UsageError(message)
    return said
