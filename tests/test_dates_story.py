"""Dates that count from what the text has told, and those that must not."""

from __future__ import annotations

import pytest

from tests.dated import DATES, NLP, dates, grammar_alone

HISTORY = "The mill was founded in 1861. It burnt down in May 1903 and was built again in 1927. "


def test_what_follows_counts_from_the_day_that_the_text_named() -> None:
    _, later = dates("On May 8, 2009, he fell; two days later he rose.", "May 8, 2009", "two days later")
    assert (later.value, later.anchor) == ("2009-05-10", "text")


def test_in_a_story_of_other_times_all_counts_from_the_date_told_last() -> None:
    told = (
        "On September 1, 1939, Germany attacked Poland. On September 17, 1939, the Soviets followed. In June 1941 all "
        "changed. On June 22 the war in the east began. The next day nobody knew more. In October the snow fell."
    )
    found = {d.text: (d.value, d.anchor) for d in grammar_alone(told)}
    assert found["June 22"] == ("1941-06-22", "text")
    assert found["The next day"] == ("1941-06-23", "text")
    assert found["October"] == ("1941-10", "text")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Over the last 20 years, its walls have cracked.", "P20Y"),
        ("The past decade was no better.", "P1DE"),
        ("In recent years, nobody has lived there.", "PXY"),
        ("Two years ago, nobody lived there.", "XXXX"),
        ("Last year, nobody lived there.", "XXXX"),
    ],
)
def test_what_counts_from_the_writing_does_not_count_from_a_date_of_the_text(text: str, value: str) -> None:
    doc = NLP.make_doc(HISTORY + text)
    DATES(doc)
    found = doc._.dates[-1]
    assert (found.value, found.first, found.last, found.anchor) == (value, None, None, "none")
    assert [n.code for n in doc._.notices] == ["relative-date-unanchored"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A day later, it stood still.", "1927"),
        ("Two years later, it stood still.", "1929"),
        ("The previous year, it had stood still.", "1926"),
    ],
)
def test_what_is_told_counts_from_the_date_told_last(text: str, value: str) -> None:
    doc = NLP.make_doc(HISTORY + text)
    DATES(doc)
    assert (doc._.dates[-1].value[:4], doc._.dates[-1].anchor) == (value, "text")


@pytest.mark.parametrize(
    ("text", "value"), [("A day after, we counted.", "XXXX-XX-XX"), ("Two years later, he fell.", "XXXX")]
)
def test_what_is_later_than_nothing_told_is_not_later_than_publication(text: str, value: str) -> None:
    (found,) = grammar_alone(text)
    assert (found.value, found.first, found.flags) == (value, None, ("unresolved",))
    assert grammar_alone("He rose yesterday. " + text)[-1].anchor == "text"


def test_the_previous_two_years_end_with_the_date_of_the_text() -> None:
    *_, found = grammar_alone("On May 8, 2009, he fell. In the previous two years he had won.")
    assert (found.first, found.last, found.anchor) == ("2007-05-08", "2009-05-08", "text")


def test_the_last_years_of_something_end_with_it() -> None:
    found, _ = grammar_alone("He wrote it in the last two years of the 1990s.")
    assert (found.text, found.value, found.first, found.last) == ("the last two years", "P2Y", None, None)


def test_a_year_before_a_quarter_is_a_quarter() -> None:
    *_, earlier = grammar_alone("In the third quarter it lost $3 million, after a profit a year earlier.")
    assert (earlier.value, earlier.anchor) == ("2022-Q3", "text")
