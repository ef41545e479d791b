"""How many documents there are to read, where files say it without being read as documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factx.readers import InputFormat
from factx.readers.read import JSONL_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.readers import Reading


def expected(paths: Iterable[str], how: Reading) -> int | None:
    """A document for a file, and for each line of JSON Lines; None where that is not known, or there is only one."""
    counts = [_count(Path(path), how) for path in paths]
    total = sum(count for count in counts if count is not None)
    return total if total > 1 and None not in counts else None


def _count(path: Path, how: Reading) -> int | None:
    if not path.is_file():  # standard input, a pipe, a folder; or nothing, which is told in its turn
        return None
    by_line = (
        path.suffix.lower() in JSONL_SUFFIXES if how.format is InputFormat.AUTO else how.format is InputFormat.JSONL
    )
    if not by_line:
        return 1
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return None
