"""The view of one record: a header, its claims in the order of the text, its warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.chain import Chains
from factx.order import in_order
from factx.record import slices
from factx.writers.printable import one_line
from factx.writers.table.claim import described
from factx.writers.table.page import Page, counted, published, rule, sides, titled
from factx.writers.table.styles import BETWEEN, CONTENT, CUE, QUIET, SOURCE, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from factx.record import Notice, Record


class Table:
    """Writes each record for people, in colour where the stream is a terminal that wants it."""

    def __init__(self, stream: TextIO) -> None:
        self._page = Page(stream)

    def write(self, record: Record) -> None:
        """Print the view and flush it."""
        self._page.print(_view(record, self._page))

    def close(self) -> None:
        """Nothing follows the last view."""


def _view(record: Record, page: Page) -> Iterator[tuple[Text, Text]]:
    """Each line after its indent."""
    flush = Text()
    yield from ((flush, line) for line in _header(record, page))
    if not record.claims:
        yield flush, Text("No claim was found.\n", QUIET)
    margin = max((len(claim.id) for claim in record.claims), default=0)
    chains = Chains(record)
    for claim in in_order(record.claims):
        indent = Text(claim.id.ljust(margin) + "  ", QUIET)
        for line in described(record, claim, chains):
            yield indent, line
            indent = Text(" " * indent.cell_len)
        yield flush, Text()
    yield from ((flush, _warning(record, notice)) for notice in record.warnings)
    if record.warnings:
        yield flush, Text()


def _header(record: Record, page: Page) -> Iterator[Text]:
    yield from sides(titled(record), published(record), page.width)
    if record.title and record.path:
        yield Text(one_line(record.path), QUIET)
    yield from sides(Text(_counts(record), QUIET), _legend() if page.is_terminal else Text(), page.width)
    yield rule(page.width)
    yield Text()


def _legend() -> Text:
    return Text(" ").join([Text("source", SOURCE), Text("cue", CUE), Text("content", CONTENT)])


def _counts(record: Record) -> str:
    counts = {
        "claim": len(record.claims),
        "source": len(record.sources),
        "quantity": len(record.quantities),
        "date": len(record.dates),
    }
    return BETWEEN.join(counted(count, noun) for noun, count in counts.items())


def _warning(record: Record, notice: Notice) -> Text:
    words = f" “{one_line(slices(record.text, [notice.span]))}”" if notice.span and record.text else ""
    return Text.assemble(("warning: ", WARNING), (one_line(notice.message) + words, QUIET))
