"""Which articles are worked on together. It depends on the inputs and their order alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.read import files_of, is_lines
from factx.scale.part import BLOCK, Part, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.readers import Reading

FILES = 500  # so that a folder of small files is cut as well


def plan(paths: Sequence[str], how: Reading, size: int) -> tuple[Part, ...]:
    """The parts of these files, each of about ``size`` bytes. JSON Lines are cut between lines, other files never.

    A file that cannot be read is in its part all the same: the worker says why.
    """
    parts: list[Part] = []
    held: list[Piece] = []
    weight = 0

    def close() -> None:
        nonlocal held, weight
        if held:
            parts.append(Part(len(parts), tuple(held), weight))
        held, weight = [], 0

    for piece, bytes_ in _pieces(paths, how, size):
        if held and (weight + bytes_ > size or len(held) >= FILES):
            close()
        held.append(piece)
        weight += bytes_
    close()
    return tuple(parts)


def share(parts: Sequence[Part], number: int, of: int) -> tuple[Part, ...]:
    """Those of the ``number``-th of so many shards, from 1: every ``of``-th part, so that all have as much to do."""
    return tuple(part for part in parts if part.number % of == number - 1)


def _pieces(paths: Sequence[str], how: Reading, size: int) -> Iterator[tuple[Piece, int]]:
    """Each with its size in bytes."""
    for found in (file for path in paths for file in files_of(path, how)):
        path = found.where if isinstance(found, InputError) else found  # reading it says the same
        try:
            whole = Path(path).stat().st_size
            cut = whole > size and is_lines(path, how)
        except OSError:
            yield Piece(path), 0
            continue
        if cut:
            yield from ((piece, (piece.stop or whole) - piece.start) for piece in _cut(path, size))
        else:
            yield Piece(path), whole


def _cut(path: str, size: int) -> Iterator[Piece]:
    """Lines of about ``size`` bytes together; one line is never cut."""
    start = at = 0
    line = lines = 1
    with Path(path).open("rb") as stream:
        while block := stream.read(BLOCK):
            end = 0
            while at + len(block) - start >= size:
                reach = max(end, start + size - at - 1)
                found = block.find(b"\n", reach) + 1
                if not found:
                    break
                lines += block.count(b"\n", end, found)
                yield Piece(path, start, at + found, line)
                start, line, end = at + found, lines, found
            lines += block.count(b"\n", end)
            at += len(block)
    if at > start:
        yield Piece(path, start, at, line)
