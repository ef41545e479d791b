"""Options that several commands have, and what those about the input come to."""

import sys
from typing import Annotated, TypeAlias

import typer

from factx.errors import UsageError
from factx.readers import InputFormat
from factx.readers.published import published_on

INPUT = "Input"
FIELDS = "Fields of JSON and CSV, by name or path (meta.0.date)"
MESSAGES = "Messages"


def dated(option: typer.CallbackParam, date: str | None) -> str | None:
    """The date that an option gives, in ISO 8601. Raises UsageError."""
    try:
        return None if date is None else published_on(date)
    except UsageError as error:
        message = f"{option.opts[0]}: {error}"
        raise UsageError(message) from error


PublishedOn: TypeAlias = Annotated[
    str | None,
    typer.Option(help="When it was published, such as 2023-11-12; goes before what the input says.", callback=dated),
]
InputAs: TypeAlias = Annotated[
    InputFormat,
    typer.Option(help="auto: by content and suffix. All may be .gz, .bz2, .xz, .zst.", rich_help_panel=INPUT),
]
Glob: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATTERN",
        help="Of a folder, only such files: '*.html', '2023/*.txt'. May be given several times.",
        rich_help_panel=INPUT,
    ),
]
Items: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="KEY", help="The array of articles in a JSON document.", rich_help_panel=FIELDS),
]
Key: TypeAlias = Annotated[str, typer.Option(metavar="KEY", rich_help_panel=FIELDS)]

Pipeline: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline: name or path.")]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Only errors, no warnings.", rich_help_panel=MESSAGES)
]
Verbose: TypeAlias = Annotated[
    bool, typer.Option("--verbose", "-v", help="What is done, and tracebacks.", rich_help_panel=MESSAGES)
]


def piped(command: str) -> list[str]:
    """Standard input, unless someone sits at it and may not know that it is awaited. Raises UsageError."""
    if sys.stdin is None or sys.stdin.isatty():
        message = f"no input: name a file, pipe a text in, or give - to type one ('factx {command} --help' explains)"
        raise UsageError(message)
    return ["-"]
