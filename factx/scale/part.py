"""Parts: what of the inputs is worked on, and done again, together."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = 6  # of a part's number in names of files
BLOCK = 1 << 20  # bytes that are read at a time


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes [start, stop) of a file, whole lines of which the first is its ``line``-th, from 1; ``stop`` None: all."""

    path: str
    start: int = 0
    stop: int | None = None
    line: int = 1

    def blocks(self) -> Iterator[bytes]:
        """Its bytes. Raises OSError."""
        with Path(self.path).open("rb") as stream:
            stream.seek(self.start)
            left = None if self.stop is None else self.stop - self.start
            while block := stream.read(BLOCK if left is None else min(BLOCK, left)):
                yield block
                left = None if left is None else left - len(block)


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces under a number that is theirs in every run over the same inputs, and their size in bytes."""

    number: int
    pieces: tuple[Piece, ...]
    size: int

    @property
    def name(self) -> str:
        """Of its files, without suffix; names sort as numbers do."""
        return f"{self.number:0{DIGITS}d}"

    def digest(self) -> str:
        """SHA-256 over the paths and bytes of its pieces; a file that cannot be read has none."""
        found = hashlib.sha256()
        for piece in self.pieces:
            found.update(f"{piece.path}\0{piece.line}\0".encode("utf-8", "surrogateescape"))
            try:
                for block in piece.blocks():
                    found.update(block)
            except OSError as error:
                found.update(type(error).__name__.encode())
        return found.hexdigest()


def part_from(fields: dict[str, Any]) -> Part:
    """What ``as_fields`` gave, and JSON of that, as a part again."""
    return Part(fields["number"], tuple(Piece(**piece) for piece in fields["pieces"]), fields["size"])


def as_fields(part: Part) -> dict[str, Any]:
    """The part as JSON can hold it."""
    return asdict(part)
