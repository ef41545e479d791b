"""JSON: one object, an array, an array within; fields at dotted paths; what is wrong is named, the rest is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys
from factx.readers.paths import lookup, outline

if TYPE_CHECKING:
    from pathlib import Path

NESTED = {"body": {"text": "It rained."}, "meta": [{"date": "2023-11-12", "by": ["Ida Holm", "Bo Berg"]}], "n": 7}
KEYS = Keys(text="body.text", date="meta.0.date", id="n", author="meta.0.by")


def read_all(path: Path, how: Reading | None = None) -> list[Found | InputError]:
    """What is found in a file, of which nothing is a record."""
    found = list(read(str(path), how or Reading()))
    articles = [one for one in found if isinstance(one, Found | InputError)]
    assert len(articles) == len(found)
    return articles


def texts(found: list[Found | InputError]) -> list[str]:
    """The texts of what was found, without an error."""
    return [one.article.text if isinstance(one, Found) else str(one) for one in found]


@pytest.mark.parametrize(
    "value",
    [
        {"text": "One."},
        [{"text": "One."}, {"text": "Two."}],
        [],
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["a.json", "a", "a.txt"])
def test_an_object_or_an_array_of_them_is_read(
    tmp_path: Path, value: list[dict[str, str]] | dict[str, str], indent: int | None, name: str
) -> None:
    (tmp_path / name).write_text(json.dumps(value, indent=indent))
    found = read_all(tmp_path / name)
    wanted = [row["text"] for row in (value if isinstance(value, list) else [value])]
    if wanted:
        assert texts(found) == wanted
    else:
        assert "there is no article in it" in str(found[0])


def test_the_array_may_stand_in_an_object(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"response": {"docs": [{"text": "One."}, {"text": "Two."}]}, "status": "ok"}))
    assert texts(read_all(path, Reading(items="response.docs"))) == ["One.", "Two."]
    (error,) = read_all(path)
    assert 'has no "text" (it has response.docs.0.text, status)' in str(error)
    (error,) = read_all(path, Reading(items="docs"))
    assert 'has no "docs" (it has response.docs.0.text, status); name the array with --items-key' in str(error)
    (error,) = read_all(path, Reading(items="status"))
    assert '"status" is no array but "ok"' in str(error)


ANSWER = {
    "response": {
        "status": "ok",
        "docs": [{"id": n, "body": {"text": f"It rained, mayor {n} said."}, "by": [{"name": "I"}]} for n in range(3)],
    }
}


@pytest.mark.parametrize(
    ("name", "how", "why"),
    [
        ("a.json", Reading(), "each of its objects: --items-key response.docs --text-key body.text"),
        ("a.jsonl", Reading(), ": --input-format json --items-key response.docs --text-key body.text"),
        ("a.json", Reading(items="response"), '; "response.docs" is: --items-key response.docs'),
        ("a.json", Reading(items="docs"), "; name the array with --items-key response.docs"),
    ],
)
def test_the_array_that_has_the_texts_is_offered(tmp_path: Path, name: str, how: Reading, why: str) -> None:
    (tmp_path / name).write_text(json.dumps(ANSWER))
    (error,) = read_all(tmp_path / name, how)
    assert str(error).endswith(why)


def test_an_array_of_something_else_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"body": "It rained, they said.", "by": [{"name": "Ida"}]}))
    (error,) = read_all(tmp_path / "a.json")
    assert str(error).endswith("name the field of the text with --text-key")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_fields_may_be_nested(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(json.dumps(NESTED))
    (found,) = read_all(tmp_path / name, Reading(keys=KEYS))
    assert isinstance(found, Found)
    article = found.article
    assert (article.text, article.published, article.published_by) == ("It rained.", "2023-11-12", "metadata")
    assert (article.id, article.author) == ("7", "Ida Holm; Bo Berg")


def test_a_wrong_key_names_those_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(NESTED))
    (error,) = read_all(tmp_path / "a.jsonl", Reading(keys=Keys(text="body.txt")))
    assert 'has no "body.txt" (it has body.text, meta.0.date, meta.0.by, n); name the field' in str(error)


def test_a_key_with_a_dot_goes_before_a_path() -> None:
    value = {"a.b": 1, "a": {"b": 2, "c.d": {"e": [3, {"f": 4}]}}}
    assert [lookup(value, path) for path in ("a.b", "a.c.d.e.1.f", "a.c.d.e.0")] == [1, 4, 3]
    for missing in ("b", "a.b.c", "a.c", "a.c.d.e.2", "a.c.d.e.-1", "a.c.d.e.x", ""):
        with pytest.raises(KeyError):
            lookup(value, missing)


def test_an_outline_is_short() -> None:
    assert outline({}) == "nothing"
    assert outline([1, 2]) == "nothing"
    assert len(outline({f"key{n}": n for n in range(1000)})) < 400


def test_a_bad_item_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "One."}, "two", {"text": 3}, {"text": "Four."}]))
    one, two, three, four = read_all(path)
    assert texts([one, four]) == ["One.", "Four."]
    assert str(two) == f'{path}, item 2: is not a JSON object such as {{"text": "…"}} but "two"'
    assert str(three) == f'{path}, item 3: "text" is not a string but 3'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ('[{"text": "One."},\n {"text": }]', "is not JSON: Expecting value in line 2, column 11"),
        ("[" * 100_000, "is not JSON"),
        ("", "is empty"),
        ("[" + "1" * 5000 + "]", "is not JSON that can be read"),
    ],
)
def test_what_is_no_json_is_an_error_with_its_place(tmp_path: Path, data: str, why: str) -> None:
    (tmp_path / "a.json").write_text(data)
    (error,) = read_all(tmp_path / "a.json")
    assert why in str(error)


def test_lines_are_read_as_lines_whatever_their_suffix(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"Number {n}."}) for n in range(1, 11)]
    rows[6] = '{"text": "Number 7'
    for name in ("a.json", "a.txt", "a", "a.jsonl"):
        (tmp_path / name).write_text("\n\n" * (name == "a") + "\n".join(rows))
        found = read_all(tmp_path / name)
        assert [isinstance(one, Found) for one in found] == [True] * 6 + [False] + [True] * 3
        assert f"{tmp_path / name}:{9 if name == 'a' else 7}: is not JSON: " in str(found[6])


def test_a_line_that_is_too_long_is_an_error_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "One."}\n{"text": "')
        for _ in range(129):
            stream.write(b"x" * 2**20)
        stream.write(b'"}\n{"text": "Three."}\n')
    one, error, three = read_all(path)
    assert texts([one, three]) == ["One.", "Three."]
    assert str(error).startswith(f"{path}:2: is a line of more than 128 MB")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_json_may_begin_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    for name in ("a.json", "a.txt"):
        (tmp_path / name).write_text('[\n{"text": "Ä"}]', encoding=encoding)
        assert texts(read_all(tmp_path / name)) == ["Ä"]


def test_the_format_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{"text": "One."} {"text": "Two."}')
    assert texts(read_all(tmp_path / "a.txt", Reading(InputFormat.JSON))) == ["One.", "Two."]
    assert texts(read_all(tmp_path / "a.txt", Reading(InputFormat.TEXT))) == ['{"text": "One."} {"text": "Two."}']
