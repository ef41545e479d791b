"""What a file is: by its content where that is certain, else by its suffix; what is no text is refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from tests.pages import LINKED, TEXT, page

if TYPE_CHECKING:
    from pathlib import Path


def found(path: Path, data: bytes, how: Reading | None = None) -> Found | InputError:
    path.write_bytes(data)
    (one,) = read(str(path), how or Reading())
    assert isinstance(one, Found | InputError)
    return one


@pytest.mark.parametrize("name", ["a.txt", "a", "a.html", "a.HTM", "a.page"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n", "<!-- saved from the web -->\n", '<?xml version="1.0"?>\n'])
def test_a_page_is_known_by_its_begin(tmp_path: Path, name: str, before: str) -> None:
    one = found(tmp_path / name, (before + page(LINKED)).encode())
    assert isinstance(one, Found)
    assert one.article.text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "<b>Storm</b> It rained.",
        "[Reuters] It rained.",
        "[{Reuters}] It rained.",
        "{Storm} It rained.",
        "--- It rained. ---",
        "# It rained.",
        "text,id\nIt rained,1",
        "WARCraft: it rained.",
        "BZ headlines: it rained.",
        "%PDF is a format, she said.",
        "PK said it rained.",
        "\n\n  \n[\nIt rained.",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_what_is_not_certain_is_a_text(tmp_path: Path, name: str, text: str) -> None:
    one = found(tmp_path / name, text.encode())
    assert isinstance(one, Found)
    assert one.article.text == text


@pytest.mark.parametrize("asked", [InputFormat.AUTO, InputFormat.TEXT])
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "Make a text of it first: pdftotext FILE - | factx extract -"),
        (b"PK\x03\x04\x14\0", "is a ZIP archive, as .docx"),
        (b"{\\rtf1\\ansi It rained.}", "is Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"\x89PNG\r\n\x1a\n\0", "is an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is an image"),
        (b"SQLite format 3\0", "is an SQLite database"),
        (b"PAR1\x15", "is Parquet"),
        (b"news/" + bytes(252) + b"ustar  \0", "is a tar archive; unpack it"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_by_its_name(tmp_path: Path, asked: InputFormat, data: bytes, why: str) -> None:
    for name in ("a.txt", "a.pdf", "a"):
        error = found(tmp_path / name, data, Reading(asked))
        assert isinstance(error, InputError)
        assert why in str(error)


@pytest.mark.parametrize(
    "data", ['<?xml version="1.0"?>\n<nitf><body/></nitf>', "<rss><channel/></rss>", "<!DOCTYPE nitf>"]
)
def test_other_xml_is_refused_unless_it_is_called_a_text(tmp_path: Path, data: str) -> None:
    error = found(tmp_path / "a.xml", data.encode())
    assert "is XML, which factx does not read" in str(error)
    one = found(tmp_path / "a.xml", data.encode(), Reading(InputFormat.TEXT))
    assert isinstance(one, Found)
    assert one.article.text == data
