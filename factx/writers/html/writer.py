"""One page for all records, written when the last has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import factx
from factx.summary import summarize, total
from factx.writers.html.assets import assets
from factx.writers.html.document import viewed
from factx.writers.html.environment import environment
from factx.writers.html.keys import tokens
from factx.writers.html.speakers import shares, speakers
from factx.writers.html.title import titled, written

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record
    from factx.summary import Summary

TOP = 3  # sources of an article that the index names


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the index."""

    token: str
    title: str
    day: str | None
    record: Record
    summary: Summary
    sources: tuple[str, ...]


class Html:
    """Writes a page that needs nothing but itself: a document, or several under an index."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._records: list[Record] = []

    def write(self, record: Record) -> None:
        """Keep the record: whether there is an index depends on whether another one comes."""
        self._records.append(record)

    def close(self) -> None:
        """Write the page and flush it."""
        template = environment().get_template("page.html")
        shown = {"assets": assets(), "version": factx.__version__}
        shown |= _alone(self._records[0]) if len(self._records) == 1 else _several(self._records)
        for piece in template.generate(shown):
            self._stream.write(piece)
        self._stream.flush()


def _alone(record: Record) -> dict[str, object]:
    return {"title": titled(record), "document": viewed(record, ""), "rows": None}


def _several(records: list[Record]) -> dict[str, object]:
    rows = [_row(record, token) for record, token in zip(records, tokens(record.id for record in records), strict=True)]
    whole = total([row.summary for row in rows])
    named = [source for source in speakers(whole) if source.counted.named]
    return {
        "title": f"{len(rows):,} articles",
        "rows": rows,
        "whole": whole,
        "shares": shares(whole),
        "sources": named,
        "documents": (viewed(row.record, f"{row.token}/") for row in rows),
    }


def _row(record: Record, token: str) -> Row:
    summary = summarize(record)
    speaking = tuple(source.name for source in summary.sources if source.counts.claims)
    return Row(token, titled(record), written(record.published), record, summary, speaking[:TOP])
