"""Keys that no article has, dates under other names, and files with more errors than anybody reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factx.article import Article
from factx.cli.asked import Asked, date_key
from factx.cli.run import LOOKED_AT, looked_at
from factx.readers import Found, Reading
from factx.readers.found import Keys

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Factx

ROW = {"text": "It rained on Friday.", "published_at": "2023-11-12", "headline": "Rain", "url": "https://a.example/1"}


def told(keys: Keys, *rows: dict[str, Any], published: str | None = None) -> list[str]:
    """What is told at the end of an input of these objects."""
    asked = Asked(keys)
    for number, row in enumerate(rows, 1):
        asked.take(Found(f"a.jsonl:{number}", Article("It rained.", "x", published=published), fields=row))
    return list(asked.warnings())


def test_a_key_that_no_article_has_is_told_with_those_that_there_are() -> None:
    row = {"text": "It rained.", "published": "2023-11-12", "head": "Rain"}
    assert told(Keys(date="publishd", title="heads", id="ur"), row, row) == [
        'no article has "ur", which --id-key names; there are text, published, head',
        'no article has "publishd", which --date-key names; did you mean published? There are published, text, head',
        'no article has "heads", which --title-key names; did you mean head? There are head, text, published',
    ]


def test_a_key_that_one_article_has_is_right() -> None:
    assert told(Keys(date="day", title="head"), ROW, {"text": "", "day": "2023-11-12", "head": None}) == []


def test_a_long_run_is_told_of_the_first_articles(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({**ROW, "id": n}) + "\n" for n in range(LOOKED_AT + 5)))
    (said,) = looked_at([str(tmp_path / "a.jsonl")], Reading(keys=Keys(title="head", date="published_at")))
    assert said.startswith('none of the first 100 articles has "head", which --title-key names; did you mean headline?')


def test_nothing_is_told_where_there_are_no_keys() -> None:
    asked = Asked(Keys(date="day"))
    asked.take(Found("a.txt", Article("It rained.", "x")))
    assert list(asked.warnings()) == []


def test_a_date_of_another_name_is_offered() -> None:
    assert told(Keys(), ROW, ROW | {"published_at": "someday"}) == [
        '1 article has no "date", but "published_at"; if it is when they were published: --date-key published_at'
    ]
    assert told(Keys(), ROW, published="2023-11-12") == []
    assert told(Keys(), ROW, ROW | {"date": "2023-11-12"}) == []


@pytest.mark.parametrize("name", ["publishedAt", "pub_date", "datePublished", "webPublicationDate", "published_at"])
def test_a_date_is_known_by_its_name(name: str) -> None:
    assert date_key({"updated_at": "2023-11-14", "meta": {name: "2023-11-12"}}) == f"meta.{name}"
    assert date_key({name: 12, "modified": "2023-11-14"}) is None


def test_one_text_of_an_array_of_them_is_told() -> None:
    docs = [{"body": {"text": "It rained."}}] * 3
    keys = Keys(text="response.docs.0.body.text")
    (warning,) = told(keys, {"response": {"docs": docs}})
    assert warning == (
        'a.jsonl:1: one of the 3 texts in "response.docs" was read; all: --items-key response.docs --text-key body.text'
    )
    assert told(keys, {"response": {"docs": docs[:1]}}) == []
    assert told(keys, {"response": {"docs": [*docs, {"body": None}]}}) == []


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_whoever_reads_a_file_is_told_and_strict_fails(factx: Factx, tmp_path: Path, name: str) -> None:
    rows = {
        "a.jsonl": json.dumps(ROW),
        "a.json": json.dumps([ROW]),
        "a.csv": "text,published_at\nIt rained on Friday.,2023-11-12\n",
    }
    (tmp_path / name).write_text(rows[name])
    done = factx("extract", name, "--strict", "--date-key", "publishd")
    assert done.returncode == 4
    assert 'no article has "publishd", which --date-key names; did you mean published_at? There are' in done.err


def test_many_bad_lines_of_a_kind_are_counted(factx: Factx, tmp_path: Path) -> None:
    lines = [json.dumps({"body": "It rained.", f"n{n}": n}) for n in range(1, 301)]
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text("\n".join([*lines, "{"]))
    done = factx("extract", "a.jsonl", "b.jsonl", "none.txt")
    errors = done.err.splitlines()
    assert (done.returncode, len(errors)) == (3, 2 * 22 + 1)
    assert errors[19].startswith('factx: error: a.jsonl:20: has no "text" (it has body, n20)')
    assert errors[20].startswith("factx: error: a.jsonl:301: is not JSON")
    assert errors[21] == 'factx: error: a.jsonl: has no "text" … and 280 more like it, the last: a.jsonl:300'
