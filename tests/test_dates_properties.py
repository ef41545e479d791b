"""What holds for every date: order, the ends of the calendar, leap days, the turn of the year, ISO weeks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from factx.dates import make_dates

if TYPE_CHECKING:
    from factx.record import Date

NLP = spacy.blank("en")
DATES = make_dates(NLP, "factx_dates")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PHRASES = (
    *WEEKDAYS,
    *(
        f"{which} {unit}"
        for which in ("last", "this", "next", "the past", "the next")
        for unit in ("week", "month", "year")
    ),
    *(
        "yesterday",
        "two weeks ago",
        "three months ago",
        "a year earlier",
        "the weekend",
        "early next month",
        "late last year",
    ),
    *(
        "Feb. 29",
        "Dec. 31",
        "May",
        "last summer",
        "next winter",
        "Christmas",
        "Easter",
        "the 1990s",
        "the third quarter",
    ),
    *("earlier this week", "later this year", "9999 years ago", "the next 9000 years", "the 31st", "Friday the 13th"),
)
DAYS = st.dates(date.min, date.max)


def dates(text: str, published: date | None) -> tuple[Date, ...]:
    doc = NLP.make_doc(text)
    doc._.published = published.isoformat() if published else None
    DATES(doc)
    found: tuple[Date, ...] = doc._.dates
    return found


def one(text: str, published: date) -> Date:
    (found,) = dates(text, published)
    return found


@given(st.sampled_from(PHRASES), DAYS)
def test_first_is_not_after_last_and_both_are_in_the_calendar(text: str, day: date) -> None:
    for found in dates(text, day):
        first = date.fromisoformat(found.first) if found.first else None
        last = date.fromisoformat(found.last) if found.last else None
        assert first is None or last is None or first <= last


@given(st.text(max_size=200), st.none() | DAYS)
def test_any_text_is_read_without_an_accident(text: str, day: date | None) -> None:
    for found in dates(text, day):
        assert text[found.start : found.end] == found.text != ""


@given(
    st.lists(
        st.sampled_from([*PHRASES, ",", "and", "to", "-", "of", "the", "in", "from", "before", "12", "2009"]),
        max_size=12,
    ),
    DAYS,
)
def test_expressions_in_any_order_do_not_overlap(words: list[str], day: date) -> None:
    found = dates(" ".join(words), day)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.sampled_from(PHRASES), st.none())
def test_without_publication_date_nothing_relative_has_days(text: str, day: None) -> None:
    assert all(found.first is None for found in dates(text, day) if found.text != "the 1990s")


@given(st.sampled_from(WEEKDAYS), DAYS)
def test_a_bare_weekday_is_of_the_seven_days_that_end_on_the_published(name: str, day: date) -> None:
    found = one(name, day)
    if found.first is None:  # before the year 1
        assert day < date.min + timedelta(7)
        return
    first = date.fromisoformat(found.first)
    assert timedelta(0) <= day - first < timedelta(7)
    assert WEEKDAYS[first.weekday()] == name


@given(DAYS)
def test_this_week_is_the_iso_week_that_holds_the_day(day: date) -> None:
    found = one("this week", day)
    year, week, _ = day.isocalendar()
    if found.first is None:  # the week of 31 December 9999 ends outside
        assert year == date.max.year
        return
    assert found.value == f"{year:04}-W{week:02}"
    assert found.first <= day.isoformat() <= (found.last or "")


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2021-01-03", "this week", "2020-W53"),
        ("2024-12-30", "this week", "2025-W01"),
        ("2021-01-04", "last week", "2020-W53"),
        ("2024-01-01", "yesterday", "2023-12-31"),
        ("2024-01-15", "last month", "2023-12"),
        ("2024-02-29", "a year ago", "2023"),
        ("2024-03-31", "a month ago", "2024-02"),
        ("2023-03-01", "Feb. 29", "2024-02-29"),
        ("2022-02-15", "last quarter", "2021-Q4"),
        ("1900-03-01", "the next day", "1900-03-02"),
    ],
)
def test_the_turns_of_the_calendar(published: str, text: str, value: str) -> None:
    assert one(text, date.fromisoformat(published)).value == value


@given(DAYS)
def test_only_leap_years_have_a_29_february(day: date) -> None:
    (found,) = dates(f"Feb. 29, {max(day.year, 1000)}", day)
    leap = found.first is not None
    assert leap == (found.flags == ())
    assert leap == (max(day.year, 1000) % 4 == 0 and (max(day.year, 1000) % 100 != 0 or max(day.year, 1000) % 400 == 0))
