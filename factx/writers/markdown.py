"""Markdown (CommonMark): a report of each document, in which the article's text is text and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.amount import amount
from factx.chain import Chains
from factx.order import in_order
from factx.record import slices
from factx.writers.escaped import escaped
from factx.writers.table.claim import QUOTED, by_id
from factx.writers.table.page import counted
from factx.writers.table.who import who
from factx.writers.when import when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from factx.record import Claim, Notice, Record

BETWEEN = " · "
ADDRESS = re.compile(r"https?://[^\s<>\\\x00-\x20\x7f]+", re.IGNORECASE)


class Markdown:
    """Writes each record as a heading, its claims, and its warnings."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._before = ""

    def write(self, record: Record) -> None:
        """Write the report and flush it."""
        self._stream.write(self._before + "\n\n".join(_report(record)) + "\n")
        self._stream.flush()
        self._before = "\n"

    def close(self) -> None:
        """Nothing follows the last report."""


def _report(record: Record) -> Iterator[str]:
    """Blocks, which a blank line parts."""
    yield f"# {_heading(record)}"
    yield from _about(record)
    chains = Chains(record)
    for claim in in_order(record.claims):
        yield from _claim(record, claim, chains)
    if record.warnings:
        yield "## Warnings"
        yield "\n".join(f"- {_warning(record, notice)}" for notice in record.warnings)


def _heading(record: Record) -> str:
    name = record.title or record.path or "standard input"
    return _link(name) if name == record.url else escaped(name)


def _link(url: str) -> str:
    return f"<{url}>" if ADDRESS.fullmatch(url) else escaped(url)


def _about(record: Record) -> Iterator[str]:
    """What else is known of the document, its address once."""
    known = [f"published {record.published}" if record.published else "no date of publication"]
    known += [f"by {record.author}"] if record.author else []
    known += [record.path] if record.path and record.title and record.path != record.url else []
    parts = [escaped(each) for each in known]
    if record.url and record.url != (record.title or record.path):
        parts.append(_link(record.url))
    yield BETWEEN.join([*parts, *([escaped(record.id)] if record.id != record.url else [])])
    count = [counted(len(record.claims), "claim"), counted(len(record.sources), "source")]
    yield BETWEEN.join(count) if record.claims else "No claim was found."


def _claim(record: Record, claim: Claim, chains: Chains) -> Iterator[str]:
    """Who and when; what, as a quotation in the source's words or in the article's; what else is known of it."""
    said = claim.attribution
    if said is None:
        yield "**In the article's own voice**"
    else:
        line = f"**{escaped(who(chains.chain(claim)).plain)}**, *{escaped(said.cue.text)}*"
        date = by_id(record.dates).get(said.date_id or "")
        yield f"{line}, {escaped(when(date))}" if date else line
    yield f"> {escaped(claim.content.text if claim.quote in {'direct', 'mixed'} else claim.proposition)}"
    yield BETWEEN.join(map(escaped, _traits(record, claim)))


def _traits(record: Record, claim: Claim) -> Iterable[str]:
    yield claim.id
    yield claim.kind
    if claim.quote:
        yield QUOTED[claim.quote]
    yield from (trait for trait in (claim.polarity, claim.modality) if trait not in {"positive", "asserted"})
    if claim.parent:
        yield f"within {claim.parent}"
    quantities, dates = by_id(record.quantities), by_id(record.dates)
    yield from (amount(quantities[key]) for key in claim.quantities if key in quantities)
    yield from (when(dates[key]) for key in claim.dates if key in dates)
    yield f"{claim.confidence:.0%} sure"


def _warning(record: Record, notice: Notice) -> str:
    words = f" “{slices(record.text, [notice.span])}”" if notice.span and record.text else ""
    return escaped(notice.message + words)
