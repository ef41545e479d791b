"""What a person who interrupts a run is told of its output."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factx.cli.messages import messages
from factx.writers.formats import Target

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told_if_interrupted(written_to: Target, output: str | None) -> Iterator[None]:
    """Tell what has become of ``output``, a file or folder; who sees standard output sees it."""
    try:
        yield
    except KeyboardInterrupt:
        if output is not None:
            messages.warning(f"interrupted; {_left(written_to, output)}")
        raise


def _left(written_to: Target, output: str) -> str:
    """A database and a folder have what was done until then, everything else is whole or not there."""
    if written_to is Target.DATABASE and Path(output).exists():
        count = _documents(output)
        return f"{count:,} {'document is' if count == 1 else 'documents are'} in {output}"
    if written_to is Target.FOLDER and Path(output).exists():
        return f"{output} has the documents that were done"
    return f"{output} was not written"


def _documents(path: str) -> int:
    import sqlite3  # noqa: PLC0415  few runs are interrupted

    from factx.database.connect import SchemaError, connected  # noqa: PLC0415  the same

    try:
        with closing(connected(path, write=False)) as database:
            count: int = database.execute("SELECT count(*) FROM documents").fetchone()[0]
    except (SchemaError, sqlite3.Error):  # made, and nothing in it yet
        return 0
    return count
