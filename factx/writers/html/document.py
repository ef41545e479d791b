"""One record as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.summary import summarize
from factx.writers.html.claim import fact, listed
from factx.writers.html.keys import Keys
from factx.writers.html.marks import marks
from factx.writers.html.paragraphs import paragraphs
from factx.writers.html.segments import segments
from factx.writers.html.speakers import shares, speakers
from factx.writers.html.timeline import timeline
from factx.writers.html.title import titled, written

if TYPE_CHECKING:
    from factx.record import Notice, Record
    from factx.summary import Summary
    from factx.writers.html.claim import Fact, Listed
    from factx.writers.html.segments import Segment
    from factx.writers.html.speakers import Part, SourceListed
    from factx.writers.html.timeline import Timeline

PUBLISHED_BY = {
    "option": "as given with --date",
    "metadata": "as the input says",
    "dateline": "as the article's own head says",
}
LINKED = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with its place in the text, if it has one."""

    key: str
    notice: Notice
    words: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """What the template needs. ``prefix`` goes before each anchor: empty for a document alone on its page."""

    record: Record
    prefix: str
    title: str
    day: str | None
    summary: Summary
    shares: list[tuple[str, list[Part]]]
    sources: list[SourceListed]
    timeline: Timeline | None
    claims: list[Listed]
    paragraphs: list[list[Segment]]
    quantities: list[Fact]
    dates: list[Fact]
    warnings: list[Warned]

    @property
    def published_by(self) -> str:
        """Who says when it was published."""
        return PUBLISHED_BY.get(self.record.published_by or "", "")

    @property
    def link(self) -> str | None:
        """Where it was published, if that is an address that a browser may be sent to."""
        url = self.record.url
        return url if url and url.lower().startswith(LINKED) else None


def viewed(record: Record, prefix: str) -> Document:
    """The record, read for the page."""
    keys, text, summary = Keys(record), record.text or "", summarize(record)
    return Document(
        record,
        prefix,
        title=titled(record),
        day=written(record.published),
        summary=summary,
        shares=shares(summary),
        sources=speakers(summary, record, keys),
        timeline=timeline(record, keys),
        claims=listed(record, keys, prefix),
        paragraphs=segments(text, paragraphs(text), marks(record, keys)),
        quantities=[fact(quantity, keys) for quantity in record.quantities],
        dates=[fact(date, keys) for date in record.dates],
        warnings=[
            Warned(key, notice, text[slice(*notice.span)] if notice.span else None)
            for key, notice in zip(keys.warnings, record.warnings, strict=True)
        ],
    )
