"""Who speaks, for people: a header with the shares, then the sources, a line each where it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.summary.counts import share
from factx.summary.summarize import summarize
from factx.summary.total import total
from factx.writers.printable import one_line
from factx.writers.table.claim import QUOTED
from factx.writers.table.page import Page, counted, published, rule, sides, titled
from factx.writers.table.styles import BETWEEN, QUIET, SOURCE
from factx.writers.table.who import document, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from factx.record import Record
    from factx.summary.counts import SourceCounts, Summary


class SummaryTable:
    """Writes each article as it is counted, and after several their total."""

    def __init__(self, stream: TextIO) -> None:
        self._page = Page(stream)
        self._summaries: list[Summary] = []

    def write(self, record: Record) -> None:
        """Print who speaks in this one, and flush it."""
        summary = summarize(record)
        self._summaries.append(summary)
        heading = sides(titled(record), published(record), self._page.width)
        self._page.print(_view(summary, heading, summary.sources, self._page.width))

    def close(self) -> None:
        """Print the total, where there is more than one article, of the sources that have names."""
        if len(self._summaries) > 1:
            summary = total(self._summaries)
            heading = [Text(counted(summary.articles, "article"), "bold")]
            named = [source for source in summary.sources if source.named]
            self._page.print(_view(summary, heading, named, self._page.width))


def _view(
    summary: Summary, heading: Iterable[Text], shown: Sequence[SourceCounts], width: int
) -> Iterator[tuple[Text, Text]]:
    """Each line after its indent; the sources that are not ``shown`` share the last one."""
    flush = Text()
    yield from ((flush, line) for line in heading)
    yield from ((Text("  "), Text(one_line(line), QUIET)) for line in _shares(summary))
    yield flush, rule(width)
    margin = max((len(f"{source.counts.claims:,}") for source in shown), default=1)
    for source in shown:
        yield Text(f"{source.counts.claims:>{margin},}  "), _line(source)
    if rest := len(summary.sources) - len(shown):
        claims = sum(source.counts.claims for source in summary.sources)
        claims -= sum(source.counts.claims for source in shown)
        line = f"{counted(claims, 'claim')} of {counted(rest, 'source')} without a name of their own"
        yield Text(" " * (margin + 2)), Text(f"and {line}" if shown else line, QUIET)
    if not summary.counts.claims:
        yield flush, Text("Nobody is said to claim anything.", QUIET)
    yield flush, Text()


def _shares(summary: Summary) -> Iterator[str]:
    counts, attributed = summary.counts, summary.counts.claims
    acts = [counted(summary.claims, "claim"), f"{counts.speech:,} speech", counted(counts.attitude, "attitude")]
    yield BETWEEN.join([*acts, _of(summary.statements, summary.claims, "in the article's own voice")])
    if not attributed:
        return
    quoted = {"direct": counts.direct, "mixed": counts.mixed, "indirect": counts.indirect}
    parts = BETWEEN.join(_of(count, attributed, QUOTED[quote]) for quote, count in quoted.items())
    yield f"{attributed:,} attributed: {parts}"
    hands = {
        "first-hand": counts.first_hand,
        "second-hand": counts.second_hand,
        "anonymous": summary.anonymous,
        "without a source": summary.unsourced,
    }
    yield BETWEEN.join(_of(count, attributed, name) for name, count in hands.items())
    for name, tally in (("kind", summary.kinds), ("affiliation", summary.affiliations)):
        if tally:
            yield f"by {name}: {_tally(tally)}"


def _of(count: int, whole: int, what: str) -> str:
    part = share(count, whole)
    return f"{count:,} {what}" if not part else f"{count:,} {what} ({part:.0%})"


def _tally(tally: Mapping[str, int]) -> str:
    return BETWEEN.join(f"{name} {count:,}" for name, count in tally.items())


def _line(source: SourceCounts) -> Text:
    """The name and role first, then what is not nothing."""
    line = Text(short(source.name), SOURCE)
    roles = [role for role in source.roles if role not in source.name]
    line.append("".join(f", {short(role)}" for role in roles), QUIET)
    nouns = dict.fromkeys(document(name) for name in source.documents)
    line.append(f" ({', '.join(nouns)})" if nouns else "", QUIET)
    line.append(BETWEEN + BETWEEN.join(_facts(source)), QUIET)
    return line


def _facts(source: SourceCounts) -> Iterator[str]:
    counts = source.counts
    yield source.kind
    quoted = {"direct": counts.direct, "mixed": counts.mixed, "indirect": counts.indirect}
    if counts.claims:
        yield ", ".join(f"{count:,} {QUOTED[quote]}" for quote, count in quoted.items() if count)
    if counts.attitude:
        yield counted(counts.attitude, "attitude")
    for count, what in ((counts.second_hand, "second-hand"), (source.cited, "cited"), (source.relayed, "passed on")):
        if count:
            yield f"{count:,} {what}"
    if source.articles > 1:
        yield f"in {source.articles:,} articles"
