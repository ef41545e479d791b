"""The writer for what ``--format`` and ``--output`` say."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factx.cli.folder import folder
from factx.cli.output import STDOUT, opened, opened_bytes, to_terminal
from factx.errors import UsageError
from factx.writers import Format, bytes_writer, database_writer, folder_writer, writer
from factx.writers.formats import FLATTENED, Target, by_suffix, target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.writers import Writer


def chosen(form: Format | None, output: str | None, *, flat: bool = False) -> Format:
    """The format that is asked for: by its name, else by the file's; for a person a table, else JSON Lines."""
    if form is not None:
        return form
    named = by_suffix(output) if output not in {None, STDOUT} else None
    return named or (Format.TABLE if to_terminal(output) and not flat else Format.JSONL)


@contextmanager
def destination(form: Format, output: str | None, *, flat: bool = False) -> Iterator[Writer]:
    """Where records are written in that format. Raises UsageError."""
    if form is Format.HTML and to_terminal(output):
        message = "a page is not for a terminal; give --output page.html, or to factx view --open"
        raise UsageError(message)
    if flat and form not in FLATTENED:
        message = f"--flat goes with -f {' or '.join(sorted(FLATTENED))}, not with {form}"
        raise UsageError(message)
    match target(form):
        case Target.TEXT:
            with opened(output) as text:
                yield writer(form, text, flat=flat)
        case Target.BYTES:
            with opened_bytes(output) as raw:
                yield bytes_writer(form, raw)
        case Target.DATABASE:
            with database_writer(form, _named(form, output, "a file", "FILE")) as made:
                yield made
        case Target.FOLDER:
            with folder(_named(form, output, "a folder", "FOLDER")) as put:
                yield folder_writer(form, put)


def _named(form: Format, output: str | None, what: str, name: str) -> str:
    """The path that a format which is no stream is written to. Raises UsageError for standard output."""
    if output is None or output == STDOUT:
        message = f"-f {form} writes {what}: name it with --output {name}"
        raise UsageError(message)
    return output
