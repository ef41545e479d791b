"""The answers of servers in a WARC archive, through FastWARC, which never sees an error of the stream it reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from fastwarc.warc import WarcRecord

OK = 200
PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. ``payload``, as it was sent, only of pages: no more than ``limit`` and a byte of it."""

    url: str | None
    status: int
    kind: str
    charset: str | None
    encodings: tuple[str, ...]
    payload: bytes

    @property
    def is_page(self) -> bool:
        """Whether it is HTML, and what was asked for."""
        return self.status == OK and self.kind in PAGES


def answers(stream: BinaryIO, where: str, limit: int) -> Iterator[Answer]:
    """One after the other, as the archive is read. Raises InputError where it is damaged or cut off."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  an extra
    except ImportError as error:
        raise InputError(where, "is a WARC archive, which needs an extra: pip install 'factx[warc]'") from error
    source = _Source(stream)
    try:
        for record in ArchiveIterator(source, record_types=WarcRecordType.response, parse_http=True):
            answer = _answer(record, limit)
            if answer is None:
                break
            yield answer
        else:
            if source.error is None:
                return
    except OSError as error:
        raise InputError(where, f"is a damaged archive: {error}") from error
    raise source.error or InputError(where, "is cut off: its last record is not whole; get the whole file")


def _answer(record: WarcRecord, limit: int) -> Answer | None:
    """None where the record is not whole."""
    headers = record.http_headers
    if headers is None or headers.status_code is None:
        return None
    kind = (record.http_content_type or "without content type").lower()
    encodings = tuple(
        part.strip().lower()
        for name in ("Content-Encoding", "Transfer-Encoding")
        for part in (headers.get(name) or "").split(",")
        if part.strip()
    )
    answer = Answer(
        record.headers.get("WARC-Target-URI"), headers.status_code, kind, record.http_charset, encodings, b""
    )
    if not answer.is_page:
        return answer
    payload = record.reader.read(limit + 1)
    whole = len(payload) >= min(record.content_length, limit + 1)
    return replace(answer, payload=payload) if whole else None


class _Source:
    """A stream that comes to its end where reading it fails: FastWARC would end the program."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self.error: InputError | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            part: bytes = self._stream.read1(size)  # type: ignore[attr-defined]  # all are buffered
        except InputError as error:
            self.error = error
            return b""
        self._at += len(part)
        return part

    def tell(self) -> int:
        return self._at

    def seek(self, _offset: int, _whence: int = 0) -> int:
        return self._at

    def close(self) -> None:
        """The stream is closed by who opened it."""
