"""Nasty texts go the whole way: to a record, from there into every format, and back where there is a way back."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.record import to_dict
from factx.verification.verify import verified
from factx.writers import Format
from tests.held import held, holds, write_as
from tests.nasty import HUGE, NASTY

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from factx.record import Extent, Record

# Of the processor. The slowest takes 7 s; one whose time grows with the square takes minutes.
SECONDS = 60


@pytest.mark.parametrize("name", NASTY)
def test_nasty_texts_go_the_whole_way(nlp: Language, tmp_path: Path, name: str) -> None:
    text = NASTY[name]
    record = annotate(nlp, Article(text, name, published="2023-11-12", published_by="option", title=text))
    holds(record)
    held(record, tmp_path)


@pytest.mark.parametrize("name", HUGE)
def test_time_grows_with_the_text_and_not_faster(nlp: Language, name: str) -> None:
    start = process_time()
    annotate(nlp, Article(HUGE[name], name, published="2023-11-12"))
    assert process_time() - start < SECONDS


@pytest.fixture(scope="module")
def many(nlp: Language) -> Record:
    """Ten thousand claims: those of one sentence, as often as it stands in the text."""
    said = "“It rained,” Ana Rúa said on Friday. "
    one = annotate(nlp, Article(said * 2, "many", published="2023-11-12", published_by="option"))
    first = one.claims[0]
    assert first.attribution is not None
    assert first.attribution.source is not None
    claims = []
    for n in range(10_000):
        by = len(said) * n
        cue = first.attribution.cue
        source = moved(first.attribution.source, by)
        cue = replace(cue, spans=tuple((start + by, end + by) for start, end in cue.spans))
        attribution = replace(first.attribution, source=source, cue=cue)
        claims.append(replace(first, id=f"c{n + 1}", content=moved(first.content, by), attribution=attribution))
    sentences = tuple((len(said) * n, len(said) * (n + 1) - 1) for n in range(10_000))
    return replace(one, text=said * 10_000, claims=tuple(claims), sentences=sentences)


def moved(extent: Extent, by: int) -> Extent:
    """The same words, farther down."""
    return replace(extent, spans=tuple((start + by, end + by) for start, end in extent.spans))


@pytest.mark.parametrize("form", Format)
def test_ten_thousand_claims_are_written_in_seconds(many: Record, tmp_path: Path, form: Format) -> None:
    start = process_time()
    write_as(many, form, tmp_path)
    assert process_time() - start < SECONDS


def test_ten_thousand_claims_are_verified_in_seconds(many: Record) -> None:
    start = process_time()
    assert verified(to_dict(many), "x").problems == ()
    assert process_time() - start < SECONDS
