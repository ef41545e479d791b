"""Numbers in figures and words, vague ones, malformed ones; and what only looks like numbers is survived."""

from __future__ import annotations

import pytest

from tests.quantified import DATES, NLP, QUANTITIES, one, quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600", 600),
        ("1,200", 1200),
        ("12,34,567", 1234567),
        ("3.5", 3.5),
        (".5", 0.5),
        ("1.2 million", 1200000),
        ("3.5bn", 3500000000),
        ("twenty-five", 25),
        ("two hundred", 200),
        ("two hundred and five", 205),
        ("one million three hundred thousand", 1300000),
        ("half a million", 500000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("2½", 2.5),
        ("1 1/2", 1.5),
        ("two and a half", 2.5),
        ("two-and-a-half", 2.5),
        ("3-and-a-half", 3.5),
        ("two and a half million", 2500000),
        ("a million and a half", 1500000),
        ("a quarter million", 250000),
        ("two point five", 2.5),
        ("two-thirds", 2 / 3),
        ("a quarter of a million", 250000),
        ("one in five", 0.2),
        ("nine out of ten", 0.9),
        ("eight of 10", 0.8),
        ("2.998×10−8", 2.998e-8),
        ("minus 5", -5),
        ("-5", -5),
        ("12k", 12000),
        ("9007199254740993", float(2**53)),
        ("1" * 40, float("1" * 40)),
    ],
)
def test_numbers_in_figures_and_words(text: str, value: float) -> None:
    found = one(f"{text} tents")
    assert (found.text, found.value) == (text, value)
    assert isinstance(found.value, type(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds", 100, 1000),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of millions", 10**8, 10**9),
        ("dozens", 24, None),
        ("scores of tents", 40, None),
        ("several", 3, None),
        ("several hundred", 300, None),
        ("a few dozen", 36, None),
        ("few thousand", 3000, None),
    ],
)
def test_a_vague_many_is_a_range_and_approximate_where_it_has_no_upper_end(
    text: str, low: int, high: int | None
) -> None:
    found = one(text)
    assert (found.value, found.low, found.high, found.approximate) == (None, low, high, high is None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a couple dozen", 24),
        ("couple hundred", 200),
        ("a couple of million", 2_000_000),
        ("a couple hundred thousand", 200_000),
        ("a couple of", 2),
    ],
)
def test_a_couple_is_about_two_of_what_follows(text: str, value: int) -> None:
    found = one(f"{text} tents")
    assert (found.value, found.approximate) == (value, True)
    assert found.text == text.removesuffix(" of")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("They own several million-dollar homes.", ["several", "million"]),
        ("They own a couple of million-dollar homes.", ["a couple", "million"]),
        ("A few hundred-year-old trees fell.", ["hundred"]),
        ("The couple, dozens of friends and a few guests came.", ["dozens"]),
    ],
)
def test_several_and_a_couple_multiply_no_unit_and_nothing_beyond_a_comma(text: str, numbers: list[str]) -> None:
    assert [q.text for q in quantities(text)] == numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [("outnumbered 3 to 1", 3), ("a 3-to-1 ratio", 3), ("odds of 5 to 2", 2.5), ("a ratio of 3:1", 3)],
)
def test_odds_say_how_many_times(text: str, value: float) -> None:
    assert (one(text).value, one(text).unit) == (value, "ratio")


def test_plus_or_minus_is_no_minus() -> None:
    assert one("plus or minus 4 points").value == 4


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("11,00", (1100, 11000)),
        ("1,0000", (10000, 1000)),
        ("3..5", (3.5, 35)),
        ("12,5", (125, 12500, 12.5)),
        ("1.200.000", (1200000,)),
        ("1.000,50", (1000.5,)),
    ],
)
def test_malformed_numbers_are_flagged_with_their_readings(text: str, readings: tuple[float, ...]) -> None:
    doc = QUANTITIES(DATES(NLP.make_doc(f"Over {text} tents")))
    (found,) = doc._.quantities
    assert (found.text, found.value, found.comparator) == (text, None, ">")
    assert (found.flags, found.readings) == (("malformed-number",), readings)
    assert [(n.code, n.span) for n in doc._.notices] == [("malformed-number", (5, 5 + len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "9" * 90 + " million" * 50,
        "hundred " * 2000,
        "5 people, 6 and " * 2000,
        "2^" * 2000 + "1e" * 2000 + "2",
        "million and a half " * 2000,
        "1,1" * 2000,
        "1-" * 2000 + "1",
        "5" + "½" * 50,
        "٣٤ x²",
        "-",
        "",
    ],
)
def test_numbers_survive_anything(text: str) -> None:
    quantities(text)
