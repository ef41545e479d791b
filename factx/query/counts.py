"""How many claims there are for each speaker, site, day or month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.query.conditions import TABLES, condition
from factx.query.question import Dimension

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from factx.flat import Row
    from factx.query.question import Question


@dataclass(frozen=True, slots=True)
class _Grouping:
    """Columns of the answer by their expressions, what else tells groups apart, and which claims have one."""

    columns: Mapping[str, str]
    apart: str | None = None
    where: str | None = None


def _period(length: int) -> str:
    """The stretch of days, to ``length`` characters of each; an interval of ISO 8601 where it is more than one."""
    first, last = (f"substr(claims.{name}, 1, {length})" for name in ("first_day", "last_day"))
    return f"CASE WHEN {first} = {last} THEN {first} ELSE coalesce({first}, '..') || '/' || coalesce({last}, '..') END"


# Speakers of several documents are one if they have names, and these and their kinds are equal: "officials" are someone
# else in every article. Nobody speaks in a statement of the article itself.
GROUPINGS = {
    Dimension.SOURCE: _Grouping(
        {"speaker": "coalesce(speakers.name, claims.source)", "speaker_kind": "speakers.kind"},
        "CASE WHEN speakers.named THEN NULL ELSE claims.document_id || ' ' || coalesce(speakers.id, '') END",
        "claims.kind <> 'statement'",
    ),
    Dimension.SITE: _Grouping({"site": "documents.site"}),
    Dimension.DAY: _Grouping({"day": f"CASE WHEN claims.day_by IS NOT NULL THEN {_period(10)} END"}),
    Dimension.MONTH: _Grouping({"month": f"CASE WHEN claims.day_by IS NOT NULL THEN {_period(7)} END"}),
}
COUNTED = {
    "claims": "count(*)",
    "documents": "count(DISTINCT claims.document_id)",
    "first_day": "min(claims.first_day)",
    "last_day": "max(claims.last_day)",
}
TIMES = frozenset({Dimension.DAY, Dimension.MONTH})


def count_columns(by: Sequence[Dimension]) -> list[str]:
    """The columns of a count's row."""
    return [*(name for dimension in by for name in GROUPINGS[dimension].columns), *COUNTED]


def counts(database: sqlite3.Connection, question: Question, by: Sequence[Dimension]) -> Iterator[Row]:
    """A row for each group: by time in its order, else the most claims first. Raises UsageError, sqlite3.Error."""
    groupings = [GROUPINGS[dimension] for dimension in by]
    columns = {name: text for grouping in groupings for name, text in grouping.columns.items()}
    where, values = condition(question)
    wheres = [where, *(grouping.where for grouping in groupings if grouping.where)]
    groups = [*columns, *(grouping.apart for grouping in groupings if grouping.apart)]
    shown = ", ".join(f"{text} AS {name}" for name, text in (columns | COUNTED).items())
    statement = f"""
        SELECT {shown} FROM {TABLES} WHERE {" AND ".join(wheres)}
        GROUP BY {", ".join(groups)} ORDER BY {", ".join(_order(by, columns))} LIMIT ?
    """  # noqa: S608  names and conditions are ours, what is asked stands in the values
    limit = -1 if question.limit is None else question.limit
    for found in database.execute(statement, (*values, limit)):
        yield dict(zip(count_columns(by), found, strict=True))


def _order(by: Sequence[Dimension], columns: Mapping[str, str]) -> Iterator[str]:
    if TIMES.isdisjoint(by):
        yield "claims DESC"
    for name in columns:
        yield f"{name} IS NULL"
        yield name
    yield from ("claims DESC", "min(claims.key)")
