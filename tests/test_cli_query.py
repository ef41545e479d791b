"""``factx query``: who said what about what, when and where."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.database.connect import connected
from factx.errors import UsageError
from factx.flat import COLUMNS, rows
from factx.query.answers import claims
from factx.query.bounds import bounds
from factx.query.counts import counts
from factx.query.question import Dimension, Question
from factx.record import Date, Extent
from factx.writers.sqlite import Sqlite
from tests.by_hand import made, said, source, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factx.record import Claim, Record
    from tests.conftest import Factx

LUND = source("s1", "Ada Lund", role="mayor", affiliation="Oslo")
OFFICIALS = source("s2", "officials", "group", named=False)
REPORT = source("s3", "report", "document", author="s4", named=False)
BUREAU = source("s4", "Bureau of Bridges", "organization")


def saying(claim: Claim, content: str, date: str | None = None) -> Claim:
    """The claim with another content and a date of the saying."""
    attribution = claim.attribution and replace(claim.attribution, source=None, date_id=date)
    return replace(claim, content=Extent(content, ((0, 1),)), proposition=content, attribution=attribution)


def bridges() -> Iterator[Record]:
    """Three articles of two outlets on three days, the last one of none."""
    sources = [LUND, OFFICIALS, REPORT, BUREAU]
    week = Date("d1", 0, 1, "last week", "DATE", "2023-W44", first="2023-10-30", last="2023-11-05")
    first = made(
        sources,
        [
            saying(said("c1", "s1", quote="direct"), "the bridge in Gaza is safe"),
            saying(said("c2", "s2", kind="attitude"), "it will be evacuated", "d1"),
            saying(said("c3", "s3"), "C++ bridges cost more"),
            saying(stated("c4"), "Bridges are old"),
        ],
        "one",
    )
    yield replace(first, url="https://www.times.example/1", dates=(week,))
    second = made(sources, [saying(said("c1", "s2", via=("s1",)), "evacuating the bridge takes a day")], "two")
    yield replace(second, url="https://news.post.example/2", published="2023-12-01T10:00:00Z")
    third = made(sources, [saying(said("c1", "s1", quote="mixed"), "bridge bridge")], "three")
    yield replace(third, published=None)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news? #1.db"
    with Sqlite(str(path)) as writer:
        for record in bridges():
            writer.write(record)
    return path


def found(path: Path, question: Question) -> list[str]:
    """Which claims are found, in their order."""
    with closing(connected(str(path), write=False)) as database:
        return [f"{row['document_id']}/{row['claim_id']}" for row in claims(database, question)]


def test_without_a_question_all_claims_come_by_their_days(news: Path) -> None:
    everything = ["one/c2", "one/c1", "one/c3", "one/c4", "two/c1", "three/c1"]
    assert found(news, Question()) == everything
    assert found(news, Question(limit=2)) == everything[:2]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(who=("lund",)), ["one/c1", "two/c1", "three/c1"]),
        (Question(who=("Mayor Ada",)), ["one/c1", "two/c1", "three/c1"]),
        (Question(who=("oslo",)), ["one/c1", "two/c1", "three/c1"]),
        (Question(who=("bureau",)), ["one/c3"]),
        (Question(who=("report",)), ["one/c3"]),
        (Question(who=("Lund officials",)), []),
        (Question(who=("Bureau", "officials")), ["one/c2", "one/c3", "two/c1"]),
        (Question(about=("gaza",)), ["one/c1"]),
        (Question(about=("evacuation",)), ["one/c2", "two/c1"]),
        (Question(about=("bridge safe",)), ["one/c1"]),
        (Question(about=('"safe bridge"',)), []),
        (Question(about=('"bridge in Gaza"',)), ["one/c1"]),
        (Question(about=("C++",)), ["one/c3"]),
        (Question(who=("Lund",), about=("evacuate",)), ["two/c1"]),
        (Question(since="2023-11-12"), ["one/c1", "one/c3", "one/c4", "two/c1"]),
        (Question(since="2023-11-05", until="2023-11-11"), ["one/c2"]),
        (Question(until="2023-10-30"), ["one/c2"]),
        (Question(until="2023-10-29"), []),
        (Question(kinds=("attitude", "statement")), ["one/c2", "one/c4"]),
        (Question(quotes=("direct", "mixed")), ["one/c1", "three/c1"]),
        (Question(sites=("times.example",)), ["one/c2", "one/c1", "one/c3", "one/c4"]),
        (Question(sites=("post.example",)), ["two/c1"]),
        (Question(sites=("st.example", "imes.example", "%")), []),
        (Question(documents=("two", "three")), ["two/c1", "three/c1"]),
    ],
)
def test_each_part_of_a_question_chooses(news: Path, question: Question, expected: list[str]) -> None:
    assert found(news, question) == expected


def test_a_claim_is_a_row_as_in_every_other_table(news: Path) -> None:
    expected = {(row["document_id"], row["claim_id"]): dict(row) for record in bridges() for row in rows(record)}
    with closing(connected(str(news), write=False)) as database:
        answer = [dict(row) for row in claims(database, Question())]
    assert {(row["document_id"], row["claim_id"]): row for row in answer} == expected


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "++", " ", "' OR 1=1 --", "NEAR(q b)", "content : x", "q*", "x) OR (y", "^q", "{source} : q", "\0"],
)
def test_what_is_typed_is_words_and_no_language(news: Path, typed: str) -> None:
    for question in (Question(who=(typed,)), Question(about=(typed,))):
        assert not answered(news, question)


def answered(path: Path, question: Question) -> list[str]:
    """What is found; nothing where there is no word to look for."""
    try:
        return found(path, question)
    except UsageError as error:
        if "has no word in it" not in str(error):
            raise
        return []


@given(st.text(alphabet="ab\"'()*:^{}+- ANDORNEAR,;\\%_\0\ud800é") | st.text())
def test_nothing_that_is_typed_breaks_the_query(news: Path, typed: str) -> None:
    answered(news, Question(who=(typed,), about=(typed,)))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            [Dimension.SOURCE],
            [
                ("Ada Lund", "person", 2, 2),
                ("Bureau of Bridges", "organization", 1, 1),
                *[("officials", "group", 1, 1)] * 2,
            ],
        ),
        ([Dimension.SITE], [("times.example", 4, 1), ("news.post.example", 1, 1), (None, 1, 1)]),
        (
            [Dimension.DAY],
            [("2023-10-30/2023-11-05", 1, 1), ("2023-11-12", 3, 1), ("2023-12-01", 1, 1), (None, 1, 1)],
        ),
        (
            [Dimension.MONTH, Dimension.SITE],
            [
                ("2023-10/2023-11", "times.example", 1, 1),
                ("2023-11", "times.example", 3, 1),
                ("2023-12", "news.post.example", 1, 1),
                (None, None, 1, 1),
            ],
        ),
    ],
)
def test_claims_are_counted(news: Path, by: list[Dimension], expected: list[tuple[Any, ...]]) -> None:
    with closing(connected(str(news), write=False)) as database:
        answer = [tuple(row.values())[:-2] for row in counts(database, Question(), by)]
    assert answer == expected


def test_a_count_says_from_when_to_when(news: Path) -> None:
    with closing(connected(str(news), write=False)) as database:
        (row,) = counts(database, Question(who=("officials",), kinds=("attitude",)), [Dimension.SITE])
    assert (row["first_day"], row["last_day"]) == ("2023-10-30", "2023-11-05")


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "tsv"])
def test_every_format_has_the_same_answer(factx: Factx, news: Path, form: str) -> None:
    done = factx("query", news, "--who", "lund", "--about", "gaza", "--since", "12 November 2023", "-f", form)
    assert (done.returncode, done.err.count("without any day")) == (0, 0)
    match form:
        case "jsonl":
            answer = [json.loads(line) for line in done.out.splitlines()]
        case "json":
            answer = json.loads(done.out)
        case _:
            answer = list(csv.DictReader(io.StringIO(done.out), delimiter="," if form == "csv" else "\t"))
    assert [(list(row), row["speaker"], row["day_by"]) for row in answer] == [
        (list(COLUMNS), "Ada Lund", "publication")
    ]
    assert json.loads(factx("query", news, "--about", "nothing", "-f", "json").out) == []


TABLE = """\
2023-10-30…11-05  officials · said
  it will be evacuated
  times.example · one.txt · c2 · paraphrased

2023-11-12 (published)  in the article's own voice
  Bridges are old
  times.example · one.txt · c4

"""


def test_a_person_reads_who_said_what_when_and_where(factx: Factx, news: Path) -> None:
    done = factx("query", news, "--kind", "attitude", "--kind", "statement", "-f", "table")
    assert (done.returncode, done.out) == (0, TABLE)
    chained = factx("query", news, "--document", "two", "-f", "table")
    assert chained.out.startswith("2023-12-01 (published)  Ada Lund → officials · said\n")
    assert factx("query", news, "--about", "nothing", "-f", "table").out == "No claim was found.\n"


def test_markdown_is_a_list_of_claims_and_a_table_of_counts(factx: Factx, news: Path) -> None:
    done = factx("query", news, "--kind", "attitude", "-f", "markdown")
    assert done.out == (
        "- 2023-10-30…11-05 **officials**, *said*\n\n  > it will be evacuated\n\n"
        "  times.example · one.txt · c2 · paraphrased\n\n"
    )
    counted = factx("query", news, "--kind", "attitude", "--by", "month", "-f", "markdown")
    assert counted.out.splitlines()[2] == "| 2023-10/2023-11 | 1 | 1 | 2023-10-30 | 2023-11-05 |"


def test_counts_are_a_grid_for_a_person(factx: Factx, news: Path) -> None:
    done = factx("query", news, "--by", "site", "-f", "table")
    assert [line.split() for line in done.out.splitlines()][:2] == [
        ["site", "claims", "documents", "first", "day", "last", "day"],
        ["times.example", "4", "1", "2023-10-30", "2023-11-12"],
    ]


def test_claims_without_a_day_are_told_of_where_days_are_asked_for(factx: Factx, news: Path) -> None:
    done = factx("query", news, "--since", "2023-01-01", "--who", "Lund")
    assert (done.returncode, len(done.out.splitlines())) == (0, 2)
    assert done.err == f"factx: warning: {news}: 1 claims without any day are left out by --since and --until\n"


def test_the_suffix_names_the_format_and_the_file_is_whole(factx: Factx, news: Path, tmp_path: Path) -> None:
    assert factx("query", news, "-o", "answer.csv").returncode == 0
    assert (tmp_path / "answer.csv").read_text(encoding="utf-8").startswith('"document_id"')
    refused = factx("query", news, "-o", "answer.parquet")
    assert (refused.returncode, refused.err.count("\n")) == (2, 1)
    assert "answers are not written as parquet" in refused.err
    assert not (tmp_path / "answer.parquet").exists()


@pytest.mark.parametrize(
    ("name", "said_of_it"),
    [
        ("none.db", "none.db: no such file"),
        ("text.db", "text.db: is no database"),
        ("empty.db", "empty.db: is no database"),
        ("theirs.db", "theirs.db: is no database that factx made"),
        ("torn.db", "torn.db: cannot be read: "),
        (".", ".: is no database"),
    ],
)
def test_what_is_no_database_is_one_line(factx: Factx, news: Path, tmp_path: Path, name: str, said_of_it: str) -> None:
    (tmp_path / "text.db").write_text("The harbour is closed.")
    (tmp_path / "empty.db").touch()
    (tmp_path / "torn.db").write_bytes(news.read_bytes()[:8192])
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as database, database:
        database.execute("CREATE TABLE claims (id)")
    done = factx("query", name, "--who", "x")
    assert (done.returncode, done.out, done.err.count("\n")) == (3, "", 1)
    assert said_of_it in done.err


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2016-10", "2016-10", ("2016-10-01", "2016-10-31")),
        ("2016", "2016-02", ("2016-01-01", "2016-02-29")),
        (None, "2016", (None, "2016-12-31")),
        ("2016-10-05", "6 October 2016", ("2016-10-05", "2016-10-06")),
    ],
)
def test_a_month_or_a_year_is_all_of_its_days(
    since: str | None, until: str | None, days: tuple[str | None, str | None]
) -> None:
    assert bounds(since, until) == days


def test_who_asks_records_is_told_how_a_database_is_made(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text('{"factx_schema": "1.0"}', encoding="utf-8")
    done = factx("query", "records.jsonl")
    told = "records.jsonl: is no database; make one: factx export records.jsonl -o news.db"
    assert (done.returncode, done.err) == (3, f"factx: error: {told}\n")


def test_asking_changes_nothing(factx: Factx, news: Path) -> None:
    before = news.read_bytes()
    factx("query", news, "--by", "source")
    assert news.read_bytes() == before
    assert [path.name for path in news.parent.iterdir()] == [news.name]
