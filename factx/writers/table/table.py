"""The view of one record: a header, its claims in the order of the text, its warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from factx.record import slices
from factx.writers.printable import one_line
from factx.writers.table.claim import BETWEEN, described
from factx.writers.table.styles import CONTENT, CUE, QUIET, SOURCE, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from factx.record import Claim, Notice, Record

WIDEST = 120  # longer lines are hard to read back to their beginning
NARROWEST = 10  # for words beside the indent


class Table:
    """Writes each record for people, in colour where the stream is a terminal that wants it."""

    def __init__(self, stream: TextIO) -> None:
        self._console = Console(file=stream, markup=False, emoji=False, highlight=False)
        self._width = min(self._console.width, WIDEST)

    def write(self, record: Record) -> None:
        """Print the view and flush it."""
        for indent, line in _view(record, self._width, self._console):
            self._print(indent, line)
        self._console.file.flush()

    def close(self) -> None:
        """Nothing follows the last view."""

    def _print(self, indent: Text, line: Text) -> None:
        """Print a line, wrapped behind its indent."""
        for row in line.wrap(self._console, max(self._width - indent.cell_len, NARROWEST)) or [line]:
            row.rstrip()
            self._console.print(Text.assemble(indent, row), soft_wrap=True)
            indent = Text(" " * indent.cell_len)


def _view(record: Record, width: int, console: Console) -> Iterator[tuple[Text, Text]]:
    """Each line after its indent."""
    flush = Text()
    yield from ((flush, line) for line in _header(record, width, _legend() if console.is_terminal else Text()))
    if not record.claims:
        yield flush, Text("No claim was found.\n", QUIET)
    margin = max((len(claim.id) for claim in record.claims), default=0)
    for claim in sorted(record.claims, key=_position):
        indent = Text(claim.id.ljust(margin) + "  ", QUIET)
        for line in described(record, claim):
            yield indent, line
            indent = Text(" " * indent.cell_len)
        yield flush, Text()
    yield from ((flush, _warning(record, notice)) for notice in record.warnings)
    if record.warnings:
        yield flush, Text()


def _position(claim: Claim) -> int:
    """The first character of the claim, its source or its cue."""
    said = claim.attribution
    spans = [*claim.content.spans, *(said.cue.spans if said else ())]
    if said and said.source:
        spans += said.source.spans
    return min(start for start, _ in spans)


def _header(record: Record, width: int, legend: Text) -> Iterator[Text]:
    name = record.title or record.path or "standard input"
    published = f"published {record.published}" if record.published else "no date of publication"
    yield from _sides(Text(one_line(name), "bold"), Text(published, QUIET), width)
    if record.title and record.path:
        yield Text(one_line(record.path), QUIET)
    yield from _sides(Text(_counts(record), QUIET), legend, width)
    yield Text("─" * width, QUIET)
    yield Text()


def _sides(left: Text, right: Text, width: int) -> Iterator[Text]:
    """Both on one line, at its ends, where they fit."""
    between = width - left.cell_len - right.cell_len
    if between < len(BETWEEN):
        yield from (line for line in (left, right) if line)
    else:
        yield Text.assemble(left, " " * between, right)


def _legend() -> Text:
    return Text(" ").join([Text("source", SOURCE), Text("cue", CUE), Text("content", CONTENT)])


def _counts(record: Record) -> str:
    counts = {
        "claim": len(record.claims),
        "source": len(record.sources),
        "quantity": len(record.quantities),
        "date": len(record.dates),
    }
    return BETWEEN.join(f"{count} {_plural(noun) if count != 1 else noun}" for noun, count in counts.items())


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _warning(record: Record, notice: Notice) -> Text:
    words = f" “{one_line(slices(record.text, [notice.span]))}”" if notice.span and record.text else ""
    return Text.assemble(("warning: ", WARNING), (one_line(notice.message) + words, QUIET))
