"""Records that factx wrote are read back as they were."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factx.errors import InputError
from factx.readers import Found, Reading, Stored, read
from factx.record import to_dict
from factx.writers import Format, writer

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record

ANY = Reading(records=True)
Reader = Callable[..., list[Found | Stored | InputError]]


def written(form: Format, *records: Record) -> str:
    """What the writer writes."""
    stream = io.StringIO()
    target = writer(form, stream)
    for record in records:
        target.write(record)
    target.close()
    return stream.getvalue()


@pytest.fixture
def text(tmp_path: Path) -> Reader:
    """What is found in a file whose suffix says nothing."""
    return reader(tmp_path / "in")


@pytest.fixture
def lines(tmp_path: Path) -> Reader:
    """What is found in a .jsonl file."""
    return reader(tmp_path / "in.jsonl")


def reader(path: Path) -> Reader:
    def read_what_is_written(said: str, how: Reading = ANY) -> list[Found | Stored | InputError]:
        path.write_bytes(said.encode())
        return list(read(str(path), how))

    return read_what_is_written


def stored(found: list[Found | Stored | InputError]) -> list[Record]:
    """The records, which are all that was found."""
    records = [one.record for one in found if isinstance(one, Stored)]
    assert len(records) == len(found)
    return records


@pytest.mark.parametrize("form", [Format.JSONL, Format.JSON])
def test_what_was_written_is_what_is_read(text: Reader, lines: Reader, form: Format, record: Record) -> None:
    both = [record, replace(record, id="a2", text=None)]
    assert stored(text(written(form, *both))) == both
    if form is Format.JSONL:
        assert stored(lines(written(form, *both))) == both


def test_indented_records_are_read_too(text: Reader, record: Record) -> None:
    one = json.dumps(to_dict(record), indent=2)
    assert stored(text(f"{one}\n\n{one}\n")) == [record, record]


def test_no_record_is_read_where_none_was_written(text: Reader) -> None:
    assert text(written(Format.JSON)) == []


@pytest.mark.parametrize("said", ["[Reuters] It rained.", "12 people came.", "{It rained.}", "It rained."])
def test_other_texts_are_articles(text: Reader, said: str) -> None:
    (found,) = text(said)
    assert isinstance(found, Found)
    assert found.article.text == said


def test_lines_of_articles_and_of_records_may_stand_together(lines: Reader, record: Record) -> None:
    article, again = lines('{"text": "It rained."}\n' + written(Format.JSONL, record))
    assert isinstance(article, Found)
    assert isinstance(again, Stored)
    assert (again.where.endswith("in.jsonl:2"), again.record) == (True, record)


def test_only_who_looks_for_records_is_given_them(text: Reader, lines: Reader, record: Record) -> None:
    for found in (text(written(Format.JSONL, record), Reading()), lines(written(Format.JSONL, record), Reading())):
        assert [type(one) for one in found] == [Found]


@pytest.mark.parametrize("said", ["It rained.", '{"text": "It rained."}', "<!doctype html><p>It rained.</p>"])
def test_whoever_wants_records_alone_is_given_no_articles(text: Reader, said: str) -> None:
    (error,) = text(said, Reading(records=True, articles=False))
    assert isinstance(error, InputError)
    assert "is no record of factx; make records with factx extract" in str(error)


@pytest.mark.parametrize("form", [Format.JSONL, Format.JSON])
def test_records_may_be_packed(tmp_path: Path, form: Format, record: Record) -> None:
    path = tmp_path / f"records.{form}.gz"
    path.write_bytes(gzip.compress(written(form, record, record).encode()))
    assert stored(list(read(str(path), ANY))) == [record, record]


def test_records_of_before_there_was_an_author_have_none(text: Reader, record: Record) -> None:
    earlier = to_dict(record)
    del earlier["author"]
    assert stored(text(json.dumps(earlier))) == [record]


def test_fields_of_later_versions_are_passed_over(text: Reader, record: Record) -> None:
    later = to_dict(record) | {"factx_schema": "1.9", "mood": "grim"}
    assert stored(text(json.dumps(later))) == [replace(record, factx_schema="1.9")]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"factx_schema": "2.0"}, "is a record of schema 2.0, not 1.0; extract it again"),
        ({"claims": [{"id": "c1"}]}, "is a damaged record: claims.0.kind: Field required"),
        ({"sources": 5}, "is a damaged record: sources"),
    ],
)
def test_what_cannot_be_understood_is_named_and_the_rest_is_read(
    text: Reader, record: Record, change: dict[str, Any], why: str
) -> None:
    good, bad = to_dict(record), to_dict(record) | change
    error, after = text(json.dumps([bad, good]))
    assert isinstance(error, InputError)
    assert f"in, item 1: {why}" in str(error)
    assert isinstance(after, Stored)


def test_what_breaks_off_is_an_error_after_what_is_whole(text: Reader, record: Record) -> None:
    whole = json.dumps(to_dict(record), indent=1)
    first, error = text(whole + whole[:100])
    assert isinstance(first, Stored)
    assert isinstance(error, InputError)
    assert "is not JSON" in str(error)
