"""The writer for what ``--format`` and ``--output`` say."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factx.cli.output import STDOUT, opened, to_terminal
from factx.errors import UsageError
from factx.writers import Format, writer
from factx.writers.formats import by_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.writers import Writer


def chosen(form: Format | None, output: str | None) -> Format:
    """The format that is asked for: by its name, else by the file's; for a person a table, else JSON Lines."""
    if form is not None:
        return form
    named = by_suffix(output) if output not in {None, STDOUT} else None
    return named or (Format.TABLE if to_terminal(output) else Format.JSONL)


@contextmanager
def destination(form: Format, output: str | None) -> Iterator[Writer]:
    """Where records are written in that format. Raises UsageError."""
    if form is Format.HTML and to_terminal(output):
        message = "a page is not for a terminal; give --output page.html, or to factx view --open"
        raise UsageError(message)
    with opened(output) as stream:
        yield writer(form, stream)
