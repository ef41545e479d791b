"""The begin of a stream, looked at without taking it away: standard input cannot be read twice."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

    from typing_extensions import Buffer

SIZE = 2**13

# Lines that say nothing of what follows: declarations and comments of XML and HTML, brackets of JSON alone.
UNDECIDED = (b"<?xml", b"<!--")
BRACKETS = (b"", b"[", b"{")
MARKS = b"\xef\xbb\xbf\xfe\xff"  # bytes of byte order marks; before the second byte of a letter stands a zero


def begun(stream: BinaryIO, *, telling: bool = False) -> tuple[bytes, BinaryIO]:
    """The first line, or all up to the first line that is ``telling``, and the stream as it was.

    Not more than that is awaited: who pipes lines in, one at a time, has the first one read at once.
    """
    head = b""
    while len(head) < SIZE and (line := stream.readline(SIZE - len(head))):
        head += line
        said = line.replace(b"\0", b"").lstrip(MARKS).strip()
        if not telling or (said not in BRACKETS and not said.startswith(UNDECIDED)):
            break
    return head, io.BufferedReader(_Rewound(head, stream), 2**16)


class _Rewound(io.RawIOBase):
    """What was read already, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        part = self._head[: len(view)] or self._rest.read1(len(view))  # type: ignore[attr-defined]  # all are buffered
        self._head = self._head[len(view) :]
        view[: len(part)] = part
        return len(part)
