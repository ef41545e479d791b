"""One row for each claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.flat import COLUMNS, Column, rows
from factx.flat.days import days
from factx.flat.site import host, site
from factx.record import Date, extent
from tests.by_hand import made, said, source
from tests.conftest import SEED

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Record

TYPES = {
    Column.TEXT: str,
    Column.TEXTS: list,
    Column.DAY: str,
    Column.INTEGER: int,
    Column.NUMBER: float,
    Column.FLAG: bool,
}


def date(first: str | None, last: str | None) -> Date:
    return Date("d1", 0, 1, "x", "DATE", "2023", first=first, last=last)


def test_every_row_has_every_column_in_its_type(record: Record, nlp: Language) -> None:
    read = annotate(nlp, Article(SEED.read_text(encoding="utf-8"), "a", published="2023-11-12"))
    for one in (record, read):
        found = list(rows(one))
        assert len(found) == len(one.claims)
        for row in found:
            assert list(row) == list(COLUMNS)
            for name, column in COLUMNS.items():
                assert row[name] is None or isinstance(row[name], TYPES[column]), name


def test_the_documents_fields_are_repeated(record: Record) -> None:
    told = replace(record, url="https://www.Example.org/storm", title="Storm")
    for row in rows(told):
        assert [row[name] for name in ("document_id", "path", "url", "site", "title", "published")] == [
            "a1",
            "storm.txt",
            "https://www.Example.org/storm",
            "example.org",
            "Storm",
            "2023-11-12",
        ]


def test_a_claim_says_who_and_through_whom_and_when(record: Record) -> None:
    own, reported, denied = rows(record)
    assert (own["kind"], own["speaker"], own["chain"], own["cue"]) == ("statement", None, [], None)
    assert (reported["speaker"], reported["speaker_kind"], reported["source"]) == (
        "state media",
        "media",
        "state media",
    )
    assert (reported["chain"], reported["via"], reported["second_hand"]) == (
        ["port officials", "state media"],
        ["port officials"],
        True,
    )
    assert (reported["said"], reported["first_day"], reported["last_day"], reported["day_by"]) == (
        "earlier this month",
        "2023-11-01",
        "2023-11-12",
        "saying",
    )
    assert (reported["quantities"], reported["amounts"]) == (["Nearly 600 residents"], ["< 600 residents"])
    assert (denied["speaker"], denied["role"], denied["source"]) == ("Ada Lund", "mayor", "mayor Ada Lund")
    assert (denied["first_day"], denied["day_by"], denied["polarity"]) == ("2023-11-12", "publication", "negative")
    assert (denied["content"], denied["proposition"]) == ("“Nobody was hurt,”", "Nobody was hurt")
    assert record.text is not None
    assert (
        record.text[slice(*(int(str(denied[name])) for name in ("content_start", "content_end")))] == denied["content"]
    )


def test_the_author_of_a_document_is_its_speaker() -> None:
    report = source("s1", "report", "document", author="s2")
    record = made(
        [report, source("s2", "Bureau", "organization", role="watchdog")], [said("c1", "s1"), said("c2", None)]
    )
    written, nobody = rows(record)
    assert (written["speaker"], written["role"], written["written_in"]) == ("Bureau", "watchdog", "report")
    assert (nobody["speaker"], nobody["speaker_kind"], nobody["written_in"]) == ("somebody", None, None)


def test_a_content_of_several_spans_reaches_from_the_first_to_the_last(record: Record) -> None:
    assert record.text is not None
    claim = replace(record.claims[0], content=extent(record.text, [(0, 9), (17, 28)]))
    (row,) = rows(replace(record, claims=(claim,)))
    assert (row["content"], row["content_start"], row["content_end"]) == ("The storm … the harbour", 0, 28)


@pytest.mark.parametrize(
    ("said_on", "published", "expected"),
    [
        (date("2023-11-10", "2023-11-10"), "2023-11-12", ("2023-11-10", "2023-11-10", "saying")),
        (date("2023-11-09T17:00", None), "2023-11-12", ("2023-11-09", None, "saying")),
        (date(None, None), "2023-11-12", ("2023-11-12", "2023-11-12", "publication")),
        (None, "2023-11-12T14:05:00Z", ("2023-11-12", "2023-11-12", "publication")),
        (None, None, (None, None, None)),
    ],
)
def test_the_days_are_those_of_the_saying_else_of_the_publication(
    said_on: Date | None, published: str | None, expected: tuple[str | None, ...]
) -> None:
    assert days(said_on, published) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk"),
        ("HTTP://News.Example.ORG:8080/a?b", "news.example.org"),
        ("urn:isbn:123", None),
        ("http://[half", None),
        ("", None),
        (None, None),
    ],
)
def test_the_site_is_the_host_of_the_address(url: str | None, expected: str | None) -> None:
    assert site(url) == expected


@pytest.mark.parametrize("typed", ["bbc.co.uk", "www.BBC.co.uk", "https://bbc.co.uk/news"])
def test_a_host_may_be_typed_as_an_address(typed: str) -> None:
    assert host(typed) == "bbc.co.uk"
