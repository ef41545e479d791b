"""Writers of comparisons, by name."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from factx.comparison.as_dict import as_dict

if TYPE_CHECKING:
    from collections.abc import Container
    from typing import TextIO

    from factx.comparison.change import Comparison


class DiffFormat(StrEnum):
    """Names of the writers, as ``factx diff --format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


class DiffWriter(Protocol):
    """Writes documents as they are compared; ``close`` writes what follows the last one."""

    def write(self, comparison: Comparison) -> None:
        """Write one document."""

    def close(self) -> None:
        """Write the end."""


def diff_writer(form: DiffFormat, stream: TextIO, shared: Container[str | None] = ()) -> DiffWriter:
    """The writer of that name, before its first document; a ``shared`` path is that of several documents."""
    match form:
        case DiffFormat.JSONL:
            return DiffLines(stream)
        case DiffFormat.JSON:
            return DiffArray(stream)
        case DiffFormat.TABLE:
            from factx.comparison.table import DiffTable  # noqa: PLC0415  Rich is not needed to write JSON

            return DiffTable(stream, shared)


class DiffLines:
    """A document a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, comparison: Comparison) -> None:
        """Write the line and flush it."""
        self._stream.write(json.dumps(as_dict(comparison), ensure_ascii=False) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""


class DiffArray:
    """One array of documents."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._before = "[\n"

    def write(self, comparison: Comparison) -> None:
        """Write the next element and flush it."""
        self._stream.write(self._before + json.dumps(as_dict(comparison), ensure_ascii=False))
        self._stream.flush()
        self._before = ",\n"

    def close(self) -> None:
        """Close the bracket."""
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._stream.flush()
