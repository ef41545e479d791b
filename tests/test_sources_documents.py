"""Documents that speak, and who is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.annotate import annotate
from factx.article import Article
from tests.sourced import names, said

if TYPE_CHECKING:
    from spacy.language import Language


def test_who_delivers_a_speech_is_its_author(nlp: Language) -> None:
    text = "Taxes would rise, according to a speech Ada Lund delivered in Oslo."
    record = annotate(nlp, Article(text=text, id="d"))
    source = said(record, "Taxes")[1]
    assert names(record, (source.author_id or "",)) == ["Ada Lund"]


def test_the_statement_is_of_whoever_spoke_in_one(nlp: Language) -> None:
    text = (
        '"We are ready," Mayor Ada Lund said in a statement. The port was closed. "It will last," the statement said.'
    )
    record = annotate(nlp, Article(text=text, id="i"))
    source = said(record, "It will last")[1]
    assert names(record, (source.author_id or "",)) == ["Ada Lund"]


def test_a_statement_is_not_the_one_before(nlp: Language) -> None:
    text = (
        "The bridge is safe, according to a statement by the Transport Ministry. "
        "The ferry is late, according to a statement released on Sunday."
    )
    record = annotate(nlp, Article(text=text, id="n"))
    first, second = said(record, "bridge")[1], said(record, "ferry")[1]
    assert first.id != second.id
    assert second.author_id is None
