"""What holds for every number: it survives being written and read, and no comparing word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from factx.dates import make_dates
from factx.lexicons import load
from factx.quantities import make_quantities

if TYPE_CHECKING:
    from factx.record import Quantity

NLP = spacy.blank("en")
DATES, QUANTITIES = make_dates(NLP, "factx_dates"), make_quantities(NLP, "factx_quantities")
MAGNITUDES = load("numbers")["magnitudes"]
# "a dozen" is no magnitude of figures; a "hundred" after thousands is read as one number with them.
FACTORS = sorted(set(MAGNITUDES) - {"dozen", "hundred"})
SMALL = load("numbers")["small"] | load("numbers")["tens"]
FIGURES = ("3", "12", "1,200", "five", "million", "half", "a", "(4)", "x^2", "²", "zero")
SIGNS = ("$", "%", "km", "-", "–", ".", ",", '"', "'", "/", "per", "degrees")
WORDS = ("to", "of", "and", "or", "from", "rose", "below", "under")
MIXTURE = (*FIGURES, *SIGNS, *WORDS)
BEFORE = load("comparators")["before"]


def quantities(text: str) -> tuple[Quantity, ...]:
    found: tuple[Quantity, ...] = QUANTITIES(DATES(NLP.make_doc(text)))._.quantities
    return found


def one(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@given(st.integers(2200, 10**12))
def test_a_whole_number_survives_formatting(value: int) -> None:
    assert one(f"{value:,} tents").value == value


@given(st.decimals(0, 10**6, places=2, allow_nan=False))
def test_a_decimal_survives_formatting(value: float) -> None:
    assert one(f"${value:,}").value == float(value)


@given(st.integers(1, 999), st.sampled_from(FACTORS))
def test_a_magnitude_multiplies(value: int, magnitude: str) -> None:
    assert one(f"{value} {magnitude} tents").value == value * MAGNITUDES[magnitude]


@given(st.sampled_from(sorted(set(SMALL) - {"zero", "one"})))
def test_a_word_is_its_number(word: str) -> None:
    assert one(f"{word} tents").value == SMALL[word]


@pytest.mark.parametrize("phrase", [p for p in BEFORE if p.replace(" ", "").isalpha()])
@pytest.mark.parametrize("amount", ["600 tents", "$600", "600 km", "600 million tents"])
def test_no_comparing_phrase_is_lost_before_any_kind_of_amount(phrase: str, amount: str) -> None:
    found = one(f"It was {phrase} {amount}")
    comparator, approximate = BEFORE[phrase]
    assert (found.comparator, found.approximate) == (comparator, approximate)
    assert comparator == "=" or (found.comparator_words is not None and found.comparator_words.text == phrase)
    assert not approximate or (found.approximate_words is not None and found.approximate_words.text == phrase)


@given(st.text())
def test_every_span_is_a_slice_of_any_text(text: str) -> None:
    doc = QUANTITIES(DATES(NLP.make_doc(text)))
    for quantity in doc._.quantities:
        words = quantity.comparator_words, quantity.approximate_words, quantity.change_words, quantity.counted
        for part in (quantity, *words):
            assert part is None or part.text == doc.text[part.start : part.end]


@given(st.lists(st.sampled_from(MIXTURE)))
def test_any_mixture_of_number_words_is_read_without_an_error(words: list[str]) -> None:
    quantities(" ".join(words))
    quantities("".join(words))
