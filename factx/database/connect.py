"""Opening a database of factx, which is known by SQLite's ``application_id``; its schema by ``user_version``.

A writer waits for another one. The journal is SQLite's usual one and no write-ahead log, which would lay two more files
beside the database, and would let nobody read it in a folder that is read-only or on a network's disk.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION, VERSION = 0x66616374, 1  # "fact"
WAIT = 60.0  # seconds; a writer is done with a document of 10,000 claims in less than two


class SchemaError(Exception):
    """The file is no database of this schema; the message says what it is."""


def connected(path: str, *, write: bool, wait: float = WAIT) -> sqlite3.Connection:
    """The database at that path, for writing made if need be. Raises sqlite3.Error, SchemaError."""
    address = f"{Path(path).absolute().as_uri()}?mode={'rwc' if write else 'ro'}"
    database = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    try:
        database.execute("PRAGMA foreign_keys = ON")
        _check(database, empty=write)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that the block writes, or nothing of it; nobody else writes meanwhile."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def create(database: sqlite3.Connection) -> None:
    """Make the tables, within a transaction, unless they are there. Raises SchemaError."""
    if _check(database, empty=True):
        return
    for statement in _statements(files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")):
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def _check(database: sqlite3.Connection, *, empty: bool) -> bool:
    """Whether the tables are there; an ``empty`` file may become a database. Raises SchemaError."""
    application, version = (_number(database, name) for name in ("application_id", "user_version"))
    if application == APPLICATION:
        if version != VERSION:
            message = f"is a database of schema {version}, and this factx knows schema {VERSION}"
            raise SchemaError(message)
        return True
    if not empty or _number(database, "schema_version"):
        message = "is no database that factx made"
        raise SchemaError(message)
    return False


def _number(database: sqlite3.Connection, pragma: str) -> int:
    with closing(database.execute(f"PRAGMA {pragma}")) as cursor:
        number: int = cursor.fetchone()[0]
    return number


def _statements(script: str) -> Iterator[str]:
    """One by one: ``executescript`` would end the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
