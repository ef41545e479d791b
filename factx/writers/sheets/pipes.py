"""Rows as a table of Markdown, as GitHub and others read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.escaped import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from factx.flat import Row


class Pipes:
    """A header, also above no row; then a line for each row."""

    def __init__(self, stream: TextIO, columns: Iterable[str]) -> None:
        self._stream = stream
        self._columns = tuple(columns)
        self._line(escaped(name) for name in self._columns)
        self._line("---" for _ in self._columns)

    def row(self, row: Row) -> None:
        """Write the line."""
        self._line("" if row[name] is None else escaped(str(row[name])) for name in self._columns)

    def flush(self) -> None:
        """Flush the lines so far."""
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""
        self._stream.flush()

    def _line(self, cells: Iterable[str]) -> None:
        self._stream.write(f"| {' | '.join(cells)} |\n")
