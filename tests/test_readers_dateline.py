"""The day of publication as the article says it itself; never a guess, and never the clock."""

from __future__ import annotations

import pytest

from factx.readers.article import article
from factx.readers.dateline import dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MOSCOW, Nov. 12, 2023 (Reuters) — Russia has begun", "2023-11-12"),
        ("DAR ES SALAAM, Tanzania, Aug. 17, 1998 (AP) _ The secretary", "1998-08-17"),
        ("WASHINGTON, D.C., March 3, 2019 - The president", "2019-03-03"),
        ("Bridge closed\nBy A. Writer\nUpdated 14:05 GMT, 3 May 2021\nThe bridge", "2021-05-03"),
        ("Updated: May 4, 2021\nPublished: May 3, 2021\nThe bridge", "2021-05-03"),
        ("Bridge closed\nTuesday, June 19, 2018\nYesterday the bridge", "2018-06-19"),
        ("2021-05-03\nThe bridge", "2021-05-03"),
        ("12 November 2023, 14:05\nThe bridge", "2023-11-12"),
        ("Bridge closed\n\nThursday, May 7, 2015 On Tuesday, the city closed the bridge.", "2015-05-07"),
        ("Thursday, 7 May 2015 “Nobody asked us,” said Ann Lee.", "2015-05-07"),
        ("Engineers close 'swaying' bridge Tuesday, September 1, 2015\n\nThe bridge", "2015-09-01"),
    ],
)
def test_a_full_date_in_the_head(text: str, day: str) -> None:
    assert dateline(text) == day
    made = article(text, "text")
    assert (made.published, made.published_by) == (day, "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW, Nov. 12 (Reuters) — Russia has begun",  # of which year?
        "On March 3, 2019 the bridge fell.",
        "March 3, 2019, was cold.",
        "Feb. 30, 2021\nThe bridge",
        "One\nTwo\nThree\nFour\nFive\nSix\nMay 3, 2021\nThe bridge",
        "Bridge closed\nThursday, May 7, 2015, was cold.",
        "Bridge closed\nThursday, May 7, 2015 was cold.",
        "Bridge closed\nThursday, May 8, 2015 On Tuesday, the city",  # it was a Friday
        "Bridge closed\nMay 7, 2015 Visitors came.",
        "Vote on the bridge on Tuesday, September 1, 2015\nThe city",
        "The vote of Tuesday, September 1, 2015\nThe city",
        "The vote in Bergen, Tuesday, September 1, 2015\nThe city",
        "The bridge\nIt will open again Tuesday, September 1, 2015\nThe city",
        "The siege\nMonday, June 3, 1940 The town fell.\nTuesday, June 4, 1940 The bridge fell.",
        "One\nTwo\nMonday, June 3, 1940 The town fell.",
        "x" * 100_000,
    ],
)
def test_what_is_no_dateline_or_has_no_year(text: str) -> None:
    assert dateline(text) is None
    assert article(text, "text").published_by is None


def test_what_is_said_from_outside_goes_first() -> None:
    made = article("May 3, 2021\nThe bridge", "text", published="2020-01-01", published_by="option")
    assert (made.published, made.published_by) == ("2020-01-01", "option")
