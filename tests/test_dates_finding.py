"""What the real pipeline takes for a time, where, and which way its verb points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Date

PUBLISHED = "2023-11-08"  # a Wednesday


def dates(nlp: Language, text: str) -> tuple[Date, ...]:
    doc = nlp.make_doc(text)
    doc._.published = PUBLISHED
    found: tuple[Date, ...] = nlp(doc)._.dates
    assert all(d.text == text[d.start : d.end] for d in found)
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister resigned on Friday.", "2023-11-03"),
        ("The minister spoke on Wednesday.", "2023-11-08"),
        ("The minister will resign on Friday.", "2023-11-10"),
        ("The minister is expected to resign on Friday.", "2023-11-10"),
        ("The talks are scheduled for Friday.", "2023-11-10"),
        ("The trial is to begin on Friday.", "2023-11-10"),
        ("The offer stands until Friday.", "2023-11-10"),
        ("On Friday, Ann Lee and her father are to travel to Bergen.", "2023-11-10"),
        ("On Friday the team is set to play in Bergen.", "2023-11-10"),
        ("The polls open on Friday.", "2023-11-10"),
        ("The trial, which begins on Friday, is the first.", "2023-11-10"),
        ("The trial began on Friday.", "2023-11-03"),
        ("On Friday Ann Lee set out to find the mill.", "2023-11-03"),
        ("On Friday, the hardest thing was to wait.", "2023-11-03"),
        ("On Friday he opened the bridge which begins in Bergen.", "2023-11-03"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_verb_points_ahead(nlp: Language, text: str, day: str) -> None:
    (found,) = dates(nlp, text)
    assert found.value == day


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The company was founded in March.", "2023-03"),
        ("The company closed its plant in December.", "2022-12"),
        ("The company will close its plant in March.", "2024-03"),
        ("The company plans to close its plant in December.", "2023-12"),
    ],
)
def test_a_month_goes_by_the_verb(nlp: Language, text: str, month: str) -> None:
    (found,) = dates(nlp, text)
    assert found.value == month


@pytest.mark.parametrize(
    ("text", "weekend"),
    [
        ("He was a guest at the fair this weekend.", "2023-W44-WE"),
        ("He will be a guest at the fair this weekend.", "2023-W45-WE"),
        ("It rained over the weekend.", "2023-W44-WE"),
    ],
)
def test_a_weekend_goes_by_the_verb(nlp: Language, text: str, weekend: str) -> None:
    (found,) = dates(nlp, text)
    assert found.value == weekend


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Over the next two years, the town grew.", "1929-01-01"),  # it is told
        ("Over the next two years, the town will grow.", "2025-11-08"),
        ("Over the past two years, the town has grown.", "2023-11-08"),
    ],
)
def test_in_a_history_the_years_to_come_go_by_the_verb(nlp: Language, text: str, last: str) -> None:
    history = "The mill was founded in 1861. It burnt down in May 1903. It was built again in 1927. In 1927 it closed. "
    assert dates(nlp, history + text)[-1].last == last


@pytest.mark.parametrize(
    "text",
    [
        "Prices may rise, he said.",
        "The troops march through the city.",
        "He was the second to leave.",
        "A quarter of the voters stayed at home.",
        "Now, what is the use of that?",
        "The man, 42 years old, was aged.",
        "The fall of the government surprised nobody.",
        "He paid $3 a year.",
        "It was the day that he was elected.",
        "Once a week had passed, he left.",
    ],
)
def test_words_that_only_look_like_a_time(nlp: Language, text: str) -> None:
    assert dates(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The third-quarter loss grew.", "third-quarter"),
        ("The loss in the third quarter grew.", "the third quarter"),
        ("After a two-day visit he left.", "two-day"),
        ("He left about two weeks ago.", "two weeks ago"),
        ("He left nearly two weeks ago.", "nearly two weeks ago"),
        ("This year's harvest was good.", "This year"),
    ],
)
def test_the_extent_is_that_of_the_phrase(nlp: Language, text: str, expected: str) -> None:
    assert [d.text for d in dates(nlp, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The October 7 attacks changed the country.", ("in-name", "ambiguous")),  # of which year?
        ("The Christmas market was closed.", ("in-name",)),
        ("He saw the 2018 FIFA World Cup.", ("in-name",)),
    ],
)
def test_a_date_in_the_name_of_something_is_marked(nlp: Language, text: str, flags: tuple[str, ...]) -> None:
    (found,) = dates(nlp, text)
    assert found.flags == flags


def test_the_number_of_times_in_a_set_is_a_quantity_too(nlp: Language) -> None:
    doc = nlp("She swims three times a week and every two weeks in the sea.")
    assert [(d.type, d.value) for d in doc._.dates] == [("SET", "P1W"), ("SET", "P2W")]
    assert [q.value for q in doc._.quantities] == [3]


def test_a_fiscal_year_is_marked(nlp: Language) -> None:
    (found,) = dates(nlp, "Revenue rose in fiscal 2022.")
    assert (found.value, found.flags) == ("2022", ("fiscal",))


def test_a_time_belongs_to_the_day_that_its_sentence_names(nlp: Language) -> None:
    assert dates(nlp, "On Friday the doors, which opened at 6 a.m., were broken.")[-1].value == "2023-11-03T06:00"


def test_a_claim_has_its_own_date_and_that_of_the_saying(nlp: Language) -> None:
    text = "The minister said on Friday that the bridge had been closed since March 2021."
    doc = nlp.make_doc(text)
    doc._.published = PUBLISHED
    doc = nlp(doc)
    (claim,) = doc._.claims
    by_id = {d.id: d.text for d in doc._.dates}
    assert by_id[claim.attribution.date_id] == "Friday"
    assert [by_id[d] for d in claim.dates] == ["March 2021"]


@pytest.mark.parametrize(
    ("sentence", "text", "mod"),
    [
        ("It would cost the town $37 million over 10 years.", "10 years", None),
        ("Over two weeks, prices fell.", "two weeks", None),
        ("The talks have gone on over several weeks.", "several weeks", None),
        ("She worked there for over 10 years.", "over 10 years", "MORE_THAN"),
        ("It took over a month.", "over a month", "MORE_THAN"),
    ],
)
def test_over_says_how_long_it_went_on_or_that_it_was_longer(
    nlp: Language, sentence: str, text: str, mod: str | None
) -> None:
    (found,) = dates(nlp, sentence)
    assert (found.text, found.mod) == (text, mod)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The old man trains 3 and four times a week.", ["four times a week"]),
        ("It took several years and half a million dollars.", ["several years"]),
        ("It took a year and a half.", ["a year and a half"]),
        ("About two thousand people came.", []),
        ("She came in the year two thousand.", ["the year two thousand"]),
        ("The mill was built in the early to mid-1980s.", ["the early to mid-1980s"]),
        ("It was built in the late 1980s and early 1990s.", ["the late 1980s", "early 1990s"]),
        ("The war should end before mid-decade.", ["mid-decade"]),
    ],
)
def test_where_a_time_begins_and_ends_beside_numbers(nlp: Language, text: str, said: list[str]) -> None:
    assert [d.text for d in dates(nlp, text)] == said


def test_the_early_to_mid_part_of_a_decade_is_no_one_part(nlp: Language) -> None:
    (found,) = dates(nlp, "The mill was built in the early to mid-1980s.")
    assert (found.value, found.mod) == ("198", None)


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("The next day Ann Lee left.", "XXXX-XX-XX", ("unresolved",)),
        ("Ann Lee was acquitted the following year.", "XXXX", ("unresolved",)),
        ("The next day Ann Lee will leave.", "2023-11-09", ()),
        ("On Nov. 1 Ann Lee fell. The next day she left.", "2023-11-02", ()),
    ],
)
def test_the_next_day_of_what_was_told_is_not_that_after_publication(
    nlp: Language, text: str, value: str, flags: tuple[str, ...]
) -> None:
    last = dates(nlp, text)[-1]
    assert (last.value, last.flags) == (value, flags)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("A few hours earlier, Ann Lee had left.", "none"),
        ("A few years ago, Ann Lee left.", "published"),
        ("Ann Lee left days before Tuesday.", "published"),
    ],
)
def test_what_was_some_time_before_something_untold_has_no_anchor(nlp: Language, text: str, anchor: str) -> None:
    assert dates(nlp, text)[-1].anchor == anchor


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The war began in 1914. On July 6, 1915, Ann Lee fell. On August 2 she died. It ended in 1918.", ()),
        ("The war began in 1914. On July 6, 1915, she fell. On May 2 she died. It ended in 1918.", ("ambiguous",)),
        (
            "In 1914 war began. On July 6, 1915, she fell. She slept. She woke. On August 2 she died. 1918 ended it.",
            ("ambiguous",),
        ),
    ],
)
def test_the_year_of_an_undated_story_is_sure_only_where_it_goes_on(
    nlp: Language, text: str, flags: tuple[str, ...]
) -> None:
    bare = nlp(text)._.dates[2]
    assert (bare.value[:4], bare.rule, bare.flags) == ("1915", "month-day-told", flags)
