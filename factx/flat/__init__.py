"""A record as rows for tables: one for each claim, under the same columns in every format."""

from __future__ import annotations

from factx.flat.columns import COLUMNS, Column, Row, Value
from factx.flat.rows import rows

__all__ = ["COLUMNS", "Column", "Row", "Value", "rows"]
