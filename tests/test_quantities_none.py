"""Numbers that name, order or date something are no quantities."""

from __future__ import annotations

import pytest

from tests.quantified import annotated, one, parsed, quantities


@pytest.mark.parametrize(
    "text",
    [
        "He won 3-1.",
        "the 5-4 vote",
        "the 7th man",
        "the first man",
        "in 2012 he",
        "version 3.2.1",
        "Section 427",
        "No. 1",
        "COVID-19 and G20",
        "call 555-123-4567 now",
        "call +44 20 7946 0958 now",
        "agent 007",
        "at 14:05 he",
        "open 24/7",
        "https://a.example/600/7 there",
        "one of them",
        "221 Baker Street",
        "won 3 to 1",
        "A.D. 1000",
        "truths: one, that he left, and, two, that he came back",
        'id="123" he',
        "the shirt (4) he",
        "Chelsea – 3",
        "a 2-to-1 vote",
        "a high-five",
        "the number one fan",
        "in Round Two",
        "in the late 20s",
        "in the 90’s",
        "131 West 23rd Street",
        "the Fortune 500 firms",
        "S&P 500 minis",
        "the 90049 ZIP Code",
        "won 2 – 1",
        "Sweden 1 – 0 Korea",
        "their Model 3s sold",
        "a one-sided story",
        "a one-off payment",
        "a one-way street",
    ],
)
def test_ordinals_labels_scores_and_the_like_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    "text", ["at 3:15", "won 3:1", "by half-time", "a 16:9 screen", "until nearly 2 a.m.", "between A.D. 1000 and 1260"]
)
def test_clock_times_scores_years_and_the_like_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


def test_numbers_in_names_are_no_quantities() -> None:
    assert quantities("The Group of 20 met", ORG="Group of 20") == ()


def test_a_number_after_its_noun_is_a_label() -> None:
    rows = "Apollo/PROPN/NNP/2/nsubj 12/NUM/CD/-1/nummod landed/VERB/VBD/0/ROOT"
    assert annotated(parsed(rows)) == ()


def test_numbers_in_dates_are_taken_but_durations_stand_in_both() -> None:
    assert quantities("on Oct. 7 he", DATE="Oct. 7") == ()
    assert quantities("two years ago", DATE="two years ago") == ()
    found = one("for three years he", DATE="three years")
    assert (found.text, found.value, found.unit) == ("three", 3, "year")


@pytest.mark.parametrize("text", ["about 1000 came", "more than 5000 or so"])
def test_a_number_that_seldom_is_a_year_is_an_amount_though_a_date_was_seen(text: str) -> None:
    label = text[: text.index("000") + 3]
    assert one(text, DATE=label).value in (1000, 5000)
