"""The files of a folder and of those within it, in the order of their names."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.content import SUFFIXES, suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


# The folder of a run has its records in one folder, and beside it what became of them.
PARTS = "parts"
RUN = frozenset({PARTS, "manifest.json", ".done"})


def files(folder: str, globs: Sequence[str]) -> Iterator[str | InputError]:
    """Those that a pattern names: by the file's name, or with a "/" by its path under ``folder``.

    Without patterns, those with a suffix that factx knows. Names that begin with a dot are left out; folders that links
    lead to are read once. Of what ``factx run`` made, only the records.
    """
    seen: set[tuple[int, int]] = set()
    found = False
    for path in _walk(folder, seen):
        if isinstance(path, InputError) or _wanted(path, folder, globs):
            found = True
            yield path
    if not found:
        looked_for = " or ".join(globs or sorted(f"*{known}" for known in SUFFIXES))
        hint = "" if globs else "; name others with --glob"
        yield InputError(_shown(folder), f"is a folder without a file to read; looked for {looked_for}{hint}")


def _walk(folder: str, seen: set[tuple[int, int]]) -> Iterator[str | InputError]:
    try:
        status = os.stat(folder)  # noqa: PTH116  paths stay as they were given
        if (place := (status.st_dev, status.st_ino)) in seen:
            return
        seen.add(place)
        with os.scandir(folder) as entries:
            inner = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(_shown(folder), f"is a folder that cannot be read: {error.strerror}")
        return
    of_run = {entry.name for entry in inner} >= RUN
    for entry in inner:
        if entry.name.startswith(".") or (of_run and entry.name != PARTS):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, seen)
        elif entry.is_file() or entry.is_symlink():  # a link to nowhere is an error when it is opened
            yield entry.path


def _wanted(path: str, folder: str, globs: Sequence[str]) -> bool:
    if not globs:
        return suffix(path) in SUFFIXES
    name, under = os.path.basename(path), os.path.relpath(path, folder).replace(os.sep, "/")  # noqa: PTH119  the same
    return any(fnmatchcase(under if "/" in pattern else name, pattern) for pattern in globs)


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")
