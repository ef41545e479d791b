"""Tens that are no decades: of degrees, percent and years of life; and the decades that stay dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hale went from the mid-30s to the low-50s in the polls.", [("mid-30s", 30, 39), ("low-50s", 50, 59)]),
        ("Temperatures in the upper 70s are expected.", [("upper 70s", 70, 79)]),
        ("Hale polled in the mid-30s percent range.", [("mid-30s percent", 30, 39)]),
        ("His support is stuck in the low-to-mid 30s.", [("low-to-mid 30s", 30, 39)]),
        ("Hale's approval rating dipped into the mid-20s.", [("mid-20s", 20, 29)]),
        ("It fell to the low forties.", [("low forties", 40, 49)]),
        ("Hale has risen to the mid-teens.", [("mid-teens", 13, 19)]),
    ],
)
def test_a_placed_ten_is_a_range_and_no_decade(nlp: Language, text: str, said: list[tuple[str, int, int]]) -> None:
    doc = nlp(text)
    assert doc._.dates == ()
    assert [(q.text, q.low, q.high) for q in doc._.quantities] == said
    assert all(q.value is None and q.approximate for q in doc._.quantities)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ann Berg is in her mid-30s.", ["mid-30s"]),
        ("The man, in his late 40s, was held.", ["late 40s"]),
        ("A man in his early twenties was arrested.", ["early twenties"]),
        ("She was in her 50's at the time.", ["50's"]),
        ("Many men in their 30s, 40s and early 50s stayed.", ["30s", "40s", "early 50s"]),
    ],
)
def test_a_ten_of_somebodys_life_is_an_age(nlp: Language, text: str, ages: list[str]) -> None:
    doc = nlp(text)
    assert doc._.dates == ()
    assert [(q.text, q.unit) for q in doc._.quantities] == [(age, "year") for age in ages]


@pytest.mark.parametrize(
    ("text", "decades"),
    [
        ("The firm was founded in the mid-60s and sold in the early 70s.", ["196", "197"]),
        ("In the mid-1930s the mill was a low building.", ["193"]),
        ("He was a high school teacher in the 80s.", ["198"]),
        ("Incomes of men in their 30s grew in the 90s.", ["199"]),
        ("The band played songs of the 60s and 70s.", ["196", "197"]),
    ],
)
def test_decades_stay_dates(nlp: Language, text: str, decades: list[str]) -> None:
    doc = nlp(text)
    assert [d.value for d in doc._.dates] == decades
    assert all(q.unit == "year" for q in doc._.quantities)


def test_what_somebody_made_in_a_decade_has_no_age(nlp: Language) -> None:
    assert nlp("He sang his mid-90s hits.")._.quantities == ()


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Unemployment fell from the high 20s to the low teens.", [("down", "from"), ("down", "to")]),
        ("Turnout rose to the upper 70s.", [("up", "to")]),
    ],
)
def test_what_changes_may_end_in_a_ten(nlp: Language, text: str, changes: list[tuple[str, str]]) -> None:
    assert [(q.change, q.change_role) for q in nlp(text)._.quantities] == changes
