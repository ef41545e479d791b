"""Texts and parses that chance makes. ``python -m tests.fuzz --minutes 60`` runs the same by hand, and other ones."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.annotate import RULES, annotate, assemble, load, pipeline_info
from factx.article import Article
from factx.record import to_dict
from factx.verification.verify import verified
from tests.held import held, holds
from tests.hostile import ARTICLES, excerpts, texts
from tests.nasty import NASTY
from tests.torn import torn

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.record import Record

QUIET = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def read(nlp: Language, text: str) -> Record:
    """The record of a text as it stands."""
    return annotate(nlp, Article(text, "x", published="2023-11-12", published_by="option", title=text))


def sound(record: Record) -> None:
    """Nothing is wrong with it, by these tests and by ``factx verify``."""
    holds(record)
    assert [str(problem) for problem in verified(to_dict(record), "x").problems] == []


def whole_way(nlp: Language, text: str, place: Path) -> None:
    """From a text to every format, in bounded time."""
    start = process_time()
    record = read(nlp, text)
    assert process_time() - start < 2 + len(text) / 500
    sound(record)
    held(record, place)


def any_parse(nlp: Language, doc: Doc) -> None:
    """From a parse of whatever origin to a record."""
    doc = nlp.get_pipe("factx_encoder")(doc)
    doc._.published = "2023-11-12"
    for name in RULES:
        doc = nlp.get_pipe(name)(doc)
    sound(assemble(doc, Article(doc.text, "x", published="2023-11-12", published_by="option"), pipeline_info(nlp)))


@settings(QUIET, max_examples=50)
@given(text=texts)
def test_any_text_goes_the_whole_way(nlp: Language, tmp_path: Path, text: str) -> None:
    whole_way(nlp, text, tmp_path)


@settings(QUIET, max_examples=100)
@given(data=st.data())
def test_any_parse_makes_a_sound_record(nlp: Language, data: st.DataObject) -> None:
    any_parse(nlp, data.draw(torn(nlp, texts)))


@settings(QUIET, max_examples=15)
@given(text=excerpts(), others=st.lists(texts, min_size=1, max_size=2))
def test_a_text_has_one_record_whatever_was_read_before(nlp: Language, text: str, others: list[str]) -> None:
    first = read(nlp, text)
    for other in others:
        read(nlp, other)
    assert read(nlp, text) == first


def test_a_fresh_pipeline_gives_the_same_records_in_the_opposite_order(nlp: Language) -> None:
    some = [*ARTICLES[:4], *(text for text in NASTY.values() if len(text) < 500)]
    found = [read(nlp, text) for text in some]
    fresh = load()
    assert [read(fresh, text) for text in reversed(some)] == found[::-1]


def test_one_memory_zone_for_many_documents_gives_the_same_records(nlp: Language) -> None:
    some = ARTICLES[:3]
    found = [read(nlp, text) for text in some]
    with nlp.memory_zone():
        assert [read(nlp, text) for text in some] == found


@pytest.mark.parametrize("lacking", ["factx_ner", "factx_tagger", "factx_lemmatizer"])
def test_what_another_pipeline_lacks_is_done_without(lacking: str) -> None:
    nlp = load()
    nlp.remove_pipe(lacking)
    sound(read(nlp, ARTICLES[0]))
