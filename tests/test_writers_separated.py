"""CSV and TSV: read by Python's csv and by DuckDB, and by no spreadsheet as formulas."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.flat import COLUMNS, rows
from factx.record import Span
from factx.writers import Format, writer
from factx.writers.sheets.separated import FORMULA, defused, original

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record

DIALECTS = {Format.CSV: ",", Format.TSV: "\t"}
NASTY = [
    "=cmd|'/c calc'!A1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "'",
    "''-1",
    'a "quoted", b',
    "a\tb\r\nc",
    "",
]


def written(form: Format, *records: Record) -> str:
    """All that a writer writes."""
    stream = io.StringIO(newline="")
    made = writer(form, stream)
    for record in records:
        made.write(record)
    made.close()
    return stream.getvalue()


def read(text: str, form: Format) -> list[dict[str, str]]:
    """The rows as Python's csv reads them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=DIALECTS[form], strict=True))


def titled(record: Record, title: str) -> Record:
    """The record with a title that whoever wrote the article chose."""
    return replace(record, title=title)


@pytest.mark.parametrize("form", DIALECTS)
def test_a_line_is_a_claim_and_reads_as_its_row(record: Record, form: Format) -> None:
    found = read(written(form, record, record), form)
    expected = [*rows(record), *rows(record)]
    assert len(found) == len(expected)
    for line, row in zip(found, expected, strict=True):
        assert list(line) == list(COLUMNS)
        assert line["content"] == row["content"]
        assert line["confidence"] == str(row["confidence"])
        assert line["second_hand"] == ("true" if row["second_hand"] else "false")
        assert line["parent"] == ""
    assert found[1]["chain"] == "port officials | state media"


@pytest.mark.parametrize("form", DIALECTS)
@pytest.mark.parametrize("kept", [0, None])
def test_the_header_is_there_without_claims_too(record: Record, form: Format, kept: int | None) -> None:
    records = [] if kept is None else [replace(record, claims=())]
    assert written(form, *records) == DIALECTS[form].join(f'"{name}"' for name in COLUMNS) + "\r\n"


@pytest.mark.parametrize("form", DIALECTS)
@pytest.mark.parametrize("title", NASTY)
def test_no_cell_begins_as_a_formula_and_what_was_there_can_be_had_again(
    record: Record, form: Format, title: str
) -> None:
    for line in read(written(form, titled(record, title)), form):
        assert not line["title"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert original(line["title"]) == title


@given(st.text(alphabet="'=+-@\t\r\n＝a\"", max_size=6) | st.text())
def test_what_defuses_can_be_undone_and_leaves_all_else_alone(text: str) -> None:
    cell = defused(text)
    assert original(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    if not FORMULA.match(text):
        assert cell == text


@pytest.mark.parametrize("form", DIALECTS)
def test_duckdb_reads_it_with_its_types(record: Record, form: Format, tmp_path: Path) -> None:
    said = record.claims[2].attribution
    assert said
    told = replace(record.claims[2], attribution=replace(said, addressee=Span(0, 1, 'a "b"\r\n,c')))
    path = tmp_path / f"claims.{form}"
    path.write_text(written(form, replace(record, claims=(*record.claims[:2], told))), encoding="utf-8", newline="")
    question = """
        SELECT speaker, last_day - first_day, confidence * 2, second_hand AND true, parent, addressee, content
        FROM read_csv(?, delim=?) ORDER BY claim_id
    """
    found = duckdb.execute(question, [str(path), DIALECTS[form]]).fetchall()
    contents = [claim.content.text for claim in record.claims]
    assert found == [
        (None, 0, 1.0, False, None, None, contents[0]),
        ("state media", 11, 1.86, True, None, None, contents[1]),
        ("Ada Lund", 0, 1.6, False, None, 'a "b"\r\n,c', contents[2]),
    ]
