"""Where data goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factx.errors import FactxError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, TextIO

STDOUT = "-"


def is_stdout(output: str | None) -> bool:
    """Whether the records go to standard output."""
    return output in {None, STDOUT}


def to_terminal(output: str | None) -> bool:
    """Whether a person reads the records as they come."""
    return is_stdout(output) and sys.stdout is not None and sys.stdout.isatty()


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """A stream in UTF-8. A file takes its name only if the block ends without an error. Raises UsageError."""
    if output is None or output == STDOUT:
        yield _stdout()
        return
    with _written(output) as raw:
        stream = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
        yield stream
        stream.flush()
        stream.detach()


@contextmanager
def opened_bytes(output: str | None) -> Iterator[BinaryIO]:
    """The same for bytes, which no terminal is sent. Raises UsageError."""
    if to_terminal(output):
        message = "this format is no text for a terminal; give --output FILE, or send it through a pipe"
        raise UsageError(message)
    if output is None or output == STDOUT:
        yield _stdout().buffer
        return
    with _written(output) as raw:
        yield raw


@contextmanager
def _written(output: str) -> Iterator[BinaryIO]:
    target = Path(os.path.realpath(output))  # through a link, which stays
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as stream:  # a pipe or device has no beside
            yield stream
        return
    part = target.with_name(f"{target.name}.part")
    with _part(part, output) as stream:
        try:
            yield stream
            stream.close()
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _part(part: Path, output: str) -> BinaryIO:
    if Path(output).is_dir():
        message = f"--output {output}: is a folder; name a file in it"
        raise UsageError(message)
    try:
        return part.open("wb")
    except OSError as error:
        message = f"--output {output}: cannot be written: {error.strerror}; choose a folder that exists and is yours"
        raise UsageError(message) from error


def _stdout() -> TextIO:
    if sys.stdout is None:
        message = "standard output is closed; give --output FILE"
        raise FactxError(message)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout
