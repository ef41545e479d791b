"""Options that several commands have."""

from typing import Annotated, TypeAlias

import typer

MESSAGES = "Messages"

Pipeline: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline: name or path.")]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Only errors, no warnings.", rich_help_panel=MESSAGES)
]
Verbose: TypeAlias = Annotated[
    bool, typer.Option("--verbose", "-v", help="What is done, and tracebacks.", rich_help_panel=MESSAGES)
]
