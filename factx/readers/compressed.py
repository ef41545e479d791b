"""gzip, bzip2, xz and Zstandard, known by their first bytes; unpacked as it is read, and within bounds."""

from __future__ import annotations

import io
from collections.abc import Callable  # noqa: TC003  a named tuple evaluates its types
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factx.errors import InputError

if TYPE_CHECKING:
    from typing import BinaryIO

    from typing_extensions import Buffer

# Texts are packed to a third or a tenth of their size, repetitive ones to a hundredth; gzip cannot do better than 1032.
# What still unpacks to more than this, after a size that no memory minds, was made to fill a disk or a memory.
RATIO, FREE = 1000, 2**24

# One piece of the packed stream at a time: what it unpacks to is held in memory.
PIECE = 2**12


class Unpacker(Protocol):
    """What zlib, bz2, lzma and zstandard have in common."""

    @property
    def eof(self) -> bool:
        """Whether the packed stream has come to its end."""

    @property
    def unused_data(self) -> bytes:
        """What came after the end."""

    def decompress(self, data: bytes, /) -> bytes:
        """What can be unpacked so far."""


class Kind(NamedTuple):
    """A way of packing: the first bytes, the name, and what unpacks it where that is at hand."""

    magic: bytes
    name: str
    make: Callable[[str], Callable[[], Unpacker]]


def unpacked(stream: BinaryIO, head: bytes, where: str) -> BinaryIO:
    """What the stream unpacks to if ``head``, its begin, is that of something packed, else the stream itself.

    Reading raises InputError where it is cut off, damaged, or unpacks to unreasonably much.
    """
    for kind in KINDS:
        if head.startswith(kind.magic):
            return io.BufferedReader(_Unpacked(stream, kind, kind.make(where), where), 2**16)
    return stream


def is_packed(head: bytes) -> bool:
    """Whether a stream with that begin is packed."""
    return any(head.startswith(kind.magic) for kind in KINDS)


def _gzip(_: str) -> Callable[[], Unpacker]:
    import zlib  # noqa: PLC0415  few inputs are packed

    return lambda: zlib.decompressobj(wbits=31)


def _bzip2(_: str) -> Callable[[], Unpacker]:
    import bz2  # noqa: PLC0415  the same

    return bz2.BZ2Decompressor


def _xz(_: str) -> Callable[[], Unpacker]:
    import lzma  # noqa: PLC0415  the same

    return lzma.LZMADecompressor


def _zstandard(where: str) -> Callable[[], Unpacker]:
    try:
        from zstandard import ZstdDecompressor  # noqa: PLC0415  the same
    except ImportError as error:
        why = "is packed with Zstandard, which needs an extra: pip install 'factx[zst]' (or unpack it: zstd -d)"
        raise InputError(where, why) from error
    return ZstdDecompressor().decompressobj


KINDS = (
    Kind(b"\x1f\x8b", "gzip", _gzip),
    Kind(b"BZh", "bzip2", _bzip2),
    Kind(b"\xfd7zXZ\0", "xz", _xz),
    Kind(b"\x28\xb5\x2f\xfd", "zstd", _zstandard),
)


class _Unpacked(io.RawIOBase):
    """What a packed stream holds, and those that follow it: gzip and the others may be concatenated."""

    def __init__(self, packed: BinaryIO, kind: Kind, make: Callable[[], Unpacker], where: str) -> None:
        self._packed, self._kind, self._make, self._where = packed, kind, make, where
        self._unpacker = make()
        self._ready = memoryview(b"")
        self._read = self._gave = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        while not self._ready:
            piece = self._following() if self._unpacker.eof else self._piece()
            if not piece and self._unpacker.eof:
                return 0
            self._unpack(piece)
        size = min(len(view), len(self._ready))
        view[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _piece(self) -> bytes:
        piece: bytes = self._packed.read1(PIECE)  # type: ignore[attr-defined]  # all are buffered
        self._read += len(piece)
        return piece

    def _following(self) -> bytes:
        """The begin of the next stream, after zeros that fill up the last one; nothing where there is none."""
        piece = self._unpacker.unused_data.lstrip(b"\0")
        while not piece and (more := self._piece()):
            piece = more.lstrip(b"\0")
        if not piece:
            return b""
        if len(piece) < len(self._kind.magic):
            piece += self._piece()
        if not piece.startswith(self._kind.magic):
            raise InputError(self._where, f"is damaged: something else follows its {self._kind.name} stream")
        self._unpacker = self._make()
        return piece

    def _unpack(self, piece: bytes) -> None:
        """Raises InputError."""
        if not piece:
            raise InputError(self._where, f"is cut off: its {self._kind.name} stream has no end; get the whole file")
        try:
            self._ready = memoryview(self._unpacker.decompress(piece))
        except Exception as error:  # each library has its own
            why = f"is damaged: its {self._kind.name} stream cannot be unpacked: {error}"
            raise InputError(self._where, why) from error
        self._gave += len(self._ready)
        if self._gave > FREE and self._gave > RATIO * self._read:
            why = f"unpacks to more than {RATIO} times its size, as no text does; unpack it yourself if you trust it"
            raise InputError(self._where, why)
