"""What SQLite's files are known by."""

from __future__ import annotations

from pathlib import Path

HEADER = b"SQLite format 3\0"


def is_database(path: str | Path) -> bool:
    """Whether the file begins as SQLite's do; never of a pipe, which loses what is looked at."""
    if not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(HEADER)) == HEADER
    except OSError:
        return False
