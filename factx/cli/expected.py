"""How many documents there are to read, where files say it without being read as documents."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factx.readers import InputFormat
from factx.readers.content import PACKED, SUFFIXES, suffix
from factx.readers.folder import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factx.readers import Reading

# What has one article a file. Of the others, lines are counted; how many are in an archive, an array or a table is
# not known before it is read.
SINGLE = frozenset({InputFormat.TEXT, InputFormat.MARKDOWN, InputFormat.HTML})


def expected(paths: Iterable[str], how: Reading) -> int | None:
    """Documents in all files, those of folders too; None where that is not known, or there is only one."""
    total = 0
    for path in _files(paths, how):
        count = _count(path, how)
        if count is None:
            return None
        total += count
    return total if total > 1 else None


def _files(paths: Iterable[str], how: Reading) -> Iterator[str]:
    for path in paths:
        if Path(path).is_dir():
            yield from (file for file in files(path, how.globs) if isinstance(file, str))
        else:
            yield path


def _count(path: str, how: Reading) -> int | None:
    if not Path(path).is_file():  # standard input, a pipe; or nothing, which is told in its turn
        return None
    form = SUFFIXES.get(suffix(path), InputFormat.TEXT) if how.format is InputFormat.AUTO else how.format
    if form in SINGLE:
        return 1
    if form is not InputFormat.JSONL or PurePath(path).suffix.lower() in PACKED:
        return None
    try:
        with Path(path).open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return None
