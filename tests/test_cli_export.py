"""``factx export``: records in other formats, without the pipeline."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pyarrow.parquet as pq
import pytest

from factx.flat import rows
from factx.record import to_dict
from factx.writers.formats import SUFFIXES, Format
from tests.conftest import ROOT, SEED, environment, everything

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record
    from tests.conftest import Factx


def lines(*records: Record) -> bytes:
    """The records as factx extract writes them in a pipe."""
    return "".join(json.dumps(to_dict(record), ensure_ascii=False) + "\n" for record in records).encode()


def test_what_extract_writes_export_writes(factx: Factx) -> None:
    extracted = factx("extract", "-q", "--date", "2023-11-12", SEED)
    for options in (["--flat", "--kind", "speech"], ["-f", "markdown"]):
        direct = factx("extract", "-q", "--date", "2023-11-12", *options, SEED)
        exported = factx("export", *options, stdin=extracted.stdout)
        assert (exported.returncode, exported.err, exported.out) == (0, "", direct.out)


def test_the_pipeline_is_not_loaded(tmp_path: Path, record: Record) -> None:
    (tmp_path / "records.jsonl").write_bytes(lines(record))
    command = [sys.executable, "-X", "importtime", "-m", "factx", "export", "records.jsonl", "-f", "csv"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment(), check=False)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert (done.returncode, "Ada Lund" in done.stdout) == (0, True)
    assert imported.isdisjoint({"spacy", "numpy", "onnxruntime", "pyarrow", "sqlite3"})


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_suffix_names_the_format(factx: Factx, tmp_path: Path, record: Record, suffix: str) -> None:
    output = tmp_path / f"out{suffix.upper()}"
    assert factx("export", "-o", output, stdin=lines(record)).returncode == 0
    begins = {
        Format.JSONL: b'{"factx_schema"',
        Format.JSON: b'[\n{"factx_schema"',
        Format.CSV: b'"document_id","path"',
        Format.TSV: b'"document_id"\t"path"',
        Format.MARKDOWN: b"# storm.txt\n",
        Format.SQLITE: b"SQLite format 3\0",
        Format.PARQUET: b"PAR1",
    }
    form = SUFFIXES[suffix]
    if form in begins:
        assert output.read_bytes().startswith(begins[form])


def test_flat_is_an_object_for_each_claim(factx: Factx, record: Record) -> None:
    expected = [dict(row) for row in rows(record)]
    done = factx("export", "--flat", stdin=lines(record))
    assert [json.loads(line) for line in done.out.splitlines()] == expected
    assert json.loads(factx("export", "--flat", "-f", "json", stdin=lines(record)).out) == expected
    assert json.loads(factx("export", "--flat", "-f", "json", stdin=lines(replace(record, claims=()))).out) == []


def test_claims_are_chosen_as_in_extract(factx: Factx, record: Record) -> None:
    done = factx("export", "-f", "csv", "--kind", "speech", "--min-confidence", "0.9", stdin=lines(record))
    assert [row["claim_id"] for row in csv.DictReader(io.StringIO(done.out))] == ["c2"]
    textless = factx("export", "--no-text", stdin=lines(record))
    assert "text" not in json.loads(textless.out)


def test_a_database_is_added_to_and_read_as_records(factx: Factx, tmp_path: Path, record: Record) -> None:
    other = replace(record, id="a2")
    assert factx("export", "-o", "news.db", stdin=lines(record)).returncode == 0
    assert factx("export", "-o", "news.db", stdin=lines(other, replace(record, title="Storm"))).returncode == 0
    done = factx("export", "news.db")
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a2", "a1"]
    assert json.loads(done.out.splitlines()[1]) == to_dict(replace(record, title="Storm"))
    counted = json.loads(factx("sources", "news.db").out)
    assert [article["id"] for article in counted["articles"]] == ["a2", "a1"]
    with closing(sqlite3.connect(tmp_path / "news.db")) as database:
        assert database.execute("SELECT count(*) FROM claims").fetchone() == (6,)


def test_parquet_goes_through_a_pipe_and_to_no_terminal(factx: Factx, tmp_path: Path, record: Record) -> None:
    done = factx("export", "-f", "parquet", stdin=lines(record))
    assert pq.read_table(io.BytesIO(done.stdout)).num_rows == 3
    (tmp_path / "records.jsonl").write_bytes(lines(record))
    command = [sys.executable, "-m", "factx", "export", str(tmp_path / "records.jsonl"), "-f", "parquet"]
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=subprocess.PIPE, env=environment()) as run:
        os.close(follower)
        assert everything(leader) == b""
        assert run.stderr
        assert b"no text for a terminal" in run.stderr.read()
    assert run.returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-f", "sqlite"], "-f sqlite writes a file: name it with --output FILE"),
        (["-f", "csv", "--flat"], "--flat goes with -f json or jsonl, not with csv"),
        (["-o", "out.db", "--flat"], "--flat goes with -f json or jsonl, not with sqlite"),
        (["-o", ".", "-f", "sqlite"], "--output .: cannot be written"),
        (["-o", "nowhere/news.db"], "--output nowhere/news.db: cannot be written: the folder does not exist"),
        (["-o", "/proc/news.db"], "/proc/news.db"),
    ],
)
def test_what_cannot_be_written_is_one_line(factx: Factx, record: Record, arguments: list[str], said: str) -> None:
    done = factx("export", *arguments, stdin=lines(record))
    assert done.returncode in {1, 2}
    assert (done.out, done.err.count("\n")) == ("", 1)
    assert said in done.err


def test_what_is_no_record_is_named_and_an_earlier_file_stays(factx: Factx, tmp_path: Path, record: Record) -> None:
    (tmp_path / "article.txt").write_text("The mayor said it rained.")
    (tmp_path / "earlier.csv").write_text("earlier")
    done = factx("export", "article.txt", "-o", "earlier.csv")
    assert (done.returncode, done.err.count("\n")) == (3, 1)
    assert "article.txt: is no record of factx" in done.err
    assert (tmp_path / "earlier.csv").read_text() == "earlier"
    (tmp_path / "mixed.jsonl").write_bytes(lines(record) + b"{}\n" + lines(replace(record, id="a2")))
    mixed = factx("export", "mixed.jsonl", "-f", "jsonl")
    assert mixed.returncode == 4
    assert [json.loads(line)["id"] for line in mixed.out.splitlines()] == ["a1", "a2"]
    assert mixed.err.startswith("factx: error: mixed.jsonl:2: ")


@pytest.mark.parametrize("version", [0, 2])
def test_a_database_of_another_schema_is_no_input(factx: Factx, tmp_path: Path, record: Record, version: int) -> None:
    factx("export", "-o", "news.db", stdin=lines(record))
    with closing(sqlite3.connect(tmp_path / "news.db")) as database:
        database.execute(f"PRAGMA user_version = {version}")
    for arguments in (["export", "news.db"], ["query", "news.db"]):
        done = factx(*arguments)
        assert (done.returncode, done.out, done.err.count("\n")) == (3, "", 1)
        assert f"news.db: is a database of schema {version}, and this factx knows schema 1" in done.err
    assert factx("export", "-o", "news.db", stdin=lines(record)).returncode == 2


def test_duckdb_answers_what_the_readme_asks_it(
    factx: Factx, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = re.search(r'-o claims.jsonl --flat && duckdb -c "(.*)"', (ROOT / "README.md").read_text("utf-8"))
    assert question
    factx("export", "-o", "claims.jsonl", "--flat", stdin=lines(record))
    monkeypatch.chdir(tmp_path)
    assert set(duckdb.execute(question[1]).fetchall()) == {(None, 1), ("state media", 1), ("Ada Lund", 1)}
