"""Parquet: what pyarrow and DuckDB read is what the rows are."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import factx
from factx.errors import UsageError
from factx.flat import COLUMNS, Column, rows
from factx.writers import Format, bytes_writer
from factx.writers.parquet import GROUP

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record


def written(*records: Record) -> bytes:
    """All that the writer writes."""
    stream = io.BytesIO()
    made = bytes_writer(Format.PARQUET, stream)
    for record in records:
        made.write(record)
    made.close()
    return stream.getvalue()


def expected(record: Record) -> list[dict[str, Any]]:
    """The rows, with days as Python has them."""
    found = [dict(row) for row in rows(record)]
    days = [name for name, column in COLUMNS.items() if column is Column.DAY]
    return [row | {name: row[name] and date.fromisoformat(str(row[name])) for name in days} for row in found]


def test_pyarrow_reads_the_rows_in_their_types(record: Record) -> None:
    table = pq.read_table(io.BytesIO(written(record, record)))
    assert table.to_pylist() == expected(record) * 2
    assert table.schema.field("first_day").type == pa.date32()
    assert table.schema.field("chain").type == pa.list_(pa.string())
    assert table.schema.field("second_hand").type == pa.bool_()
    assert table.column_names == list(COLUMNS)


def test_the_metadata_says_what_made_it(record: Record) -> None:
    other = replace(record, pipeline=replace(record.pipeline, version="2"))
    metadata = pq.read_metadata(io.BytesIO(written(record, other, record))).metadata
    assert metadata[b"factx"].decode() == factx.__version__
    assert metadata[b"factx_schema"] == b"1.0"
    assert [made["version"] for made in json.loads(metadata[b"pipelines"])] == ["0", "2"]


def test_the_same_records_make_the_same_bytes(record: Record) -> None:
    assert written(record, record) == written(record, record)


@pytest.mark.parametrize("count", [0, 1])
def test_without_claims_it_is_a_table_without_rows(record: Record, count: int) -> None:
    table = pq.read_table(io.BytesIO(written(*[replace(record, claims=())] * count)))
    assert (table.num_rows, table.column_names) == (0, list(COLUMNS))


def test_duckdb_asks_it(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(written(record))
    question = "SELECT speaker, len(chain), first_day FROM read_parquet(?) WHERE second_hand"
    found = duckdb.execute(question, [str(path)]).fetchall()
    assert found == [("state media", 2, date(2023, 11, 1))]


def test_many_rows_are_written_in_groups(record: Record) -> None:
    many = replace(record, claims=record.claims * 1000)
    count = GROUP // len(many.claims) + 2
    read = pq.ParquetFile(io.BytesIO(written(*[many] * count)))
    assert read.metadata.num_rows == count * len(many.claims)
    assert read.metadata.num_row_groups == 2
    assert read.read_row_group(0).num_rows >= GROUP


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'factx\[parquet\]'"):
        bytes_writer(Format.PARQUET, io.BytesIO())
