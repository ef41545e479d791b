"""JSON in one piece, written element by element: an array, or an object whose last value is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.as_json import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from factx.record import Record


def whole(record: Record) -> list[str]:
    """The record as the one element that it makes."""
    return [as_json(record)]


class JsonArray:
    """Writes what ``elements`` makes of each record, which is JSON without a line break; all is JSON once it is closed.

    ``opening`` and ``closing`` are what stands around the elements.
    """

    def __init__(
        self,
        stream: TextIO,
        elements: Callable[[Record], Sequence[str]] = whole,
        *,
        opening: str = "[",
        closing: str = "]",
    ) -> None:
        self._stream = stream
        self._elements = elements
        self._before = self._opening = opening
        self._closing = closing

    def write(self, record: Record) -> None:
        """Write the record's elements and flush them. Raises InputError, with nothing written."""
        for element in self._elements(record):
            self._stream.write(f"{self._before}\n{element}")
            self._before = ","
        self._stream.flush()

    def close(self) -> None:
        """Close the brackets, also around nothing."""
        alone = self._before is self._opening
        self._stream.write(f"{self._opening}{self._closing}\n" if alone else f"\n{self._closing}\n")
        self._stream.flush()
