"""Nasty texts go the whole way: to a record, from there into every format, and back where there is a way back."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.held import held, holds
from tests.nasty import HUGE, NASTY

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


@pytest.mark.parametrize("name", NASTY)
def test_nasty_texts_go_the_whole_way(nlp: Language, tmp_path: Path, name: str) -> None:
    text = NASTY[name]
    record = annotate(nlp, Article(text, name, published="2023-11-12", published_by="option", title=text))
    holds(record)
    held(record, tmp_path)


@pytest.mark.parametrize("name", HUGE)
def test_huge(nlp: Language, tmp_path: Path, name: str) -> None:
    text = HUGE[name]
    t = perf_counter()
    record = annotate(nlp, Article(text, name, published="2023-11-12", published_by="option", title="x"))
    print("annotate", perf_counter() - t)
    t = perf_counter()
    holds(record)
    print("holds", perf_counter() - t)
    import tests.held as h
    for f in (h.as_rows, h.as_spans, h.as_markup):
        t = perf_counter()
        f(record)
        print(f.__name__, perf_counter() - t)
    t = perf_counter()
    h.as_records(record, tmp_path)
    print("records", perf_counter() - t)
