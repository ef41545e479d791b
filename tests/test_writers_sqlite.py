"""SQLite: what is put in is there, whole, in tables that SQLite itself finds sound."""

from __future__ import annotations

import json
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.errors import InputError, UsageError
from factx.flat import COLUMNS, Column, rows
from factx.readers import Reading, Stored, read
from factx.record import ungrounded
from factx.writers.sqlite import Sqlite
from tests.by_hand import made, said, source, stated
from tests.conftest import SEED, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language

    from factx.record import Record

TABLES = (
    *("documents", "claims", "sources", "mentions", "entities", "quantities", "dates", "warnings"),
    *("claim_spans", "claim_sources", "claim_entities", "claim_quantities", "claim_dates"),
)


def put(path: Path, *records: Record) -> None:
    """Write the records as ``-f sqlite`` does."""
    with Sqlite(str(path)) as writer:
        for record in records:
            writer.write(record)
        writer.close()


def ask(path: Path, question: str, *values: object) -> list[Any]:
    """What SQLite answers."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question, values).fetchall()


def sound(path: Path) -> None:
    """SQLite's own checks, and those of both full-text indexes against their tables."""
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    with closing(sqlite3.connect(path)) as database:
        for index in ("claims_fts", "sources_fts"):
            database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608


def flat(path: Path) -> list[dict[str, Any]]:
    """The view, with its values as the rows have them."""
    found = []
    names = ", ".join(COLUMNS)
    order = "(SELECT documents.rowid FROM documents WHERE documents.id = document_id), claim_key"
    for values in ask(path, f"SELECT {names} FROM claims_flat ORDER BY {order}"):  # noqa: S608
        row = dict(zip(COLUMNS, values, strict=True))
        lists = {name: json.loads(row[name]) for name, column in COLUMNS.items() if column is Column.TEXTS}
        found.append(row | lists | {"second_hand": bool(row["second_hand"])})
    return found


def stored(path: Path) -> list[Record]:
    """The records that are read back."""
    found = list(read(str(path), Reading(records=True, articles=False)))
    assert all(isinstance(one, Stored) for one in found)
    return [one.record for one in found if isinstance(one, Stored)]


@pytest.fixture(scope="module")
def seed(nlp: Language) -> Record:
    return annotate(nlp, Article(SEED.read_text(encoding="utf-8"), "gaza", "gaza.txt", published="2023-11-12"))


@pytest.fixture
def chained() -> Record:
    """A report by somebody, cited; a claim in another one; ids that nothing is behind."""
    report = source("s1", "report", "document", author="s2", named=False)
    sources = [report, source("s2", "Bureau", "organization", author="s9"), source("s3", "Herald", "media")]
    claims = [
        said("c1", "s3", via=("s1",), relay=("s3", "s8")),
        said("c2", "s1", parent="c1"),
        said("c3", None, mention=False),
        said("c4", "s7"),
        stated("c5"),
    ]
    return made(sources, claims, "chained")


def test_the_view_has_the_rows_of_the_other_tables(
    tmp_path: Path, record: Record, seed: Record, chained: Record
) -> None:
    path = tmp_path / "news.db"
    put(path, record, seed, chained)
    assert flat(path) == [dict(row) for one in (record, seed, chained) for row in rows(one)]
    sound(path)


def test_the_record_comes_back_as_it_was(tmp_path: Path, record: Record, seed: Record) -> None:
    path = tmp_path / "news.db"
    textless = replace(record, id="textless", text=None)
    put(path, record, seed, textless)
    assert stored(path) == [record, seed, textless]
    assert ungrounded(stored(path)[1]) == []


def test_every_place_is_one_of_the_text(tmp_path: Path, record: Record, seed: Record) -> None:
    path = tmp_path / "news.db"
    put(path, record, seed)
    for table in ("entities", "quantities", "dates"):
        places = f'SELECT p.text, substr(d.text, p.start + 1, p."end" - p.start) FROM {table} AS p'  # noqa: S608
        found = ask(path, f"{places} JOIN documents AS d ON d.id = p.document_id")
        assert found
        assert all(text == there for text, there in found)
    spans = ask(
        path,
        """SELECT c.content, substr(d.text, s.start + 1, s."end" - s.start) FROM claim_spans AS s
        JOIN claims AS c ON c.key = s.claim_key JOIN documents AS d ON d.id = c.document_id WHERE s.part = 'content'""",
    )
    assert len(spans) == sum(len(claim.content.spans) for one in (record, seed) for claim in one.claims)
    assert all(there in content for content, there in spans)


def test_quantities_and_dates_are_joined_to_their_claims(tmp_path: Path, record: Record) -> None:
    put(tmp_path / "news.db", record)
    found = ask(
        tmp_path / "news.db",
        """SELECT claims.id, quantities.value, comparator, dates.value FROM claims
        JOIN claim_quantities ON claim_key = claims.key JOIN quantities ON quantities.key = quantity_key
        JOIN dates ON dates.key = claims.date_key""",
    )
    assert found == [("c2", 600.0, "<", "2023-11")]


@pytest.mark.parametrize(
    ("index", "words", "found"),
    [
        ("claims_fts", "evacuate", {"c1", "c4"}),
        ("claims_fts", '"gaza strip"', {"c1"}),
        ("sources_fts", "peskov", {"Dmitry Peskov"}),
        ("sources_fts", "kremlin", {"Dmitry Peskov"}),
    ],
)
def test_claims_are_found_by_the_stems_of_their_words_and_sources_by_theirs(
    tmp_path: Path, seed: Record, index: str, words: str, found: set[str]
) -> None:
    put(tmp_path / "news.db", seed)
    shown = "claims.id FROM claims" if index == "claims_fts" else "sources.name FROM sources"
    question = f"SELECT {shown} WHERE key IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)"  # noqa: S608
    assert {one for (one,) in ask(tmp_path / "news.db", question, words)} >= found


def test_the_same_document_again_replaces_it_and_leaves_the_others(
    tmp_path: Path, record: Record, chained: Record
) -> None:
    path, anew = tmp_path / "news.db", tmp_path / "anew.db"
    put(path, record, chained)
    shorter = replace(record, claims=record.claims[:1], title="Storm", warnings=())
    put(path, shorter)
    put(anew, chained, shorter)
    assert flat(path) == flat(anew)
    sound(path)
    for table in TABLES:
        count = f"SELECT count(*) FROM {table}"  # noqa: S608
        assert ask(path, count) == ask(anew, count), table


def test_dropping_a_document_drops_all_of_it(tmp_path: Path, record: Record, seed: Record) -> None:
    path = tmp_path / "news.db"
    put(path, record, seed)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("DELETE FROM documents")
    for table in TABLES:
        assert ask(path, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608
    sound(path)


def test_the_file_says_what_it_is(tmp_path: Path, record: Record) -> None:
    put(tmp_path / "news.db", record)
    assert ask(tmp_path / "news.db", "PRAGMA application_id") == [(int.from_bytes(b"fact"),)]
    assert ask(tmp_path / "news.db", "PRAGMA user_version") == [(1,)]


@pytest.mark.parametrize("version", [0, 2])
def test_another_schema_is_refused_and_left_alone(tmp_path: Path, record: Record, version: int) -> None:
    path = tmp_path / "news.db"
    put(path, record)
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(UsageError, match=f"is a database of schema {version}, and this factx knows schema 1"):
        put(path, record)
    assert path.read_bytes() == before


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE documents (id)")
    before = path.read_bytes()
    with pytest.raises(UsageError, match="is no database that factx made"):
        put(path, record)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "said_of_it"),
    [
        ("text.db", "file is not a database"),
        (".", "unable to open database file"),
        ("nowhere/news.db", "the folder does not exist"),
    ],
)
def test_what_can_be_no_database_is_refused_before_anything_is_read(tmp_path: Path, name: str, said_of_it: str) -> None:
    (tmp_path / "text.db").write_text("The harbour is closed, and so are all of its restaurants and museums.\n" * 20)
    with pytest.raises(UsageError, match=f"cannot be written: {said_of_it}"):
        put(tmp_path / name)


def test_an_empty_file_becomes_a_database_and_nothing_written_makes_none(tmp_path: Path, record: Record) -> None:
    (tmp_path / "empty.db").touch()
    put(tmp_path / "empty.db", record)
    assert stored(tmp_path / "empty.db") == [record]
    put(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_record_that_fails_leaves_nothing_of_itself(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "news.db"
    put(path, record)
    before = flat(path)
    first, *others = record.claims
    for claims in (
        (*record.claims, first),
        (*others, replace(first, confidence=float("nan"))),
        (*others, replace(first, proposition="half a \ud83d")),
    ):
        with pytest.raises(InputError, match="a1: is a damaged record"):
            put(path, replace(record, claims=claims))
    assert flat(path) == before
    sound(path)


LIMITED = """
import resource, sys
from factx.cli import program
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
sys.argv = ["factx", "export", "many.jsonl", "-o", "news.db"]
program()
"""


def test_a_full_disk_is_an_error_and_what_was_done_stays(tmp_path: Path, record: Record) -> None:
    put(tmp_path / "all.db", *numbered(record, 200))
    records = subprocess.run(
        [sys.executable, "-m", "factx", "export", "all.db", "-o", "many.jsonl"],
        cwd=tmp_path,
        env=environment(),
        check=True,
    )
    assert records.returncode == 0
    done = subprocess.run(
        [sys.executable, "-c", LIMITED], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("factx: error: news.db cannot be written: ")
    there = stored(tmp_path / "news.db")
    assert there == list(numbered(record, len(there)))
    assert 0 < len(there) < 200
    sound(tmp_path / "news.db")


def test_two_processes_write_one_file(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "news.db"
    names = ("one", "other")
    for name in names:
        put(tmp_path / f"{name}.db", *(replace(each, id=f"{name}-{each.id}") for each in numbered(record, 60)))
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "factx", "export", f"{name}.db", "-o", "news.db"],
            cwd=tmp_path,
            env=environment(),
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    for process in processes:
        assert process.communicate(timeout=120)[1] == b""
        assert process.returncode == 0
    assert ask(path, "SELECT count(*), count(DISTINCT document_id) FROM claims") == [(360, 120)]
    sound(path)


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "news.db"
    put(path, record)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OSError, match="database is locked"), Sqlite(str(path), wait=0.1) as writer:
            writer.write(record)
        other.execute("ROLLBACK")
    assert stored(path) == [record]


def test_ten_thousand_claims_are_one_transaction_of_seconds(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "news.db"
    claims = tuple(replace(record.claims[at % 3], id=f"c{at}", parent=None) for at in range(10_000))
    began = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    put(path, replace(record, claims=claims))
    put(path, replace(record, claims=claims))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - began < 30
    assert ask(path, "SELECT count(*) FROM claims") == [(10_000,)]


def numbered(record: Record, count: int) -> Iterator[Record]:
    """The record under so many ids."""
    return (replace(record, id=f"a{number}") for number in range(count))
