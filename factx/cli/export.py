"""``factx export``: records into another format."""

from typing import Annotated

import typer

from factx.cli.articles import Run, Tally
from factx.cli.destination import chosen, destination
from factx.cli.messages import messages
from factx.cli.options import Quiet, Verbose, piped
from factx.cli.output import to_terminal
from factx.cli.selecting import FlatRows, Form, Kinds, MinConfidence, NoText, Output, selection
from factx.readers import Reading


def export(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None,
        typer.Argument(help="What factx extract wrote: jsonl, json, sqlite; - or nothing reads standard input."),
    ] = None,
    *,
    form: Form = None,
    output: Output = None,
    flat: FlatRows = False,
    no_text: NoText = False,
    kind: Kinds = None,
    min_confidence: MinConfidence = 0.0,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write what factx extract made in another format, without reading the articles again.

    A database is added to, a document in place of what is there under its id;
    every other file is written anew.

    Example:  factx extract news/*.txt -o records.jsonl
              factx export records.jsonl -o news.db
              factx export records.jsonl -o claims.csv --kind speech
    """
    messages.listen(quiet=quiet, verbose=verbose)
    kept = selection(kind, min_confidence)
    paths = files or piped("export")
    form = chosen(form, output, flat=flat)
    how = Reading(records=True, articles=False)
    with destination(form, output, paths, how, flat=flat) as writer:
        run = Run(
            how,
            writer,
            None,
            kept,
            keep_text=not no_text,
            tells=lambda _: False,  # factx extract told them
            to_terminal=to_terminal(output),
            tally=Tally(),
        )
        tally = run.over(paths)
        if not tally.written:
            raise typer.Exit(tally.exit_code(strict=False))  # an earlier file stays as it was
    raise typer.Exit(tally.exit_code(strict=False))
