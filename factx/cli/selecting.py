"""Options for what of the records is written, and the selection that they come to."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from factx.errors import UsageError
from factx.selection import Selection
from factx.writers import Format

CLAIMS = "Claims that are written"


class Kind(StrEnum):
    """Kinds of claims, as ``--kind`` takes them."""

    SPEECH = "speech"
    ATTITUDE = "attitude"
    STATEMENT = "statement"


Form: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Default: by the suffix of --output; table on a terminal, else jsonl."),
]
Output: TypeAlias = Annotated[
    str | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file; -f brat to this folder.")
]
NoText: TypeAlias = Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the record.")]
FlatRows: TypeAlias = Annotated[
    bool, typer.Option("--flat", help="With jsonl or json: an object for each claim, the document's fields repeated.")
]
Kinds: TypeAlias = Annotated[
    list[Kind] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only speech, attitude or statement; may be given several times.",
        rich_help_panel=CLAIMS,
    ),
]


def _probability(confidence: float) -> float:
    """Raises UsageError for what is none."""
    if not 0 <= confidence <= 1:  # nor a number that is none: "nan"
        message = f"--min-confidence: {confidence} is no probability; give a number from 0 to 1"
        raise UsageError(message)
    return confidence


MinConfidence: TypeAlias = Annotated[
    float,
    typer.Option(
        metavar="P",
        help="Only with this confidence or more, 0 to 1.",
        show_default=False,
        callback=_probability,
        rich_help_panel=CLAIMS,
    ),
]


def selection(kinds: list[Kind] | None, confidence: float) -> Selection:
    """What ``--kind`` and ``--min-confidence`` keep."""
    return Selection(frozenset(one.value for one in kinds or ()), confidence)
