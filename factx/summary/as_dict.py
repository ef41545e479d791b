"""Summaries as the dictionaries and lists that JSON holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.summary.counts import Counts, SourceCounts, Summary

DIGITS = 4  # of a share


def as_dict(summary: Summary) -> dict[str, Any]:
    """All keys are there for one article as for a total, which has no id, path, title and date."""
    shares = summary.shares().items()
    return {
        "id": summary.id,
        "path": summary.path,
        "title": summary.title,
        "published": summary.published,
        "articles": summary.articles,
        "claims": summary.claims,
        "statement": summary.statements,
        "attributed": summary.counts.claims,
        **_counts(summary.counts),
        "anonymous": summary.anonymous,
        "unsourced": summary.unsourced,
        "shares": {name: None if share is None else round(share, DIGITS) for name, share in shares},
        "kinds": dict(summary.kinds),
        "roles": dict(summary.roles),
        "affiliations": dict(summary.affiliations),
        "sources": [_source(source) for source in summary.sources],
    }


def _source(source: SourceCounts) -> dict[str, Any]:
    return {
        "name": source.name,
        "kind": source.kind,
        "named": source.named,
        "roles": list(source.roles),
        "affiliations": list(source.affiliations),
        "ids": list(source.ids),
        "documents": list(source.documents),
        "articles": source.articles,
        "claims": source.counts.claims,
        **_counts(source.counts),
        "cited": source.cited,
        "relayed": source.relayed,
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "speech": counts.speech,
        "attitude": counts.attitude,
        "direct": counts.direct,
        "mixed": counts.mixed,
        "indirect": counts.indirect,
        "first_hand": counts.first_hand,
        "second_hand": counts.second_hand,
    }
