"""Scores of whole records, as lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.evaluation.news.scores import Mistake, NewsScores

SHOWN = 80  # characters of a content that a line shows; enough to find it


def lines(scores: NewsScores, errors: int = 0) -> Iterator[str]:
    """A measure a line, then the first ``errors`` mistakes, their parts between tabs."""
    for measure, share in scores.shares.items():
        value = "-" if share.value is None else f"{share.value:.3f} ({share.right}/{share.judged})"
        yield f"{measure:12} {value}"
    for chain, counts in scores.chains.items():
        numbers = f"hit {counts.right:.0f}, predicted {counts.predicted:.0f}, gold {counts.gold:.0f}"
        yield f"{chain:12} F {counts.f1:.3f} ({numbers})"
    for mistake in scores.mistakes[:errors]:
        yield _line(mistake)


def _line(mistake: Mistake) -> str:
    *before, last = mistake.shown
    parts = (mistake.name, mistake.article, *before, last[:SHOWN])
    return "\t".join(part.replace("\n", " ") for part in parts)
