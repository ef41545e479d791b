"""The three slots around a number: comparator, approximation, change, each with its words; and parts of wholes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Quantity, Span


def quantities(nlp: Language, text: str) -> tuple[Quantity, ...]:
    found: tuple[Quantity, ...] = nlp(text)._.quantities
    return found


def said(span: Span | None) -> str | None:
    return None if span is None else span.text


@pytest.mark.parametrize(
    ("text", "comparator", "about", "change"),
    [
        ("Nearly 600 people left.", "Nearly", "Nearly", None),
        ("About 600 people left.", None, "About", None),
        ("Prices rose by more than 3 percent.", "more than", None, "rose"),
        ("Prices rose at least 3 percent.", "at least", None, "rose"),
        ("Prices fell about 3 percent.", None, "about", "fell"),
        ("It is 20 miles or more.", "or more", None, None),
        ("A 50-odd mile ride.", None, "-odd", None),
        ("A 15-plus year wait.", "-plus", None, None),
        ("A sub-7 nanometre chip.", "sub-", None, None),
        ("Children under the age of 5 died.", "under the age of", None, None),
        ("It went past the 20 percent mark.", "past", None, None),
        ("It is below the 2 percent limit.", None, None, None),
        ("It is near a 17-year low.", None, None, None),
    ],
)
def test_each_slot_has_its_words(
    nlp: Language, text: str, comparator: str | None, about: str | None, change: str | None
) -> None:
    (found,) = quantities(nlp, text)
    assert (said(found.comparator_words), said(found.approximate_words)) == (comparator, about)
    assert said(found.change_words) == change


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares lost 190 points, or 0.6%.", [("down", "by"), ("down", "by")]),
        ("The plan would cut emissions 80 percent.", [("down", "by")]),
        ("They make up about 80 percent.", [(None, None)]),
        ("The plane went down 80 kilometers south of here.", [(None, None)]),
        ("The lake is down 3 feet from last year.", [("down", "by")]),
        ("The firm lost $5 million.", [(None, None)]),
        ("Turnout was 65 percent, down from 70 percent.", [(None, None), ("down", "from")]),
        ("Ross fell by 3 percent and Burlington by 2.6 percent.", [("down", "by"), ("down", "by")]),
        ("The index edged down 0.03 percent.", [("down", "by")]),
        ("It cut its forecast for growth to 2.1 percent.", [("down", "to")]),
    ],
)
def test_change_is_told_from_what_only_looks_like_it(
    nlp: Language, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(q.change, q.change_role) for q in quantities(nlp, text)] == expected


def test_over_before_a_time_is_no_comparison_where_it_is_a_preposition(nlp: Language) -> None:
    (_, time) = quantities(nlp, "It cut $55 billion over six years.")
    assert time.comparator == "="


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 people, including 40 children, died.",
        "Some 300 people died, among them 40 children.",
        "At least 80 people were hurt, 12 of them seriously.",
        "Of the 10 judges, six were women.",
    ],
)
def test_a_part_names_its_whole(nlp: Language, text: str) -> None:
    whole, part = quantities(nlp, text)
    assert (whole.part_of, part.part_of) == (None, whole.id)


@pytest.mark.parametrize(
    ("text", "units", "wholes"),
    [
        (
            "Of the 200 passengers, 50 were hurt and 12 died.",
            ["passenger", "passenger", "passenger"],
            [None, "q1", "q1"],
        ),
        (
            "Of the 900 people without homes, some 300 died, and more than 100 were hurt.",
            ["people", "people", "people"],
            [None, "q1", "q1"],
        ),
        (
            "Of the 12 judges, six agreed and two were ill, and one lamp burned.",
            ["judge", "judge", "judge", "lamp"],
            [None, "q1", "q1", None],
        ),
        (
            "Of the 200 passengers, 50 were hurt and two cars burned.",
            ["passenger", "passenger", "car"],
            [None, "q1", None],
        ),
        ("They met 200 passengers; 50 were hurt.", ["passenger", None], [None, None]),
        (
            "They met 200 people, including 12 women and 40 children.",
            ["people", "woman", "child"],
            [None, "q1", "q1"],
        ),
    ],
)
def test_several_counts_are_taken_out_of_what_opens_the_sentence(
    nlp: Language, text: str, units: list[str | None], wholes: list[str | None]
) -> None:
    found = quantities(nlp, text)
    assert [q.unit for q in found] == units
    assert [q.part_of for q in found] == wholes


def test_a_part_larger_than_its_whole_is_flagged(nlp: Language) -> None:
    doc = nlp("Some 300 people, including 400 children, died.")
    assert [q.flags for q in doc._.quantities] == [(), ("part-larger-than-whole",)]
    assert [n.code for n in doc._.notices] == ["part-larger-than-whole"]


@pytest.mark.parametrize(
    "text",
    [
        "Over 300 people, including 400 children, died.",
        "A quarter of inmates, 40 percent of whom are young, were freed.",
    ],
)
def test_a_whole_that_may_be_more_and_shares_of_shares_are_not_flagged(nlp: Language, text: str) -> None:
    assert all(q.flags == () for q in quantities(nlp, text))


def test_a_part_speaks_for_one_of_its_whole_s_readings(nlp: Language) -> None:
    whole, part = quantities(nlp, "Over 11,00 people have died, including more than 4,400 children.")
    assert (whole.value, whole.readings, part.part_of) == (None, (11000, 1100), whole.id)
    assert whole.reasons == (
        "the last group lacks a figure; its part of 4,400 speaks for it",
        "a comma is out of place; its part of 4,400 is larger",
    )


def test_the_other_end_of_a_change_may_have_an_article(nlp: Language) -> None:
    found = quantities(nlp, "Turnout was 85 percent, a drop of 10 points from the 95 percent of 2012.")
    assert [(q.value, q.change, q.change_role) for q in found[1:]] == [(10, "down", "by"), (95, "down", "from")]
