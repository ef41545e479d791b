"""WARC: the pages of an archive, with their addresses; what else is in it is told, what is cut off is an error."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, Reading, read
from tests.conftest import environment
from tests.pages import CANONICAL, LINKED, SAID, TEXT, page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = page(LINKED + CANONICAL).encode()


def answer(
    url: str, body: bytes = PAGE, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """A record of what a server answered, as crawlers write it."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return record("response", "\r\n".join(lines).encode() + b"\r\n\r\n" + body, url)


def record(kind: str, payload: bytes, url: str = "") -> bytes:
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Date: 2023-11-12T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>",
        f"Content-Length: {len(payload)}",
        "Content-Type: application/http; msgtype=response" if url else "Content-Type: application/warc-fields",
        *([f"WARC-Target-URI: {url}"] if url else []),
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + payload + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 1000] for at in range(0, len(body), 1000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.warc.gz"


def found(path: Path, *records: bytes, packed: bool = True, cut: int = 0) -> tuple[list[Found | InputError], list[str]]:
    """What is found, and what is told; records are packed one by one, as crawlers do."""
    data = b"".join(map(gzip.compress, records) if packed else records)
    path.write_bytes(data[: len(data) - cut])
    told: list[str] = []
    read_back = [one for one in read(str(path), Reading(tell=told.append)) if isinstance(one, Found | InputError)]
    return read_back, told


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_are_articles_with_their_addresses(path: Path, packed: bool) -> None:  # noqa: FBT001  a case
    url = "https://news.example.org/1"
    (one, two), told = found(path, record("warcinfo", b"software: x"), answer(url), answer(f"{url}?a=b"), packed=packed)
    assert isinstance(one, Found)
    assert isinstance(two, Found)
    assert (one.article.text, one.article.url, one.article.path) == (TEXT, url, str(path))
    assert (one.article.published, one.article.published_by) == ("2023-11-12T14:05:00+01:00", "metadata")
    assert (one.where, two.where) == (f"{path}, {url}", f"{path}, {url}?a=b")
    assert told == []


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"Content_Encoding": "deflate"}),
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE)), {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
        (PAGE, {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),  # undone by the crawler
        (PAGE, {"X_Crawler_Content_Encoding": "br"}),
    ],
)
def test_what_http_encoded_is_decoded(path: Path, body: bytes, headers: dict[str, str]) -> None:
    (one,), _ = found(path, answer("https://a.example/1", body, **headers))
    assert isinstance(one, Found)
    assert one.article.text == TEXT


def test_the_charset_of_the_headers_goes_before_the_pages_own(path: Path) -> None:
    body = page(LINKED, '<meta charset="utf-8">').encode("windows-1251")
    (one,), _ = found(path, answer("https://a.example/1", body, kind="text/html; charset=windows-1251"))
    assert isinstance(one, Found)
    assert SAID in one.article.text
    assert one.remarks == ()


@pytest.mark.parametrize("charset", ["none", "no\0ne", "hex", "utf-16"])
def test_a_charset_that_cannot_be_is_not_believed(path: Path, charset: str) -> None:
    (one,), _ = found(path, answer("https://a.example/1", kind=f"text/html; charset={charset}"))
    assert isinstance(one, Found)
    assert one.article.text == TEXT


def test_what_is_no_page_is_counted_and_a_page_without_an_article_is_an_error(path: Path) -> None:
    records = [
        answer("https://a.example/1", b"", "404 Not Found"),
        answer("https://a.example/2", b"\xff\xd8\xff", kind="image/jpeg"),
        answer("https://a.example/3", b"<html><body></body></html>"),
        answer("https://a.example/4"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", "https://a.example/4"),
        answer("https://a.example/5", b"", "404 Not Found"),
    ]
    (empty, one), told = found(path, *records)
    assert str(empty).startswith(f"{path}, https://a.example/3: is a page without the text of an article")
    assert isinstance(one, Found)
    assert told == [f"{path}: 1 left out: image/jpeg", f"{path}: 2 left out: status 404"]


def test_an_archive_without_pages_is_an_error(path: Path) -> None:
    (error,), _ = found(path, answer("https://a.example/1", b"", "404 Not Found"))
    assert "has no page of HTML that a server sent; it has 1 other answers" in str(error)


@pytest.mark.parametrize(("packed", "cut"), [(True, 100), (True, 5), (False, 1000), (False, len(PAGE))])
def test_what_is_cut_off_says_what_was_read(path: Path, packed: bool, cut: int) -> None:  # noqa: FBT001  a case
    records = [answer(f"https://a.example/{n}") for n in range(3)]
    *whole, error = found(path, *records, packed=packed, cut=cut)[0]
    assert [isinstance(one, Found) for one in whole][:2] == [True, True]
    assert isinstance(error, InputError)
    assert "is cut off" in str(error)
    assert f"({len(whole)} pages were read before)" in str(error)


def test_what_is_damaged_says_what_was_read(path: Path) -> None:
    one, error = found(path, answer("https://a.example/1"), b"no record\r\n" * 100, packed=False)[0]
    assert isinstance(one, Found)
    assert "is a damaged archive" in str(error)
    assert "(1 pages were read before)" in str(error)


@pytest.mark.parametrize(
    ("body", "encoding", "why"),
    [
        (gzip.compress(bytes(2**26)), "gzip", "more than 20 MB"),
        (zlib.compress(bytes(2**26)), "deflate", "more than 20 MB"),
        (gzip.compress(PAGE)[:100] + bytes(500), "gzip", "cannot be unpacked"),
        (b"<" * (21 * 2**20), "identity", "more than 20 MB"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_an_error_of_its_own(
    path: Path, body: bytes, encoding: str, why: str
) -> None:
    records = answer("https://a.example/1", body, Content_Encoding=encoding), answer("https://a.example/2")
    (error, one), _ = found(path, *records, packed=False)
    assert why in str(error)
    assert isinstance(one, Found)


def test_without_the_extra_it_is_named(path: Path) -> None:
    path.write_bytes(answer("https://a.example/1"))
    code = (
        "import sys; sys.modules['fastwarc'] = None\n"
        "from factx.readers import Reading, read\n"
        f"print(*read({str(path)!r}, Reading()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert "is a WARC archive, which needs an extra: pip install 'factx[warc]'" in done.stdout
