"""Rows as JSON objects: a line each, or one array."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from factx.flat import Row


class Lines:
    """An object a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def row(self, row: Row) -> None:
        """Write the line."""
        self._stream.write(_object(row) + "\n")

    def flush(self) -> None:
        """Flush the lines so far."""
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""


class Array:
    """One array, which is JSON once it is closed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._before = "[\n"

    def row(self, row: Row) -> None:
        """Write the next element."""
        self._stream.write(self._before + _object(row))
        self._before = ",\n"

    def flush(self) -> None:
        """Flush the elements so far."""
        self._stream.flush()

    def close(self) -> None:
        """Close the bracket."""
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._stream.flush()


def _object(row: Row) -> str:
    return json.dumps(dict(row), ensure_ascii=False, allow_nan=False)
