"""Parquet: the flat rows in typed columns, row group by row group."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

import factx
from factx.errors import UsageError
from factx.flat import COLUMNS, Column, rows
from factx.record import SCHEMA_VERSION

if TYPE_CHECKING:
    from types import ModuleType
    from typing import BinaryIO

    from factx.flat import Row
    from factx.record import Record

GROUP = 20_000  # rows that are held until they are written: less than 100 MB
MISSING = "-f parquet needs pyarrow, which is not installed: pip install 'factx[parquet]'"


class Parquet:
    """Writes a row for each claim; the file is Parquet once it is closed.

    Its metadata has ``factx`` (the version), ``factx_schema`` and ``pipelines``, those that made the records.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._arrow, parquet = _pyarrow()
        self._schema = _schema(self._arrow)
        self._file = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[Row] = []
        self._pipelines: dict[str, None] = {}

    def write(self, record: Record) -> None:
        """Take the rows; a group of them is written when it is full."""
        self._pipelines[json.dumps(asdict(record.pipeline))] = None
        self._rows += rows(record)
        if len(self._rows) >= GROUP:
            self._group()

    def close(self) -> None:
        """Write the last group and the index."""
        if self._rows:
            self._group()
        pipelines = f"[{', '.join(self._pipelines)}]"
        known = {"factx": factx.__version__, "factx_schema": SCHEMA_VERSION, "pipelines": pipelines}
        self._file.add_key_value_metadata(known)
        self._file.close()

    def _group(self) -> None:
        columns = [_column(self._rows, name, column) for name, column in COLUMNS.items()]
        self._file.write_table(
            self._arrow.Table.from_arrays(
                [self._arrow.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)],
                schema=self._schema,
            ),
            row_group_size=len(self._rows),
        )
        self._rows = []


def _column(rows: list[Row], name: str, column: Column) -> list[Any]:
    values: list[Any] = [row[name] for row in rows]
    if column is Column.DAY:
        return [None if value is None else date.fromisoformat(value) for value in values]
    return values


def _schema(arrow: Any) -> Any:  # noqa: ANN401  pyarrow has no types
    types = {
        Column.TEXT: arrow.string(),
        Column.TEXTS: arrow.list_(arrow.string()),
        Column.DAY: arrow.date32(),
        Column.INTEGER: arrow.int64(),
        Column.NUMBER: arrow.float64(),
        Column.FLAG: arrow.bool_(),
    }
    return arrow.schema([(name, types[column]) for name, column in COLUMNS.items()])


def _pyarrow() -> tuple[ModuleType, ModuleType]:
    """Raises UsageError where it is not installed."""
    try:
        import pyarrow  # noqa: ICN001, PLC0415  an extra; only who writes Parquet waits for it
        import pyarrow.parquet  # noqa: PLC0415  the same
    except ImportError as error:
        raise UsageError(MISSING) from error
    return pyarrow, pyarrow.parquet
