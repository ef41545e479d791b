"""``factx extract``: the options, and what follows from them."""

import sys
from typing import Annotated

import typer

from factx.cli.messages import messages
from factx.cli.output import is_stdout, opened, to_terminal
from factx.cli.run import Run, Tally
from factx.errors import UsageError
from factx.readers import InputFormat, Reading
from factx.readers.found import Keys
from factx.readers.published import published_on
from factx.writers import Format, writer

JSONL = "Fields of a JSON Lines input"
MESSAGES = "Messages"


def extract(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None, typer.Argument(help="Texts or .jsonl files; - or nothing reads standard input.")
    ] = None,
    *,
    date: Annotated[
        str | None, typer.Option(help="When it was published, such as 2023-11-12; goes before what the input says.")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="Default: table on a terminal, else jsonl.")
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the record.")] = False,
    pipeline: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline: name or path.")] = None,
    input_format: Annotated[InputFormat, typer.Option(help="auto: by the suffix.")] = InputFormat.AUTO,
    text_key: Annotated[str, typer.Option(metavar="KEY", rich_help_panel=JSONL)] = "text",
    id_key: Annotated[str, typer.Option(metavar="KEY", rich_help_panel=JSONL)] = "id",
    date_key: Annotated[str, typer.Option(metavar="KEY", rich_help_panel=JSONL)] = "date",
    title_key: Annotated[str, typer.Option(metavar="KEY", rich_help_panel=JSONL)] = "title",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 4 if a document has warnings.", rich_help_panel=MESSAGES)
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only errors, no warnings.", rich_help_panel=MESSAGES)
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="What is done, and tracebacks.", rich_help_panel=MESSAGES)
    ] = False,
) -> None:
    """Extract the claims of news articles: their sources, words, dates and numbers.

    Results go to standard output, messages to standard error.
    """
    messages.quiet, messages.verbose = quiet, verbose
    keys = Keys(text_key, id_key, date_key, title_key)
    how = Reading(input_format, keys, None if date is None else _published(date))
    paths = files or _piped()
    terminal = to_terminal(output)
    chosen = form or (Format.TABLE if terminal else Format.JSONL)
    with opened(output) as stream:
        run = Run(
            how,
            writer(chosen, stream),
            pipeline,
            keep_text=not no_text,
            shows_warnings=chosen is Format.TABLE and is_stdout(output),
            to_terminal=terminal,
            tally=Tally(),
        )
        tally = run.over(paths)
        if not tally.written:
            raise typer.Exit(tally.exit_code(strict=strict))  # an earlier file stays as it was
    raise typer.Exit(tally.exit_code(strict=strict))


def _published(date: str) -> str:
    try:
        return published_on(date)
    except UsageError as error:
        message = f"--date: {error}"
        raise UsageError(message) from error


def _piped() -> list[str]:
    """Standard input, unless someone sits at it and may not know that it is awaited."""
    if sys.stdin is None or sys.stdin.isatty():
        message = "no input: name a file, pipe a text in, or give - to type one ('factx extract --help' explains)"
        raise UsageError(message)
    return ["-"]
