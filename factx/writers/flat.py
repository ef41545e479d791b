"""Records to rows, in whatever sheet they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.flat import rows

if TYPE_CHECKING:
    from factx.record import Record
    from factx.writers.sheets import Sheet


class Flat:
    """Writes a row for each claim, a document at a time."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def write(self, record: Record) -> None:
        """Write the rows and flush them."""
        for row in rows(record):
            self._sheet.row(row)
        self._sheet.flush()

    def close(self) -> None:
        """Write what follows the last row."""
        self._sheet.close()
