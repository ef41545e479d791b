"""The main job from end to end: whole records against articles annotated by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.annotate import annotate
from factx.errors import InputError
from factx.evaluation.news.gold import read_news
from factx.evaluation.news.scores import NewsScores

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

__all__ = ["NewsScores", "news_scores"]


def news_scores(nlp: Language, path: Path) -> NewsScores:
    """Of a pipeline on a gold file. Raises InputError for an article that cannot be read."""
    scores = NewsScores()
    for gold in read_news(path):
        if isinstance(gold, InputError):
            raise gold
        scores.add(gold, annotate(nlp, gold.article))
    return scores
