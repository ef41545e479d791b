"""A folder that files are written to, each whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factx.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def folder(output: str) -> Iterator[Callable[[str, str], None]]:
    """What writes a text, in UTF-8, under a name in the folder. It is made if missing, and not left behind empty.

    Files that are there already stay, but for those of the same name. Raises UsageError.
    """
    path = Path(output)
    made = _make(path)
    try:
        yield lambda name, text: _put(path / name, text)
    finally:
        if made and not any(path.iterdir()):
            path.rmdir()


def _make(path: Path) -> bool:
    """Whether it had to be made."""
    if path.exists() and not path.is_dir():
        message = f"--output {path}: is a file; name a folder"
        raise UsageError(message)
    try:
        path.mkdir()
    except FileExistsError:
        if os.access(path, os.W_OK | os.X_OK):
            return False
        message = f"--output {path}: cannot be written to; choose a folder that is yours"
        raise UsageError(message) from None
    except OSError as error:
        message = f"--output {path}: cannot be made: {error.strerror}; choose a place that exists and is yours"
        raise UsageError(message) from error
    return True


def _put(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
