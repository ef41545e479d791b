"""What is read is never written over, whatever name ``--output`` has for it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factx.errors import UsageError
from factx.readers.read import STDIN, files_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.readers import Reading


def spare_inputs(output: str, paths: Sequence[str], how: Reading) -> None:
    """Raises UsageError where ``output`` is one of the inputs, or in a folder a file that is to be read."""
    target = Path(output)
    if not target.is_file() and not target.is_dir():  # nothing yet, or a device
        return
    for name, status in _inputs(paths, how):
        if os.path.samestat(status, target.stat()):
            message = f"--output {output}: is read as input ({name}) and would be overwritten; name another one"
            raise UsageError(message)


def _inputs(paths: Sequence[str], how: Reading) -> Iterator[tuple[str, os.stat_result]]:
    """Those that there are: files, folders, and the files in them."""
    for path in paths:
        with suppress(OSError, ValueError, AttributeError):  # missing, or closed
            yield (
                ("standard input", os.fstat(sys.stdin.fileno())) if path == STDIN else (path, os.stat(path))  # noqa: PTH116  the path as given
            )
        if path != STDIN and Path(path).is_dir():
            for file in files_of(path, how):
                with suppress(OSError, ValueError):
                    if isinstance(file, str):
                        yield file, os.stat(file)  # noqa: PTH116  the same
