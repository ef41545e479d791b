"""JSON Lines: a record a line, there as soon as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.as_json import as_json

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record


class JsonLines:
    """Writes each record as one line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        """Write the line and flush it."""
        self._stream.write(as_json(record) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""
