"""Several summaries in one: sources with equal names are taken for one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.summary.counts import Counts, Summary
from factx.summary.summarize import ordered, tallied

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from factx.summary.counts import SourceCounts


def total(summaries: Sequence[Summary]) -> Summary:
    """All articles together.

    Sources of different articles are joined if they have names, and these and their kinds are equal. "Officials", "he"
    and "a source close to the talks" are someone else in every article, and stay apart.
    """
    return Summary(
        id=None,
        path=None,
        title=None,
        published=None,
        statements=sum(summary.statements for summary in summaries),
        counts=sum((summary.counts for summary in summaries), Counts()),
        anonymous=sum(summary.anonymous for summary in summaries),
        unsourced=sum(summary.unsourced for summary in summaries),
        kinds=tallied(pair for summary in summaries for pair in summary.kinds.items()),
        roles=tallied(pair for summary in summaries for pair in summary.roles.items()),
        affiliations=tallied(pair for summary in summaries for pair in summary.affiliations.items()),
        sources=ordered(_joined(summaries)),
        articles=sum(summary.articles for summary in summaries),
    )


def _joined(summaries: Iterable[Summary]) -> Iterable[SourceCounts]:
    rows: dict[Hashable, SourceCounts] = {}
    last: dict[Hashable, int] = {}  # the article that a row was last met in: two of one article count it once
    for article, summary in enumerate(summaries):
        for number, source in enumerate(summary.sources):
            key = (source.name, source.kind) if source.named else (article, number)
            known = rows.get(key)
            again = last.get(key) == article
            rows[key] = _sum(known, source, again=again) if known else replace(source, ids=())
            last[key] = article
    return rows.values()


def _sum(one: SourceCounts, other: SourceCounts, *, again: bool) -> SourceCounts:
    return replace(
        one,
        roles=_union(one.roles, other.roles),
        affiliations=_union(one.affiliations, other.affiliations),
        documents=_union(one.documents, other.documents),
        counts=one.counts + other.counts,
        cited=one.cited + other.cited,
        relayed=one.relayed + other.relayed,
        articles=one.articles + (0 if again else other.articles),
    )


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
