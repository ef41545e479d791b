"""``factx extract``: the options, and what follows from them."""

from typing import Annotated

import typer

from factx.cli.articles import Run, Tally
from factx.cli.destination import chosen, destination
from factx.cli.messages import messages
from factx.cli.options import (
    MESSAGES,
    Glob,
    InputAs,
    Items,
    Key,
    Pipeline,
    PublishedOn,
    Quiet,
    Verbose,
    piped,
)
from factx.cli.output import is_stdout, to_terminal
from factx.cli.selecting import FlatRows, Form, Kinds, MinConfidence, NoText, Output, selection
from factx.readers import InputFormat, Reading
from factx.readers.found import Keys
from factx.writers import Format


def extract(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Files of any --input-format, folders; - or nothing reads standard input."),
    ] = None,
    *,
    date: PublishedOn = None,
    form: Form = None,
    output: Output = None,
    flat: FlatRows = False,
    no_text: NoText = False,
    pipeline: Pipeline = None,
    kind: Kinds = None,
    min_confidence: MinConfidence = 0.0,
    input_format: InputAs = InputFormat.AUTO,
    text_key: Key = "text",
    id_key: Key = "id",
    date_key: Key = "date",
    title_key: Key = "title",
    url_key: Key = "url",
    author_key: Key = "author",
    items_key: Items = None,
    glob: Glob = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 4 if a document has warnings.", rich_help_panel=MESSAGES)
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Extract the claims of news articles: their sources, words, dates and numbers.

    Articles have to be in English. Results go to standard output, messages to
    standard error.

    Example:  factx extract article.txt --date 2023-11-12
              factx extract news/*.txt -o records.jsonl
    """
    messages.listen(quiet=quiet, verbose=verbose)
    how = Reading(
        input_format,
        Keys(text_key, id_key, date_key, title_key, url_key, author_key),
        date,
        items=items_key,
        globs=tuple(glob or ()),
        tell=messages.detail,
    )
    kept = selection(kind, min_confidence)
    paths = files or piped("extract")
    form = chosen(form, output, flat=flat)
    shown = form is Format.TABLE and is_stdout(output)  # with their warnings, which are not told twice then
    with destination(form, output, paths, how, flat=flat) as writer:
        run = Run(
            how,
            writer,
            pipeline,
            kept,
            keep_text=not no_text,
            tells=lambda _: not shown,
            to_terminal=to_terminal(output),
            tally=Tally(),
        )
        tally = run.over(paths)
        if not tally.written:
            raise typer.Exit(tally.exit_code(strict=strict))  # an earlier file stays as it was
    raise typer.Exit(tally.exit_code(strict=strict))
