"""Lemmas as edits: an edit taken from a pair gives the lemma back, on that word and on words like it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factx.pipeline.edits import apply_edit, edit_of

WORDS = st.text(st.characters(categories=["L"], max_codepoint=0x17F), min_size=1, max_size=12)


@given(WORDS, WORDS.map(str.lower))
def test_an_edit_gives_the_lemma_back(word: str, lemma: str) -> None:
    if len(word.lower()) == len(word):
        assert apply_edit(word, edit_of(word, lemma)) == lemma


def test_an_edit_carries_over() -> None:
    assert apply_edit("policies", edit_of("studies", "study")) == "policy"
    assert apply_edit("Said", edit_of("said", "say")) == "Say"
    assert apply_edit("The", edit_of("The", "the")) == "the"


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    assert apply_edit("n’t", edit_of("n't", "not")) == "not"


def test_an_edit_that_cuts_too_much_gives_nothing() -> None:
    assert apply_edit("is", "k|3|be") is None
    assert apply_edit("is", "k|2|") is None
