"""The claims that a question asks for, as rows of factx's tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factx.flat import COLUMNS, Column
from factx.query.conditions import TABLES, condition, without_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from factx.flat import Row, Value
    from factx.query.question import Question

# In the order of their days, those without one last; then by document, and as it has them.
ORDER = "coalesce(first_day, last_day) IS NULL, coalesce(first_day, last_day), last_day, document_id, claim_key"


def claims(database: sqlite3.Connection, question: Question) -> Iterator[Row]:
    """The rows, each with all columns. Raises UsageError, sqlite3.Error."""
    where, values = condition(question)
    names = ", ".join(COLUMNS)
    statement = f"""
        SELECT {names} FROM claims_flat WHERE claim_key IN (SELECT claims.key FROM {TABLES} WHERE {where})
        ORDER BY {ORDER} LIMIT ?
    """  # noqa: S608  names and conditions are ours, what is asked stands in the values
    limit = -1 if question.limit is None else question.limit
    for found in database.execute(statement, (*values, limit)):
        yield {name: _value(column, value) for (name, column), value in zip(COLUMNS.items(), found, strict=True)}


def undated(database: sqlite3.Connection, question: Question) -> int:
    """How many claims are left out for want of a day. Raises UsageError, sqlite3.Error."""
    if question.since is None and question.until is None:
        return 0
    where, values = without_day(question)
    statement = f"SELECT count(*) FROM {TABLES} WHERE {where}"  # noqa: S608  the same
    count: int = database.execute(statement, values).fetchone()[0]
    return count


def _value(column: Column, value: Any) -> Value:  # noqa: ANN401  whatever SQLite holds
    match column:
        case Column.TEXTS:
            texts: list[str | None] = json.loads(value)
            return texts
        case Column.FLAG:
            return bool(value)
        case _:
            found: Value = value
            return found
