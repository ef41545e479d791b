"""CSV (RFC 4180) and TSV, in UTF-8, which no spreadsheet takes for formulas.

A spreadsheet runs a cell that begins with one of ``= + - @``, a tab or a line break, and whoever writes an article
could choose what. Such a cell gets an apostrophe in front, as OWASP advises ("CSV Injection"), and so does one that
begins with apostrophes and then such a sign: ``original`` takes off what was put there, and nothing else.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from factx.flat import Row, Value

MARK = "'"
BETWEEN = " | "  # the items of a list in one cell
# The full-width signs too: some spreadsheets take them for the others.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class Separated:
    """A header, also above no row; then a line for each row, every text of it in quotation marks."""

    def __init__(self, stream: TextIO, columns: Iterable[str], delimiter: str = ",") -> None:
        self._stream = stream
        self._columns = tuple(columns)
        self._lines = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        self._lines.writerow(self._columns)

    def row(self, row: Row) -> None:
        """Write the line."""
        self._lines.writerow([_cell(row[name]) for name in self._columns])

    def flush(self) -> None:
        """Flush the lines so far."""
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""
        self._stream.flush()


def defused(text: str) -> str:
    """``text`` as a spreadsheet shows it and does not run it."""
    return MARK + text if FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text that ``defused`` was given."""
    return cell[1:] if cell.startswith(MARK) and FORMULA.match(cell) else cell


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    return defused(value if isinstance(value, str) else BETWEEN.join(item or "" for item in value))
