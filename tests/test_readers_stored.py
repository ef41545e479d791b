"""Records that factx wrote are read back as they were."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factx.errors import InputError
from factx.readers import Found, Reading, Stored
from factx.readers.jsonl import read_jsonl
from factx.readers.text import read_text
from factx.record import to_dict
from factx.writers import Format, writer

if TYPE_CHECKING:
    from factx.record import Record

ANY = Reading(records=True)


def written(form: Format, *records: Record) -> str:
    """What the writer writes."""
    stream = io.StringIO()
    target = writer(form, stream)
    for record in records:
        target.write(record)
    target.close()
    return stream.getvalue()


def text(said: str, how: Reading = ANY) -> list[Found | Stored | InputError]:
    """What is found in a file that is no .jsonl, or in standard input."""
    return list(read_text(io.BytesIO(said.encode()), "in", None, how))


def lines(said: str, how: Reading = ANY) -> list[Found | Stored | InputError]:
    """What is found in a .jsonl file."""
    return list(read_jsonl(io.BytesIO(said.encode()), "in", None, how))


def stored(found: list[Found | Stored | InputError]) -> list[Record]:
    """The records, which are all that was found."""
    records = [one.record for one in found if isinstance(one, Stored)]
    assert len(records) == len(found)
    return records


@pytest.mark.parametrize("form", [Format.JSONL, Format.JSON])
def test_what_was_written_is_what_is_read(form: Format, record: Record) -> None:
    both = [record, replace(record, id="a2", text=None)]
    assert stored(text(written(form, *both))) == both
    if form is Format.JSONL:
        assert stored(lines(written(form, *both))) == both


def test_indented_records_are_read_too(record: Record) -> None:
    one = json.dumps(to_dict(record), indent=2)
    assert stored(text(f"{one}\n\n{one}\n")) == [record, record]


def test_no_record_is_read_where_none_was_written() -> None:
    assert text(written(Format.JSON)) == []


@pytest.mark.parametrize("said", ["[Reuters] It rained.", "12 people came.", '{"text": "It rained."}', "It rained."])
def test_other_texts_are_articles(said: str) -> None:
    (found,) = text(said)
    assert isinstance(found, Found)
    assert found.article.text == said


def test_lines_of_articles_and_of_records_may_stand_together(record: Record) -> None:
    article, again = lines('{"text": "It rained."}\n' + written(Format.JSONL, record))
    assert isinstance(article, Found)
    assert isinstance(again, Stored)
    assert (again.where, again.record) == ("in:2", record)


def test_only_who_looks_for_records_is_given_them(record: Record) -> None:
    for found in (text(written(Format.JSONL, record), Reading()), lines(written(Format.JSONL, record), Reading())):
        assert [type(one) for one in found] == [Found]


def test_fields_of_later_versions_are_passed_over(record: Record) -> None:
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
    record: Record, change: dict[str, Any], why: str
) -> None:
    good, bad = to_dict(record), to_dict(record) | change
    error, after = text(f"{json.dumps(bad)}\n{json.dumps(good)}\n")
    assert isinstance(error, InputError)
    assert str(error).startswith(f"in, record 1: {why}")
    assert isinstance(after, Stored)


def test_what_breaks_off_is_an_error_after_what_is_whole(record: Record) -> None:
    whole = written(Format.JSONL, record)
    first, error = text(whole + whole[:100])
    assert isinstance(first, Stored)
    assert isinstance(error, InputError)
    assert "is no JSON after record 1" in str(error)
    _, other = text(whole + '{"text": "It rained."}')
    assert "record 2: has no factx_schema" in str(other)
