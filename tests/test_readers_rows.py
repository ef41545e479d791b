"""CSV and TSV: columns by their names, a bad row an error of its own."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys

if TYPE_CHECKING:
    from pathlib import Path

CELLS = st.text(st.characters(exclude_characters="\0\ufeff\r", exclude_categories=["Cs"]), min_size=1).filter(str.strip)


def found(path: Path, data: str | bytes, how: Reading | None = None) -> list[Found | InputError]:
    """What is found in a table."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return [one for one in read(str(path), how or Reading()) if isinstance(one, Found | InputError)]


def texts(those: list[Found | InputError]) -> list[str]:
    return [one.article.text if isinstance(one, Found) else str(one) for one in those]


def test_a_row_has_its_fields(tmp_path: Path) -> None:
    data = (
        'id,date,title,text,url,author\r\n7,2023-11-12,T,"One ""word"",\r\nand more.",https://a.example/7,Ida Holm\r\n'
    )
    (one,) = found(tmp_path / "a.csv", data)
    assert isinstance(one, Found)
    article = one.article
    assert (article.id, article.text, article.title) == ("7", 'One "word",\r\nand more.', "T")
    assert (article.published, article.published_by) == ("2023-11-12", "metadata")
    assert (article.url, article.author) == ("https://a.example/7", "Ida Holm")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1), st.sampled_from([",", ";", "\t"]))
def test_texts_come_out_as_they_were(tmp_path: Path, rows: list[tuple[str, str]], delimiter: str) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=delimiter).writerows([("text", "head"), *rows])
    read_back = found(tmp_path / "a.csv", table.getvalue(), Reading(keys=Keys(title="head")))
    assert texts(read_back) == [text for text, _ in rows]


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.csv", "id;text\n1;One, two.\n", InputFormat.AUTO),
        ("a.csv", "id\ttext\n1\tOne, two.\n", InputFormat.AUTO),
        ("a.tsv", "id\ttext\n1\tOne, two.\n", InputFormat.AUTO),
        ("a.dat", 'id,text\n1,"One, two."\n', InputFormat.CSV),
        ("a.csv", "\ufeffid\ttext\n1\tOne, two.\n", InputFormat.TSV),
        ("a.csv", '\ufeff"text",id\n"One, two.",1\n', InputFormat.AUTO),
        ("a.csv", "text\nOne two.\n\n".replace("One two", '"One, two').replace(".", '."'), InputFormat.AUTO),
    ],
)
def test_the_delimiter_is_what_sets_the_texts_column_apart(
    tmp_path: Path, name: str, data: str, form: InputFormat
) -> None:
    assert texts(found(tmp_path / name, data, Reading(form))) == ["One, two."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_table_may_begin_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    assert texts(found(tmp_path / "a.csv", "text,id\nÄ,1\n".encode(encoding))) == ["Ä"]


def test_a_bad_row_is_an_error_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    rows = [b'1,"One\nand more."', b"2", b"3,b,c", b"4,caf\xe9", b'5,"a"b', b"", b"6, ", b"7,Seven."]
    one, short, long, latin, quoted, blank, seven = found(tmp_path / "a.csv", b"id,text\n" + b"\n".join(rows))
    assert texts([one, seven]) == ["One\nand more.", "Seven."]
    path = tmp_path / "a.csv"
    assert str(short).startswith(f"{path}:4, row 2: has 1 fields, and there are 2 columns")
    assert str(long).startswith(f"{path}:5, row 3: has 3 fields, and there are 2 columns")
    assert str(latin).startswith(f"{path}:6, row 4: byte 0xE9 at offset 5 is not UTF-8")
    assert str(quoted).startswith(f"{path}:7, row 5: is no row of CSV: ")
    assert str(blank).startswith(f"{path}:9, row 6: is empty")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "is empty; its first line has to name the columns"),
        ("id,text\n", "has no row under the names of its columns"),
        ("id,body\n1,One.\n", 'has no column "text" (it has id, body); name it with --text-key'),
        ("text,text\n1,One.\n", 'has several columns "text"'),
        ('text,id\n"One never ends,1\n', "a.csv:2, row 1: is no row of CSV: unexpected end of data"),
    ],
)
def test_a_table_without_articles_is_an_error(tmp_path: Path, data: str, why: str) -> None:
    (error,) = found(tmp_path / "a.csv", data)
    assert why in str(error)


def test_a_cell_may_be_large(tmp_path: Path) -> None:
    text = "word " * 100_000
    assert texts(found(tmp_path / "a.csv", f"text,id\n{text},1\n")) == [text]
