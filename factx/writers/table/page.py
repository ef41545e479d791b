"""Lines for people, as wide as the terminal and not wider than can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from factx.writers.printable import one_line
from factx.writers.table.styles import BETWEEN, QUIET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rich.console import RenderableType

    from factx.record import Record

WIDEST = 120  # longer lines are hard to read back to their beginning
NARROWEST = 10  # for words beside the indent


class Page:
    """Prints lines, in colour where the stream is a terminal that wants it."""

    def __init__(self, stream: TextIO) -> None:
        self._console = Console(file=stream, markup=False, emoji=False, highlight=False)
        self.width = min(self._console.width, WIDEST)
        self.is_terminal = self._console.is_terminal
        self.colour = self._console.color_system is not None and not self._console.no_color

    def print(self, lines: Iterable[tuple[Text, Text]]) -> None:
        """Print each line after its indent, and flush them."""
        for indent, line in lines:
            self._print(indent, line)
        self._console.file.flush()

    def show(self, table: RenderableType) -> None:
        """Print a table in this width, and flush it."""
        self._console.print(table, width=self.width)
        self._console.file.flush()

    def _print(self, indent: Text, line: Text) -> None:
        """Print a line, wrapped behind its indent."""
        for row in line.wrap(self._console, max(self.width - indent.cell_len, NARROWEST)) or [line]:
            row.rstrip()
            self._console.print(Text.assemble(indent, row), soft_wrap=True)
            indent = Text(" " * indent.cell_len)


def sides(left: Text, right: Text, width: int) -> Iterator[Text]:
    """Both on one line, at its ends, where they fit."""
    between = width - left.cell_len - right.cell_len
    if between < len(BETWEEN):
        yield from (line for line in (left, right) if line)
    else:
        yield Text.assemble(left, " " * between, right)


def titled(record: Record) -> Text:
    """The title, or the path, and the id that ``factx explain`` knows the document by."""
    name = record.title or record.path or "standard input"
    return Text.assemble((one_line(name), "bold"), (BETWEEN + one_line(record.id), QUIET))


def published(record: Record) -> Text:
    """The day of publication."""
    return Text(f"published {record.published}" if record.published else "no date of publication", QUIET)


def rule(width: int) -> Text:
    """What parts a header from the rest."""
    return Text("─" * width, QUIET)


def counted(count: int, noun: str) -> str:
    """Such as "1 claim", "2 claims", "3 quantities"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"
