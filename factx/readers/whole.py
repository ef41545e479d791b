"""What can only be read as a whole, with a bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.errors import InputError

if TYPE_CHECKING:
    from typing import BinaryIO

# As text and parsed, a document takes several times its size in memory; what is larger than this comes as JSON Lines.
LIMIT = 2**30
CHUNK = 2**20


def whole(stream: BinaryIO, where: str, limit: int = LIMIT) -> bytes:
    """Everything that is left of the stream. Raises InputError where that is more than ``limit`` bytes."""
    parts, size = [], 0
    while part := stream.read(CHUNK):
        size += len(part)
        if size > limit:
            why = f"has more than {limit >> 20} MB, too much to be one document; give its articles one by one"
            raise InputError(where, f"{why}, as JSON Lines for example")
        parts.append(part)
    return b"".join(parts)
