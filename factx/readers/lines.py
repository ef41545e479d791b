"""Lines of a stream, each with a bound, so that no line fills the memory."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.decode import announced, decode
from factx.readers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

# An article of a million words has 6 MB, its record some twenty times as much.
LIMIT = 2**27


def lines(stream: BinaryIO, where: str) -> Iterator[bytes]:
    """Lines in UTF-8; of one that is too long no more than its begin, which ``line_text`` refuses.

    Only UTF-16 and UTF-32 are decoded as a whole: their line ends are not single bytes.
    """
    first = stream.readline(LIMIT + 1)
    encoding = announced(first[:4])
    if not encoding.startswith("utf-8"):
        stream = BytesIO(decode(first + whole(stream, where), where).encode())
        first = stream.readline(LIMIT + 1)
    line = first
    while line:
        yield line
        while len(line) > LIMIT and not line.endswith(b"\n"):
            line = stream.readline(LIMIT + 1)
        line = stream.readline(LIMIT + 1)


def line_text(line: bytes, where: str) -> str:
    """The line as text. Raises InputError."""
    if len(line) > LIMIT:
        raise InputError(where, f"is a line of more than {LIMIT >> 20} MB; factx reads one article a line")
    return decode(line, where)
