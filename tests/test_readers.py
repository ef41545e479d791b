"""Files to articles: each bad one is an error of its own, and the others are read."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys

if TYPE_CHECKING:
    from pathlib import Path


def one(path: Path, how: Reading | None = None) -> Found:
    """The one article of a file."""
    (found,) = read(str(path), how or Reading())
    assert isinstance(found, Found)
    return found


def lines(path: Path, *rows: str | bytes | dict[str, object]) -> Path:
    """A JSON Lines file."""
    raw = [
        row if isinstance(row, bytes) else (row if isinstance(row, str) else json.dumps(row)).encode() for row in rows
    ]
    path.write_bytes(b"\n".join(raw) + b"\n")
    return path


def test_a_text_is_one_article_named_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffEin Café.\r\n".encode())
    found = one(path, Reading(published="2023-11-12"))
    article = found.article
    assert article.text == "Ein Café.\r\n"
    assert article.id == sha256(article.text.encode()).hexdigest()[:16]
    assert (article.path, article.published, article.published_by) == (str(path), "2023-11-12", "option")


def test_without_a_date_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A text.")
    assert (one(path).article.published, one(path).article.published_by) == (None, None)


def test_what_is_not_there_or_not_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\t\u00a0\n")
    (tmp_path / "empty.jsonl").write_text("\n\n")
    wanted = {
        "empty.txt": "empty",
        "blank.txt": "empty",
        "empty.jsonl": "empty",
        "none.txt": "no such file",
    }
    for name, why in wanted.items():
        (error,) = read(str(tmp_path / name), Reading())
        assert isinstance(error, InputError)
        assert why in str(error)
        assert error.where == str(tmp_path / name)


def test_json_lines_have_their_fields(tmp_path: Path) -> None:
    row = {"id": 7, "text": "A text.", "title": "T", "date": "12 November 2023", "url": "https://example.org/7"}
    article = one(lines(tmp_path / "a.ndjson", row)).article
    assert (article.id, article.text, article.title, article.url) == ("7", "A text.", "T", "https://example.org/7")
    assert (article.published, article.published_by) == ("2023-11-12", "metadata")


def test_fields_may_have_other_names(tmp_path: Path) -> None:
    keys = Keys(text="body", id="key", date="day", title="head")
    row = {"body": "A text.", "key": "k", "day": "2023-11-12", "head": "H", "text": 3}
    article = one(lines(tmp_path / "a.jsonl", row), Reading(keys=keys)).article
    assert (article.text, article.id, article.published, article.title) == ("A text.", "k", "2023-11-12", "H")


def test_the_format_can_be_told(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.log", {"text": "A text."})
    assert one(path, Reading(InputFormat.JSONL)).article.text == "A text."
    path = tmp_path / "a.jsonl"
    path.write_text("A text.")
    assert one(path, Reading(InputFormat.TEXT)).article.text == "A text."


def test_the_option_goes_before_the_date_of_the_line(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "A text.", "date": "2001-01-01"})
    article = one(path, Reading(published="2023-11-12")).article
    assert (article.published, article.published_by) == ("2023-11-12", "option")


@pytest.mark.parametrize("date", ["last Tuesday", 1699800000, ["2023-11-12"]])
def test_a_date_that_cannot_be_read_is_a_remark(tmp_path: Path, date: object) -> None:
    found = one(lines(tmp_path / "a.jsonl", {"text": "A text.", "date": date}))
    assert (found.article.published, found.article.published_by) == (None, None)
    assert "is no date that can be read" in found.remarks[0]


def test_a_date_with_another_weekday_is_a_remark(tmp_path: Path) -> None:
    found = one(lines(tmp_path / "a.jsonl", {"text": "A text.", "date": "Monday, 12 Nov 2023"}))
    assert found.article.published is None
    assert "read without its date" in found.remarks[0]
    assert "2023-11-12 is a Sunday" in found.remarks[0]


def test_a_bad_line_is_an_error_with_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    bad = {
        2: (b"{", "is not JSON"),
        3: (b'{"text": 5}', '"text" is not a string but 5'),
        4: (b'{"body": "x"}', "it has body"),
        5: (b'{"text": "\\ud800 x"}', "lone surrogate (\\ud800) at character 0"),
        6: (b'["text"]', "is not a JSON object"),
        7: (b'{"text": "caf\xe9"}', "byte 0xE9 at offset 13"),
        8: (b'{"text": " "}', "is empty"),
        9: (b"[" * 100_000, "is not JSON"),
        10: (b'{"text": "x", "id": "\\udfff"}', "the id has a lone surrogate"),
        11: (b'{"text": ' + b"1" * 5000 + b"}", "is not JSON"),
    }
    path = lines(
        tmp_path / "a.jsonl", {"text": "first", "id": "same"}, *(row for row, _ in bad.values()), "", {"text": "x"}
    )
    first, *errors, last = read(str(path), Reading())
    for (number, (_, why)), error in zip(bad.items(), errors, strict=True):
        assert isinstance(error, InputError)
        assert error.where == f"{path}:{number}"
        assert why in str(error)
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert (first.article.text, last.article.text, last.where) == ("first", "x", f"{path}:13")


def test_ids_may_repeat(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "x", "id": "1"}, {"text": "y", "id": "1"})
    assert [found.article.id for found in read(str(path), Reading()) if isinstance(found, Found)] == ["1", "1"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_may_begin_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Ä\u2028Ċ"}\n{"text": "B"}\n', encoding=encoding)
    found = list(read(str(path), Reading()))
    assert [item.article.text for item in found if isinstance(item, Found)] == ["Ä\u2028Ċ", "B"]
