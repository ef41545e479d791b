"""What a server sent, without the encodings that HTTP sent it in (RFC 9112, section 7; RFC 9110, section 8.4)."""

from __future__ import annotations

import zlib
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader

from factx.errors import InputError

GZIP = b"\x1f\x8b"


def body(payload: bytes, encodings: tuple[str, ...], where: str, limit: int) -> bytes:
    """No more than ``limit`` bytes and one, so that what is too large is seen. Raises InputError.

    Crawlers may have undone an encoding and kept its header, so what is not encoded is taken as it is.
    """
    try:
        for encoding in reversed(encodings):
            payload = _decoded(payload, encoding, limit + 1)
    except (OSError, zlib.error) as error:
        raise InputError(where, f"is a page that cannot be unpacked: {error}") from error
    return payload


def _decoded(payload: bytes, encoding: str, limit: int) -> bytes:
    match encoding:
        case "gzip" | "x-gzip" if payload.startswith(GZIP):
            return GzipReader(BytesIO(payload)).read(limit)
        case "deflate":
            return zlib.decompressobj(_deflate_bits(payload)).decompress(payload, limit)
        case "br":
            return BrotliReader(BytesIO(payload)).read(limit)
        case "chunked":
            return _unchunked(payload, limit)
    return payload


def _deflate_bits(payload: bytes) -> int:
    """Servers send deflate with the header of zlib, as the standard says, or without."""
    return zlib.MAX_WBITS if payload[:1] == b"\x78" else -zlib.MAX_WBITS


def _unchunked(payload: bytes, limit: int) -> bytes:
    size = payload.partition(b"\r\n")[0].partition(b";")[0].strip()
    try:
        int(size, 16)
    except ValueError:
        return payload
    return ChunkedReader(BytesIO(payload)).read(limit)
