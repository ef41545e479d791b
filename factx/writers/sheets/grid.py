"""Rows as aligned columns for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from factx.writers.printable import one_line
from factx.writers.table.page import Page
from factx.writers.table.styles import QUIET

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from factx.flat import Row


class Grid:
    """All rows together, as wide as the widest of each column: nothing is shown before the last one."""

    def __init__(self, stream: TextIO, columns: Iterable[str]) -> None:
        self._page = Page(stream)
        self._columns = tuple(columns)
        self._table = Table(box=None, pad_edge=False, header_style=QUIET)
        for name in self._columns:
            self._table.add_column(name.replace("_", " "))

    def row(self, row: Row) -> None:
        """Add the row."""
        self._table.add_row(*(Text("" if row[name] is None else one_line(str(row[name]))) for name in self._columns))

    def flush(self) -> None:
        """Nothing is shown yet."""

    def close(self) -> None:
        """Show the table."""
        self._page.show(self._table)
