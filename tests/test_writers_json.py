"""JSON: what is written is the record."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factx.record import to_dict, ungrounded
from factx.writers import Format
from tests.written import written

if TYPE_CHECKING:
    from factx.record import Record


def test_the_record_of_these_tests_is_grounded(record: Record) -> None:
    assert ungrounded(record) == []


def test_json_lines_are_a_record_a_line(record: Record) -> None:
    out = written(Format.JSONL, [record, record])
    assert [json.loads(line) for line in out.split("\n")[:-1]] == [to_dict(record)] * 2
    assert "“Nobody" in out


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_array(record: Record, count: int) -> None:
    assert json.loads(written(Format.JSON, [record] * count)) == [to_dict(record)] * count


def test_without_its_text_a_record_has_no_such_key(record: Record) -> None:
    fields = json.loads(written(Format.JSONL, [replace(record, text=None)]))
    assert "text" not in fields
    assert fields["claims"][1]["content"]["text"] == "Nearly 600 residents are waiting for a boat"
