"""SQLite: documents, claims, sources and the rest in tables, in a file that may be there already."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from factx.database.connect import WAIT, SchemaError, connected, create, transaction
from factx.database.put import put
from factx.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.record import Record


class Sqlite:
    """Adds each record as one transaction, in place of what is there under its id. A file is made with the first one.

    Other processes may add to the same file; each waits for the other, for ``wait`` seconds at most.
    """

    def __init__(self, path: str, wait: float = WAIT) -> None:
        self._path = path
        self._wait = wait
        self._database: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Look at the file, so that nothing is annotated in vain. Raises UsageError."""
        with self._refused():
            if Path(self._path).exists():
                self._database = connected(self._path, write=True, wait=self._wait)
            else:
                _may_be_made(Path(self._path))
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the file."""
        if self._database is not None:
            self._database.close()

    def write(self, record: Record) -> None:
        """Put the record in, whole or not at all. Raises OSError, and InputError if the record is wrong."""
        try:
            if self._database is None:
                self._database = connected(self._path, write=True, wait=self._wait)
            with transaction(self._database):
                create(self._database)
                put(self._database, record)
        except (sqlite3.IntegrityError, ValueError) as error:  # an id twice, no number, half a character
            raise InputError(record.id, f"is a damaged record: {error}; extract it again") from error
        except sqlite3.Error as error:
            raise OSError(None, str(error), self._path) from error

    def close(self) -> None:
        """All is there already."""

    @contextmanager
    def _refused(self) -> Iterator[None]:
        """Say what is wrong with the option that names the file."""
        try:
            yield
        except SchemaError as error:
            message = f"--output {self._path}: {error}; name a new file"
            raise UsageError(message) from error
        except (sqlite3.Error, OSError) as error:
            message = f"--output {self._path}: cannot be written: {_reason(error)}"
            raise UsageError(message) from error


def _may_be_made(path: Path) -> None:
    """Raises OSError."""
    if not path.parent.is_dir():
        raise OSError(None, "the folder does not exist")
    if not os.access(path.parent, os.W_OK):
        raise OSError(None, "the folder is not yours to write in")


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
