"""Rows to text: each sheet writes one kind of table, whatever its columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from factx.flat import Row

__all__ = ["Sheet"]


class Sheet(Protocol):
    """Writes rows as they come; every row has all columns."""

    def row(self, row: Row) -> None:
        """Write one row."""

    def flush(self) -> None:
        """Let whoever reads along see the rows so far."""

    def close(self) -> None:
        """Write the end, and flush it."""
