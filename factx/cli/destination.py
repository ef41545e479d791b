"""The writer for what ``--format`` and ``--output`` say."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factx.cli.folder import folder
from factx.cli.interrupted import told_if_interrupted
from factx.cli.nearest import nearest
from factx.cli.output import STDOUT, opened, opened_bytes, to_terminal
from factx.cli.spared import spare_inputs
from factx.errors import UsageError
from factx.writers import Format, bytes_writer, database_writer, folder_writer, writer
from factx.writers.formats import FLATTENED, SUFFIXES, Target, by_suffix, target

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factx.readers import Reading
    from factx.writers import Writer


def chosen(form: Format | None, output: str | None, *, flat: bool = False, known: Collection[str] = SUFFIXES) -> Format:
    """The format that is asked for: by its name, else by the file's; for a person a table, else JSON Lines.

    Raises UsageError where the file's name has a suffix that asks for none, naming those that are ``known``.
    """
    if form is not None:
        return form
    if output is not None and output != STDOUT:
        if named := by_suffix(output):
            return named
        known_suffix(output, known, "or name the format with -f")
    return Format.TABLE if to_terminal(output) and not flat else Format.JSONL


def known_suffix(output: str, known: Collection[str], other: str) -> None:
    """Raises UsageError for a file's name with a suffix that is not ``known``. Devices may have any name."""
    path = PurePath(output)
    if path.suffix.lower() in {"", *known} or path.is_relative_to("/dev") or _is_special(output):
        return
    near = nearest(path.suffix.lower(), known)
    hint = f"did you mean {path.with_suffix(near)}? There are" if near else "there are"
    message = f"--output {output}: no format has the suffix {path.suffix}; {hint} {', '.join(known)}; {other}"
    raise UsageError(message)


def _is_special(output: str) -> bool:
    """Whether it is a pipe or a device, say, or a folder."""
    return Path(output).exists() and not Path(output).is_file()


@contextmanager
def destination(
    form: Format, output: str | None, paths: Sequence[str], how: Reading, *, flat: bool = False
) -> Iterator[Writer]:
    """Where records of what is at ``paths`` are written in that format. Raises UsageError."""
    if form is Format.HTML and to_terminal(output):
        message = "a page is not for a terminal; give --output page.html, or to factx view --open"
        raise UsageError(message)
    if flat and form not in FLATTENED:
        message = f"--flat goes with -f {' or '.join(sorted(FLATTENED))}, not with {form}"
        raise UsageError(message)
    named = None if output == STDOUT else output
    if named is not None:
        spare_inputs(named, paths, how)
    with told_if_interrupted(target(form), named), _written(form, output, flat=flat) as made:
        yield made


@contextmanager
def _written(form: Format, output: str | None, *, flat: bool) -> Iterator[Writer]:
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
