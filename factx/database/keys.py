"""The database's keys of what a record has its own ids for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from factx.record import Record


class Identified(Protocol):
    """A part of a record that others name."""

    @property
    def id(self) -> str:
        """Unique in the record."""


@dataclass(frozen=True, slots=True)
class Keys:
    """For each table the keys by the ids of one record."""

    entities: Mapping[str, int]
    sources: Mapping[str, int]
    quantities: Mapping[str, int]
    dates: Mapping[str, int]
    claims: Mapping[str, int]


def new_keys(database: sqlite3.Connection, record: Record) -> Keys:
    """Keys that nothing has yet, for all that the record holds; the transaction keeps others from taking them."""

    def after(table: str, items: Iterable[Identified]) -> dict[str, int]:
        (last,) = database.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()  # noqa: S608  ours
        return {item.id: last + number for number, item in enumerate(items, 1)}

    return Keys(
        after("entities", record.entities),
        after("sources", record.sources),
        after("quantities", record.quantities),
        after("dates", record.dates),
        after("claims", record.claims),
    )
