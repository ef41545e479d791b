"""Dates of publication: ISO 8601, other full dates, and nothing that a clock would have to complete."""

from __future__ import annotations

import pytest

from factx.errors import UsageError
from factx.readers.published import published_on


@pytest.mark.parametrize(
    "said", ["2023-11-12", "2023-11-12T14:05:00Z", "2023-11-12T14:05", "2023-11-12T14:05:00.5+02:00"]
)
def test_iso_8601_is_kept(said: str) -> None:
    assert published_on(said) == said


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("20231112", "2023-11-12"),
        ("2023-11-12 14:05", "2023-11-12T14:05:00"),
        ("12 November 2023", "2023-11-12"),
        ("Nov. 12th, 2023", "2023-11-12"),
        ("Sun, 12 Nov 2023 14:05:00 GMT", "2023-11-12"),
        ("Monday 03/04/2023", "2023-04-03"),
        ("13/11/2023", "2023-11-13"),
        ("2023/11/12", "2023-11-12"),
    ],
)
def test_other_full_dates_become_iso_8601(said: str, iso: str) -> None:
    assert published_on(said) == iso


@pytest.mark.parametrize(
    "said",
    [
        "",
        "yesterday",
        "Sunday",
        "2 days ago",
        "now",
        "November 2023",
        "2023",
        "14:05",
        "12 Nov",
        "12 Nov 23",
        "2023-02-30",
    ],
)
def test_what_only_a_clock_or_a_guess_could_complete_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="2023-11-12"):
        published_on(said)


def test_a_day_that_could_be_a_month_is_asked_for() -> None:
    with pytest.raises(UsageError, match="2023-03-04 or 2023-04-03"):
        published_on("03/04/2023")


@pytest.mark.parametrize("said", ["Monday, 12 Nov 2023", "Mon, 12 Nov 2023 14:05:00 GMT", "2023-11-12, Tues"])
def test_a_weekday_that_is_another_is_a_contradiction(said: str) -> None:
    with pytest.raises(UsageError, match="contradicts itself: 2023-11-12 is a Sunday"):
        published_on(said)
