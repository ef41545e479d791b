"""``factx query``: who said what about what, over time, by outlet."""

from enum import StrEnum
from typing import Annotated

import typer

from factx.cli.destination import chosen
from factx.cli.interrupted import told_if_interrupted
from factx.cli.messages import messages
from factx.cli.options import Quiet, Verbose
from factx.cli.output import STDOUT, opened
from factx.cli.selecting import Kind
from factx.cli.spared import spare_inputs
from factx.query.formats import SUFFIXES_OF_ANSWERS, AnswerFormat, answer_format
from factx.query.question import Dimension, Question
from factx.readers import Reading
from factx.writers.formats import Target

ASKED = "Claims that are asked for"


class Quoting(StrEnum):
    """How much of a claim is quoted, as ``--quote`` takes it."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


def _since(said: str | None) -> str | None:
    """The same; understood here so that an error names the variable or file that says it. Raises UsageError."""
    _bounds(said, None)
    return said


def _until(said: str | None) -> str | None:
    """As ``_since``."""
    _bounds(None, said)
    return said


def _bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    from factx.query.bounds import bounds  # noqa: PLC0415  no other command needs it

    return bounds(since, until)


def query(  # noqa: PLR0913  a parameter is an option
    database: Annotated[str, typer.Argument(metavar="DB", help="What factx extract or export wrote with -f sqlite.")],
    *,
    who: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Words of the speaker's name, role or affiliation, or of the author or person that is cited.",
            rich_help_panel=ASKED,
        ),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help='Words of the claim, in any form; "in a row".', rich_help_panel=ASKED),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="Said, else published, then or later; also a month, a year.",
            rich_help_panel=ASKED,
            callback=_since,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The same, then or earlier.", rich_help_panel=ASKED, callback=_until),
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(metavar="KIND", help="speech, attitude or statement.", rich_help_panel=ASKED),
    ] = None,
    quote: Annotated[
        list[Quoting] | None,
        typer.Option(
            metavar="QUOTE",
            help="direct (quoted), mixed (partly quoted), indirect (paraphrased).",
            rich_help_panel=ASKED,
        ),
    ] = None,
    site: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="Published there: bbc.co.uk.", rich_help_panel=ASKED),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="In this document.", rich_help_panel=ASKED)
    ] = None,
    by: Annotated[
        list[Dimension] | None,
        typer.Option(metavar="WHAT", help="Count them by source, site, day or month; several count combinations."),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    form: Annotated[
        AnswerFormat | None,
        typer.Option("--format", "-f", help="Default: by the suffix of --output; table on a terminal, else jsonl."),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Ask a database who said what about what, when, and where.

    Claims come in the order of their days: of the saying where the text tells
    it, else of the publication ("day_by" says which). An option that is given
    several times asks for any of its values; several options ask for all.

    Example:  factx extract news/*.txt -o news.db
              factx query news.db --who Peskov --about Gaza --since 2023-11-01
              factx query news.db --about evacuation --by source
    """
    messages.listen(quiet=quiet, verbose=verbose)
    from factx.flat.site import host  # noqa: PLC0415  no other command needs it
    from factx.query.ask import answer, asked  # noqa: PLC0415  the same

    first, last = _bounds(since, until)
    question = Question(
        tuple(who or ()),
        tuple(about or ()),
        first,
        last,
        tuple(kind or ()),
        tuple(quote or ()),
        tuple(host(one) for one in site or ()),
        tuple(document or ()),
        limit,
    )
    shown = form or answer_format(chosen(None, output, known=SUFFIXES_OF_ANSWERS))
    named = None if output == STDOUT else output
    if named is not None:
        spare_inputs(named, [database], Reading())
    with told_if_interrupted(Target.TEXT, named), asked(database) as connection, opened(output) as stream:
        left_out = answer(connection, question, by or [], shown, stream)
    if left_out:
        messages.warning(f"{database}: {left_out} claims without any day are left out by --since and --until")
