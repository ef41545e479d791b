"""When: what time expressions mean, on the day when the article was published."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factx.lexicons import load
from tests.dated import PUBLISHED, annotated, dates, grammar_alone, interval, one

LEXICONS = Path(__file__).parents[1] / "factx" / "lexicons"


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Sunday", "2023-11-12", "2023-11-12", "2023-11-12"),  # the published day itself
        ("Friday", "2023-11-10", "2023-11-10", "2023-11-10"),
        ("last Sunday", "2023-11-05", "2023-11-05", "2023-11-05"),
        ("next Friday", "2023-11-17", "2023-11-17", "2023-11-17"),
        ("Thursday last week", "2023-11-02", "2023-11-02", "2023-11-02"),
        ("today", "2023-11-12", "2023-11-12", "2023-11-12"),
        ("yesterday", "2023-11-11", "2023-11-11", "2023-11-11"),
        ("the day before yesterday", "2023-11-10", "2023-11-10", "2023-11-10"),
        ("this week", "2023-W45", "2023-11-06", "2023-11-12"),
        ("last week", "2023-W44", "2023-10-30", "2023-11-05"),
        ("last weekend", "2023-W44-WE", "2023-11-04", "2023-11-05"),
        ("next month", "2023-12", "2023-12-01", "2023-12-31"),
        ("this quarter", "2023-Q4", "2023-10-01", "2023-12-31"),
        ("last year", "2022", "2022-01-01", "2022-12-31"),
        ("three days ago", "2023-11-09", "2023-11-09", "2023-11-09"),
        ("two weeks ago", "2023-W43", "2023-10-23", "2023-10-29"),
        ("a year ago", "2022", "2022-01-01", "2022-12-31"),
    ],
)
def test_relative_expressions_count_from_the_day_of_publication(text: str, value: str, first: str, last: str) -> None:
    assert interval(text) == (value, first, last)
    assert one(text).anchor == "published"


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Friday, May 8, 2009", "2009-05-08", "2009-05-08", "2009-05-08"),
        ("7 October 2023", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("the 7th of October, 2023", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("2023-11-12", "2023-11-12", "2023-11-12", "2023-11-12"),
        ("February 2024", "2024-02", "2024-02-01", "2024-02-29"),
        ("2009", "2009", "2009-01-01", "2009-12-31"),
        ("the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("the '90s", "199", "1990-01-01", "1999-12-31"),
        ("the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("the second quarter of 2022", "2022-Q2", "2022-04-01", "2022-06-30"),
        ("the summer of 2015", "2015-SU", "2015-06-01", "2015-08-31"),
        ("Friday, the 13th of October 2023", "2023-10-13", "2023-10-13", "2023-10-13"),
        ("nineteen ninety-one", "1991", "1991-01-01", "1991-12-31"),
        ("the 1800s", "18", "1800-01-01", "1899-12-31"),
        ("Q3 2019", "2019-Q3", "2019-07-01", "2019-09-30"),
        ("the second half of 2020", "2020-H2", "2020-07-01", "2020-12-31"),
        ("Thanksgiving 2023", "2023-11-23", "2023-11-23", "2023-11-23"),
        ("Easter Monday 2024", "2024-04-01", "2024-04-01", "2024-04-01"),
        ("Labor Day 2022", "2022-09-05", "2022-09-05", "2022-09-05"),
        ("the first week of 2021", "2021-W01", "2021-01-04", "2021-01-10"),
        ("the last week of 2020", "2020-W53", "2020-12-28", "2021-01-03"),
        ("two days after Christmas 2023", "2023-12-27", "2023-12-27", "2023-12-27"),
        ("12.11.2023", "2023-11-12", "2023-11-12", "2023-11-12"),
    ],
)
def test_explicit_dates_need_no_publication_date(text: str, value: str, first: str, last: str) -> None:
    for published in (PUBLISHED, None):
        found = one(text, published=published)
        assert (found.value, found.first, found.last, found.anchor) == (value, first, last, "none")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Oct. 7", "2023-10-07"),
        ("Jan. 3", "2024-01-03"),
        ("Feb. 29", "2024-02-29"),
        ("Christmas", "2023-12-25"),
        ("October", "2023-10"),
        ("December", "2023-12"),  # no verb says that it is over
        ("last December", "2022-12"),
        ("next December", "2023-12"),
        ("last summer", "2023-SU"),
        ("the third quarter", "2023-Q3"),
        ("Thanksgiving", "2023-11-23"),
        ("July 4 last year", "2022-07-04"),
    ],
)
def test_a_missing_year_is_the_nearest_without_a_verb_to_say_which(text: str, value: str) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    ("text", "mod", "value", "first", "last"),
    [
        ("earlier this month", "START", "2023-11", "2023-11-01", "2023-11-12"),
        ("later this month", "END", "2023-11", "2023-11-12", "2023-11-30"),
        ("earlier in the week", "START", "2023-W45", "2023-11-06", "2023-11-12"),
        ("early October", "START", "2023-10", "2023-10-01", "2023-10-31"),
        ("mid-October", "MID", "2023-10", "2023-10-01", "2023-10-31"),
        ("late last year", "END", "2022", "2022-01-01", "2022-12-31"),
        ("the end of the year", "END", "2023", "2023-01-01", "2023-12-31"),
        ("more than two years ago", "BEFORE", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_parts_of_periods_are_mods(text: str, mod: str, value: str, first: str, last: str) -> None:
    found = one(text)
    assert (found.mod, found.value, found.first, found.last) == (mod, value, first, last)


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("the past week", "P1W", "2023-11-05", "2023-11-12"),
        ("the last three months", "P3M", "2023-08-12", "2023-11-12"),
        ("the past 24 hours", "PT24H", "2023-11-11", "2023-11-12"),
        ("the next two days", "P2D", "2023-11-12", "2023-11-14"),
        ("three years", "P3Y", None, None),
        ("twenty-five years", "P25Y", None, None),
        ("a three-year period", "P3Y", None, None),
        ("half an hour", "PT30M", None, None),
        ("several months", "PXM", None, None),
        ("decades", "PXDE", None, None),
        ("a couple of years", "P2Y", None, None),
        ("a couple of hundred years", "P200Y", None, None),
        ("two years and half", "P2Y6M", None, None),
        ("the first nine months", "P9M", None, None),
        ("the first year", "P1Y", None, None),
        ("the first full month", "P1M", None, None),
        ("at least four decades", "P4DE", None, None),
        ("two and a half years", "P2Y6M", None, None),
        ("5 1/2 hours", "PT5H30M", None, None),
        ("two to three weeks", "P2W", None, None),
        ("a decades-long war", "PXDE", None, None),
        ("recent weeks", "PXW", None, "2023-11-12"),
        ("a hundred years", "P100Y", None, None),
        ("a thousand years", "P1000Y", None, None),
        ("two thousand years", "P2000Y", None, None),
        ("a million years", "P1000000Y", None, None),
        ("the last hundred years", "P100Y", "1923-11-12", "2023-11-12"),
        ("several thousand years", "PXY", None, None),
    ],
)
def test_durations(text: str, value: str, first: str | None, last: str | None) -> None:
    assert interval(text) == (value, first, last)
    assert one(text).type == "DURATION"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every Tuesday", "XXXX-WXX-2"),
        ("every two weeks", "P2W"),
        ("daily", "P1D"),
        ("annually", "P1Y"),
        ("three times a week", "P1W"),
        ("two or three times a week", "P1W"),
        ("several times per day", "P1D"),
        ("twice a day", "P1D"),
        ("once a month", "P1M"),
        ("four times each year", "P1Y"),
        ("once every two weeks", "P2W"),
        ("twice daily", "P1D"),
        ("Tuesday nights", "XXXX-WXX-2TNI"),
    ],
)
def test_sets(text: str, value: str) -> None:
    assert (one(text).type, one(text).value) == ("SET", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2:05 p.m.", "T14:05"),
        ("12:30 a.m.", "T00:30"),
        ("noon", "T12:00"),
        ("3 p.m. on Friday", "2023-11-10T15:00"),
        ("Friday at 3 p.m. local time", "2023-11-10T15:00"),
        ("Friday night", "2023-11-10TNI"),
        ("last night", "2023-11-11TNI"),
        ("this morning", "2023-11-12TMO"),
        ("the morning of Oct. 7", "2023-10-07TMO"),
        ("5 p.m. EST Nov. 9", "2023-11-09T17:00"),
        ("3 o'clock in the afternoon", "T15:00"),
        ("10 p.m. last night", "2023-11-11T22:00"),
        ("tonight at 8 p.m.", "2023-11-12T20:00"),
        ("1400 GMT", "T14:00"),
    ],
)
def test_times_of_day_with_their_day_if_there_is_one(text: str, value: str) -> None:
    assert (one(text).type, one(text).value) == ("TIME", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sunday", "XXXX-WXX-7"),
        ("Oct. 7", "XXXX-10-07"),
        ("October", "XXXX-10"),
        ("this week", "XXXX-WXX"),
        ("last year", "XXXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("earlier this month", "XXXX-XX"),
        ("the past week", "P1W"),
    ],
)
def test_without_publication_date_what_is_unknown_stays_x(text: str, value: str) -> None:
    found = one(text, published=None)
    assert (found.value, found.first, found.last, found.anchor) == (value, None, None, "none")


def test_without_publication_date_one_notice_says_how_to_give_it() -> None:
    doc = annotated("On Sunday and again last week.", "Sunday", "last week", published=None)
    (notice,) = doc._.notices
    assert notice.code == "relative-date-unanchored"
    assert "--date YYYY-MM-DD" in notice.message
    assert notice.span == (3, 9)


@pytest.mark.parametrize("text", ["Oct. 7, 2023", "three years", "every Tuesday", "the 1990s"])
def test_no_notice_where_no_publication_date_is_needed(text: str) -> None:
    assert not annotated(text, published=None)._.notices


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("It began on Sunday.", ("on Sunday",), ["Sunday"]),
        ("Over the past week,", ("past week",), ["the past week"]),
        ("reported earlier this month.", ("this month",), ["earlier this month"]),
        ("released later on Sunday.", ("later on Sunday",), ["Sunday"]),
        ("the attack on Oct. 7 which", ("Oct.", "7"), ["Oct. 7"]),
        ("on Friday, May 8, 2009, he", ("Friday", "May 8, 2009"), ["Friday, May 8, 2009"]),
        ("at 3 p.m. on Friday he", ("3 p.m.", "Friday"), ["3 p.m. on Friday"]),
        ("on Friday and Sunday he", ("Friday", "Sunday"), ["Friday", "Sunday"]),
        ("in May 2,000 people", ("May",), ["May"]),
        ("in mid-October he", ("October",), ["mid-October"]),
        ("this year's vote", ("this year's",), ["this year"]),
        ("two years ago he", ("two years",), ["two years ago"]),
    ],
)
def test_the_edges_of_entities_are_set_right(text: str, marked: tuple[str, ...], expected: list[str]) -> None:
    assert [d.text for d in dates(text, *marked)] == expected


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A 42-year-old man", "42-year-old"),
        ("a man aged 42 said", "aged 42"),
        ("he is 42 years old now", "42 years old"),
        ("in her early 30s", "her early 30s"),
        ("A 42–year-old man", "42–year-old"),
        ("A 42–year–old man", "42–year–old"),
        ("wise beyond her years", "years"),
    ],
)
def test_ages_are_no_dates(text: str, marked: str) -> None:
    assert dates(text, marked) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the 99th of Octember", "XXXX-XX-XX"),
        ("Novober 3, 2021", "XXXX-XX-XX"),
        ("the 45th of May", "XXXX-XX-XX"),
        ("Feb. 30", "XXXX-02-30"),
        ("Feb. 29, 2023", "2023-02-29"),
        ("2023-13-40", "2023-13-40"),
    ],
)
def test_impossible_dates_are_flagged_and_not_repaired(text: str, value: str) -> None:
    found = one(text)
    assert (found.value, found.first, found.flags) == (value, None, ("invalid-date",))


@pytest.mark.parametrize("text", ["the reign of Elizabeth", "9999 years ago", "9" * 40 + " years ago", "1 " * 500])
def test_what_cannot_be_read_is_unresolved(text: str) -> None:
    found = one(text)
    assert (found.value, found.first, found.flags) == ("XXXX-XX-XX", None, ("unresolved",))


@pytest.mark.parametrize(
    "text",
    [
        "early " * 500 + "May",
        "the day before " * 300 + "May",
        "a" * 5000,
        "9" * 5000 + " years",
        "9" * 301 + " years ago",
    ],
)
def test_no_length_is_too_much(text: str) -> None:
    dates(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It was held from 3 to 7 May 2023.", ("2023-05-03", "2023-05-07")),
        ("It was held on Oct. 7-9, 2023.", ("2023-10-07", "2023-10-09")),
        ("Between May and July 1998 he wrote.", ("1998-05", "1998-07")),
        ("It lasted from 2019 through 2021.", ("2019", "2021")),
        ("He ruled 1915-17.", ("1915", "1917")),
        ("The years 2014-2018 were warm.", ("2014", "2018")),
        ("Between January 1 and September 26 it rained.", ("2023-01-01", "2023-09-26")),
    ],
)
def test_a_range_is_two_dates_and_the_first_names_the_last(text: str, ends: tuple[str, str]) -> None:
    first, last = grammar_alone(text)
    assert (first.value, last.value) == ends
    assert (first.until, last.until) == (last.id, None)


def test_two_dates_beside_each_other_are_no_range() -> None:
    assert [d.until for d in grammar_alone("On Friday and on Sunday, in May and in July 1998.")] == [None] * 4


def test_the_grammar_needs_no_entities() -> None:
    assert [d.text for d in grammar_alone("He left on Friday, May 8, 2009, at noon.")] == [
        "Friday, May 8, 2009, at noon"
    ]


@pytest.mark.parametrize("text", ["The Hundred Years' War began.", "It took half a million years."])
def test_a_magnitude_that_counts_no_years(text: str) -> None:
    assert {d.value for d in dates(text, "Years" if "Years" in text else "a million years")} == {"PXY"}


@pytest.mark.parametrize("text", ["the second year", "the third consecutive month", "the first day", "the third-year"])
def test_the_second_of_units_is_no_day_of_the_month(text: str) -> None:
    found = one(f"In {text} he left.", text)
    assert (found.value, found.first) == ("XXXX-XX-XX", None)
    assert one("On the second he left.", "the second").value == "2023-11-02"


@pytest.mark.parametrize(("text", "unit"), [("Leap Year Square", "Year"), ("Midsummer Day", "Day")])
def test_a_unit_in_a_name_is_no_date(text: str, unit: str) -> None:
    assert dates(text, unit) == ()


def test_before_christ_there_are_no_days() -> None:
    assert interval("480 BC") == ("BC0480", None, None)
    assert interval("the spring of 480 BC") == ("BC0480-SP", None, None)
    assert interval("the 4th century BC") == ("BC03", None, None)


def test_figures_in_either_order_are_ambiguous() -> None:
    assert (one("11/12/2023").value, one("11/12/2023").flags) == ("2023-11-12", ("ambiguous",))
    assert (one("25/12/2023").value, one("25/12/2023").flags) == ("2023-12-25", ())


@pytest.mark.parametrize("published", ["", "yesterday", "2023-02-30"])
def test_a_publication_date_that_is_none_is_like_none(published: str) -> None:
    assert one("Sunday", published=published).value == "XXXX-WXX-7"


def test_a_publication_time_counts_as_its_day() -> None:
    assert one("Sunday", published="2023-11-12T23:30:00Z").value == "2023-11-12"


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("text", ["Sunday", "last year", "next decade", "the past 100 years", "Feb. 29", "next summer"])
def test_the_ends_of_the_calendar_are_no_accident(day: date, text: str) -> None:
    dates(text, published=day.isoformat())


def test_the_next_decade_begins_with_the_article() -> None:
    found = one("The plan would cost $1 trillion over the next decade.")
    assert (found.type, found.value, found.first, found.last) == ("DURATION", "P1DE", "2023-11-12", "2033-11-12")


def test_dateparser_is_not_imported_before_it_is_needed() -> None:
    code = "import factx.dates, sys; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", sorted(path.stem for path in LEXICONS.glob("*.json")))
def test_every_lexicon_says_where_it_comes_from(name: str) -> None:
    assert load(name)["source"]
    assert json.loads((LEXICONS / f"{name}.json").read_text(encoding="utf-8")) == load(name)
