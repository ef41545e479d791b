"""A record into its tables, in place of what is there under its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.database.claims import claim_rows
from factx.database.keys import new_keys
from factx.database.parts import part_rows

if TYPE_CHECKING:
    import sqlite3

    from factx.database.parts import TableRow
    from factx.record import Record


def put(database: sqlite3.Connection, record: Record) -> None:
    """Write all about the record, within a transaction. Raises sqlite3.Error."""
    database.execute("DELETE FROM documents WHERE id = ?", (record.id,))
    keys = new_keys(database, record)
    for row in (*part_rows(record, keys), *claim_rows(record, keys)):
        _insert(database, row)


def _insert(database: sqlite3.Connection, row: TableRow) -> None:
    table, values = row
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  the names are ours
    database.execute(statement, tuple(values.values()))
