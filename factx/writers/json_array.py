"""JSON: one array of records, whether there are none, one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.as_json import as_json

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record


class JsonArray:
    """Writes the array record by record; it is JSON once it is closed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._before = "[\n"

    def write(self, record: Record) -> None:
        """Write the next element and flush it."""
        self._stream.write(self._before + as_json(record))
        self._stream.flush()
        self._before = ",\n"

    def close(self) -> None:
        """Close the bracket."""
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._stream.flush()
