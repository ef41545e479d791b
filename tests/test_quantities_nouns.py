"""What is counted or measured: units of the tables, ages, rates, and the nouns of a parse."""

from __future__ import annotations

import pytest

from tests.quantified import annotated, one, parsed


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "unit_text"),
    [
        ("$3 million", "$3 million", 3000000, "dollar", "$"),
        ("€5", "€5", 5, "euro", "€"),
        ("$5m", "$5m", 5000000, "dollar", "$"),
        ("3 million euros", "3 million", 3000000, "euro", "euros"),
        ("12%", "12%", 12, "percentage", "%"),
        ("12 percent", "12 percent", 12, "percentage", "percent"),
        ("5 percentage points", "5", 5, "percentage point", "percentage points"),
        ("5km", "5", 5, "kilometre", "km"),
        ("a 10-mile road", "10", 10, "mile", "mile"),
        ("60 miles per hour", "60", 60, "mile per hour", "miles per hour"),
        ("35m people", "35m", 35000000, None, None),
        ("a 100m race", "100", 100, "metre", "m"),
    ],
)
def test_units_of_the_tables(text: str, span: str, value: float, unit: str | None, unit_text: str | None) -> None:
    found = one(text)
    assert (found.text, found.value, found.unit, found.unit_text) == (span, value, unit, unit_text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("20 dollars 43 cents", 20.43, "dollar"), ("3 pounds and 50 pence", 3.5, "pound sterling")],
)
def test_notes_and_coins_are_one_amount(text: str, value: float, unit: str) -> None:
    assert (one(text).value, one(text).unit) == (value, unit)


def test_a_fraction_of_one_percent_is_a_percentage() -> None:
    found = one("less than half of 1 percent")
    assert (found.text, found.value, found.unit, found.comparator) == ("half of 1 percent", 0.5, "percentage", "<")


def test_a_year_ago_is_no_rate() -> None:
    assert one("$4.5 billion a year ago").unit == "dollar"
    assert one("$4.5 billion a year").unit == "dollar per year"


@pytest.mark.parametrize("text", ["a 42-year-old man", "a man aged 42", "he is 42 years old", "people over 42"])
def test_ages_are_years(text: str) -> None:
    assert (one(text).value, one(text).unit) == (42, "year")


def test_a_number_between_commas_after_a_person_is_an_age() -> None:
    assert one("Dmitry Peskov, 56, said", PERSON="Dmitry Peskov").unit == "year"


def test_what_is_counted_hangs_on_the_parse() -> None:
    (found,) = annotated(
        parsed(
            "Nearly/ADV/RB/1/advmod 600/NUM/CD/2/nummod Russian/ADJ/JJ/1/amod "
            "citizens/NOUN/NNS/1/nsubj wait/VERB/VBP/0/ROOT"
        )
    )
    assert (found.text, found.unit, found.unit_text) == ("600", "citizen", "citizens")
    assert found.counted is not None
    assert found.counted.text == "Russian citizens"


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("people/NOUN/NNS", "people"),
        ("children/NOUN/NNS", "child"),
        ("Palestinians/PROPN/NNPS", "Palestinian"),
        ("boxes/NOUN/NNS", "box"),
        ("cities/NOUN/NNS", "city"),
    ],
)
def test_a_unit_is_a_singular(noun: str, unit: str) -> None:
    (found,) = annotated(parsed(f"80/NUM/CD/1/nummod {noun}/1/nsubj left/VERB/VBD/0/ROOT"))
    assert found.unit == unit


def test_dozens_of_houses_are_houses() -> None:
    (found,) = annotated(
        parsed("Dozens/NOUN/NNS/3/nsubj of/ADP/IN/-1/prep houses/NOUN/NNS/-1/pobj burned/VERB/VBD/0/ROOT")
    )
    assert (found.low, found.unit) == (24, "house")
