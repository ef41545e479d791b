"""Comparators, approximation, ranges; what changes, by how much and to what; parts of a whole."""

from __future__ import annotations

import pytest

from tests.quantified import one, quantities


@pytest.mark.parametrize(
    ("text", "comparator", "approximate"),
    [
        ("600", "=", False),
        ("Nearly 600", "<", True),
        ("about 600", "=", True),
        ("More than 600", ">", False),
        ("over $600", ">", False),
        ("more than a dozen", ">", False),
        ("just over 600", ">", True),
        ("at least 600", ">=", False),
        ("at least some 600", ">=", True),
        ("no fewer than 600", ">=", False),
        ("up to 600", "<=", False),
        ("as many as 600", "<=", False),
        ("fewer than 600", "<", False),
        ("600 or more", ">=", False),
        ("5 km or less", "<=", False),
        ("600+", ">=", False),
        ("not exceeding 600", "<=", False),
        ("can't exceed 600", "<=", False),
        ("no shorter than 600", ">=", False),
        ("not nearly 600", "<", True),
        ("the best part of 600", "<", True),
        ("past $600", ">", False),
        ("climbed past 600", ">", False),
        ("walked past 600", "=", False),
        ("not to exceed 600", "<=", False),
        ("the past 600", "=", False),
        ("in the past about 600", "=", True),
        ("near $600", "=", True),
        ("as young as 600", ">=", False),
        ("600 at the most", "<=", False),
        ("600, give or take", "=", True),
        ("600 and counting", ">=", False),
        ("inched back up to 600", "=", False),
    ],
)
def test_comparator_and_approximation_are_two_things(text: str, comparator: str, approximate: bool) -> None:  # noqa: FBT001
    assert (one(text).comparator, one(text).approximate) == (comparator, approximate)


@pytest.mark.parametrize("text", ["18 percent, or less than a third", "50 tents and over 80 cars"])
def test_a_phrase_compares_the_number_that_it_stands_before(text: str) -> None:
    assert [q.comparator != "=" for q in quantities(text)] == [False, True]


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("more than 7.5 million Danish crowns ($1.1 million)", [">", ">"]),
        ("over 5 miles, or 8 km", [">", ">"]),
        ("about 5 miles (8 km)", ["=", "="]),
        ("more than 5 miles (3 percent)", [">", "="]),
    ],
)
def test_a_bound_holds_for_the_same_amount_in_another_unit(text: str, comparators: list[str]) -> None:
    assert [q.comparator for q in quantities(text)] == comparators


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("10-15 tents", "10-15", 10, 15),
        ("between 10 and 15 tents", "10 and 15", 10, 15),
        ("5 to 6 tents", "5 to 6", 5, 6),
        ("$3-4 million", "$3-4 million", 3000000, 4000000),
        ("$62 to $68", "$62 to $68", 62, 68),
        ("between 5% and 6%", "5% and 6%", 5, 6),
        ("44 mg to 50 mg", "44 mg to 50", 44, 50),
        ("8- to 16-metre", "8- to 16", 8, 16),
        ("two or three tents", "two or three", 2, 3),
        ("tickets from $62 to $68", "$62 to $68", 62, 68),
        ("rose by 3 to 5 percent", "3 to 5 percent", 3, 5),
        ("lost 20-30 players", "20-30", 20, 30),
        ("the ages of 17 and 20", "17 and 20", 17, 20),
        ("a 10-to-15-year sentence", "10-to-15", 10, 15),
        ("5m-6m cars", "5m-6m", 5000000, 6000000),
        ("from 450 sq ft up to 900 sq ft", "450 sq ft up to 900", 450, 900),
    ],
)
def test_a_range_is_one_quantity(text: str, span: str, low: float, high: float) -> None:
    found = one(text)
    assert (found.text, found.value, found.low, found.high) == (span, None, low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rose 3.2% to $1.4 billion from $1.3bn", [("up", "by"), ("up", "to"), ("up", "from")]),
        ("fell by about 12% to 3,400", [("down", "by"), ("down", "to")]),
        ("fell from 5% to 3%", [("down", "from"), ("down", "to")]),
        ("an increase of 5%", [("up", "by")]),
        ("a 5% drop", [("down", "by")]),
        ("declines of 5%", [("down", "by")]),
        ("rose a whopping 5%", [("up", "by")]),
        ("fell by half", [("down", "by")]),
        ("edged up to 4.2%", [("up", "to")]),
        ("dropped below 10%", [("down", "to")]),
        ("dropped as low as 10%", [("down", "to")]),
        ("up 3%", [("up", "by")]),
        ("set up 20 tents", [(None, None)]),
        ("added 1.1%", [("up", "by")]),
        ("added 12 points", [("up", "by")]),
        ("added 12 km", [(None, None)]),
        ("added $12", [(None, None)]),
        ("lost 20 tons of ice", [(None, None)]),
        ("adds up to 5%", [(None, None)]),
        ("boiling down to 5%", [(None, None)]),
        ("whittled down to 5%", [("down", "to")]),
        ("five weeks this fall", [(None, None)]),
        ("up to 50 tents", [(None, None)]),
    ],
)
def test_change_holds_for_every_number_of_the_change(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(q.change, q.change_role) for q in quantities(text)] == expected


def test_the_ends_of_a_change_share_their_unit() -> None:
    assert [q.unit for q in quantities("fell from 4.8 to 4.7 percent")] == ["percentage", "percentage"]


def test_a_part_names_its_whole() -> None:
    first, second = quantities("80 tents, including more than 40 tents")
    assert (first.part_of, second.part_of) == (None, first.id)
