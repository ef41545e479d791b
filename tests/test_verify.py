"""``factx verify``: every slice, hash and reference; every problem, not the first; and no JSON makes it fall."""

from __future__ import annotations

import copy
import gzip
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.record import to_dict
from factx.verification import Code, verified
from tests.conftest import SEED, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factx.record import Record
    from tests.conftest import Factx

Damage = tuple[str, Any]  # a path into the record, and what is put there


@pytest.fixture
def fields(record: Record) -> dict[str, Any]:
    """A record as JSON has it."""
    found: dict[str, Any] = json.loads(json.dumps(to_dict(record)))
    return found


def damaged(fields: dict[str, Any], *damages: Damage) -> dict[str, Any]:
    """A copy with something else in these places."""
    made = copy.deepcopy(fields)
    for path, value in damages:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        at: Any = made
        for step in way:
            at = at[step]
        at[last] = value
    return made


def codes(value: object, article: str | None = None) -> list[str]:
    return [problem.code.value for problem in verified(value, "in", article).problems]


def test_what_factx_wrote_has_no_problem(fields: dict[str, Any]) -> None:
    assert codes(fields) == []
    assert codes(fields, fields["text"]) == []


@pytest.mark.parametrize(
    ("path", "value", "code", "claim", "said"),
    [
        (
            "claims.1.content.text",
            "Nearly 60",
            Code.SPAN_TEXT,
            "c2",
            "content of c2 is 'Nearly 60', but the text there",
        ),
        ("claims.1.attribution.cue.spans", [[5, 5]], Code.SPAN_RANGE, "c2", "attribution.cue of c2: [5, 5]"),
        ("sources.0.mentions.0.end", 9999, Code.SPAN_RANGE, None, "9999] is no stretch of the text, which has"),
        ("sentences", [[10, 20], [0, 5]], Code.SPAN_ORDER, None, "sentences: [0, 5] begins before [10, 20] ends"),
        ("warnings.0.span", [-1, 3], Code.SPAN_RANGE, None, "warning malformed-number"),
        ("claims.2.proposition", "Somebody was hurt", Code.PROPOSITION, "c3", "is no slice of the content"),
        ("sources.2.name", "Eda Lund", Code.SOURCE_NAME, None, "the name of s3, 'Eda Lund', is nowhere in the text"),
        ("id", "0123456789abcdef", Code.TEXT_HASH, None, "is not the hash of the text"),
        ("sources.1.id", "s1", Code.DUPLICATE_ID, None, "2 sources have the id 's1'"),
        ("claims.1.parent", "c9", Code.REFERENCE, "c2", "parent of c2 is 'c9', which none of the claims has"),
        ("claims.1.attribution.date_id", "d9", Code.REFERENCE, "c2", "attribution.date_id of c2 is 'd9'"),
        ("claims.1.attribution.via", ["s2", "s9"], Code.REFERENCE, "c2", "attribution.via of c2 is 's9'"),
        ("claims.1.quantities", ["q9"], Code.REFERENCE, "c2", "quantities of c2 is 'q9'"),
        ("sources.0.entity_id", "e9", Code.REFERENCE, None, "entity_id of s1 is 'e9'"),
        ("dates.0.until", "d9", Code.REFERENCE, None, "until of d1 is 'd9'"),
        ("sources.0.author_id", "s1", Code.CYCLE, None, "author_id goes in a circle: s1 → s1"),
        ("quantities.0.part_of", "q1", Code.CYCLE, None, "part_of goes in a circle: q1 → q1"),
        ("claims.2.parent", "c2", Code.PARENT, "c3", "c3 does not lie in the content of its parent c2"),
        ("claims.2.quantities", ["q1"], Code.OUTSIDE, "c3", "q1 of c3 lies outside its content"),
        ("claims.0.kind", "speech", Code.ATTRIBUTION, "c1", "c1 is of kind speech but has no attribution"),
        ("claims.1.confidence", 1.5, Code.CONFIDENCE, "c2", "c2: 1.5 is no probability"),
        ("dates.0.first", "2023-12-01", Code.DATE_ORDER, None, "2023-12-01, is after its last, 2023-11-12"),
        ("dates.0.last", "2023-02-30", Code.DATE_ORDER, None, "d1: '2023-02-30' is no day"),
        ("published", None, Code.PUBLISHED, None, "published and published_by"),
        ("claims.1.kind", "rumour", Code.SCHEMA, "c2", "kind of c2: Input should be 'speech'"),
        (
            "claims.1.content.spans.0.0",
            "33",
            Code.SCHEMA,
            "c2",
            "content.spans.0.0 of c2: Input should be a valid integer",
        ),
        ("pipeline", None, Code.SCHEMA, None, "pipeline: "),
        ("factx_schema", "2.0", Code.OTHER_SCHEMA, None, "is a record of schema 2.0, not 1.0"),
        ("text", None, Code.NO_TEXT, None, "has no text"),
    ],
)
def test_each_problem_is_told_with_its_claim(  # noqa: PLR0913, PLR0917  a damage and what is said of it
    fields: dict[str, Any], path: str, value: object, code: Code, claim: str | None, said: str
) -> None:
    problems = verified(damaged(fields, (path, value)), "in").problems
    assert (code, claim) in {(problem.code, problem.claim) for problem in problems}
    assert any(said in problem.message for problem in problems if problem.code is code)


def test_a_range_that_is_upside_down(fields: dict[str, Any]) -> None:
    assert codes(damaged(fields, ("quantities.0.low", 9), ("quantities.0.high", 3.5))) == ["number-order"]


def test_a_circle_is_told_once(fields: dict[str, Any]) -> None:
    found = verified(damaged(fields, ("claims.0.parent", "c2"), ("claims.1.parent", "c1")), "in").problems
    circles = [problem.message for problem in found if problem.code is Code.CYCLE]
    assert circles == ["parent goes in a circle: c1 → c2 → c1"]


def test_all_problems_of_a_record_are_told(fields: dict[str, Any]) -> None:
    many = damaged(
        fields,
        ("claims.0.kind", 7),
        ("claims.0.content.text", "Elsewhere"),
        ("claims.1.attribution.source_id", "s8"),
        ("claims.2.confidence", -1),
        ("sources.2.mentions.0", {"start": 0, "end": "x", "text": "The"}),
    )
    assert set(codes(many)) >= {"schema", "span-text", "reference", "confidence"}


def test_a_field_that_later_versions_add_is_checked_where_it_has_spans(fields: dict[str, Any]) -> None:
    assert codes({**fields, "mood": {"text": "grim", "start": 0, "end": 4}}) == ["span-text"]
    assert codes({**fields, "mood": "grim"}) == []


def test_half_a_character_is_told_and_the_rest_checked(fields: dict[str, Any]) -> None:
    half = damaged(fields, ("title", "\ud83d"), ("claims.1.confidence", 2))
    assert codes(half) == ["schema", "confidence"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.sampled_from(["c1", "s1"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@given(data=st.data(), junk=JSON)
def test_no_json_makes_it_fall(data: st.DataObject, junk: object) -> None:
    fields = WHOLE()
    places = [*_places(fields)]
    at, step = data.draw(st.sampled_from(places))
    at[step] = junk
    checked = verified(fields, "in", data.draw(st.sampled_from([None, "Another text."])))
    assert all(problem.message for problem in checked.problems)


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401  JSON
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for step, part in steps for place in ((value, step), *_places(part))]


def _whole() -> Callable[[], dict[str, Any]]:
    """Makes a record with something in every field that refers to something."""
    span = {"start": 0, "end": 2, "text": "It"}
    extent = {"text": "It", "spans": [[0, 2]]}
    said = {"source": extent, "source_id": "s1", "cue": {**extent, "lemma": "it"}, "date_id": "d1", "via": ["s1"]}
    claim = {"id": "c1", "kind": "speech", "quote": "direct", "content": extent, "proposition": "It", "parent": "c1"}
    whole = {
        "factx_schema": "1.0",
        "id": "a",
        "text": "It rained.",
        "sentences": [[0, 10]],
        "claims": [{**claim, "attribution": said, "quantities": ["q1"], "confidence": 0.5}],
        "sources": [{"id": "s1", "name": "It", "mentions": [span], "author_id": None, "entity_id": "e1"}],
        "entities": [{"id": "e1", **span}],
        "quantities": [{"id": "q1", **span, "low": 1, "high": 2, "part_of": "q1"}],
        "dates": [{"id": "d1", **span, "first": "2023-01-01", "last": "2023-01-02", "until": None}],
        "warnings": [{"code": "x", "message": "y", "span": [0, 2]}],
        "pipeline": {"name": "p", "version": "1", "sha256": "0"},
    }
    return lambda: copy.deepcopy(whole)


WHOLE = _whole()


def test_records_and_their_texts(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    article = tmp_path / "news" / "gaza.txt"
    article.write_bytes(SEED.read_bytes())
    factx("extract", "-q", "news/gaza.txt", "--no-text", "-o", "records.jsonl")
    without = factx("verify", "records.jsonl")
    assert (without.returncode, [json.loads(line)["code"] for line in without.out.splitlines()]) == (4, ["no-text"])
    beside = factx("verify", "records.jsonl", "news/gaza.txt")
    assert (beside.returncode, beside.out, beside.err) == (0, "", "")
    article.write_bytes(SEED.read_bytes().replace(b"600", b"700"))
    changed = factx("verify", "records.jsonl", "news/gaza.txt")
    found = [json.loads(line)["code"] for line in changed.out.splitlines()]
    assert changed.returncode == 4
    assert set(found) == {"text-hash", "span-text", "proposition"}


def test_a_text_that_is_not_the_records_own(factx: Factx, fields: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_bytes(fields["text"].replace("harbour", "harbor").encode())
    (tmp_path / "other.txt").write_text("Nobody wrote a record of it.", encoding="utf-8")
    done = factx("verify", "-", "storm.txt", "other.txt", stdin=json.dumps(fields).encode())
    (found,) = [json.loads(line) for line in done.out.splitlines()]
    assert (done.returncode, found["code"], found["span"]) == (4, "text-differs", [26, 27])
    assert "other.txt: no record is of this article" in done.err


def test_a_broken_line_is_named_and_the_others_are_checked(
    factx: Factx, fields: dict[str, Any], tmp_path: Path
) -> None:
    good, bad = json.dumps(fields), json.dumps(damaged(fields, ("claims.0.confidence", 2)))
    (tmp_path / "records.jsonl").write_text("\n".join([good, good[:50], '{"text": "x"}', bad, good]), encoding="utf-8")
    done = factx("verify", "records.jsonl")
    found = [(one["where"], one["code"]) for one in map(json.loads, done.out.splitlines())]
    assert done.returncode == 4
    assert found == [
        ("records.jsonl:2", "not-json"),
        ("records.jsonl:3", "no-record"),
        ("records.jsonl:4", "confidence"),
    ]
    assert "3 records have the id a1" in done.err
    assert "3 of 3 records were made by another pipeline" in done.err


def test_packed_records_are_read(factx: Factx, fields: dict[str, Any], tmp_path: Path) -> None:
    bad = damaged(fields, ("claims.0.confidence", 2))
    (tmp_path / "records.jsonl.gz").write_bytes(gzip.compress(json.dumps(bad).encode()))
    (found,) = [json.loads(line) for line in factx("verify", "-q", "records.jsonl.gz").out.splitlines()]
    assert (found["where"], found["code"]) == ("records.jsonl.gz:1", "confidence")


@pytest.mark.parametrize("indent", [None, 2])
def test_arrays_and_indented_records_are_read(factx: Factx, fields: dict[str, Any], indent: int | None) -> None:
    bad = damaged(fields, ("claims.0.confidence", 2), ("id", "a2"))
    done = factx("verify", "-q", "-f", "json", stdin=json.dumps([fields, bad], indent=indent).encode())
    (found,) = json.loads(done.out)
    assert (done.returncode, found["document"], found["code"]) == (4, "a2", "confidence")
    broken = json.dumps([fields, bad], indent=indent)[:-1].encode()
    assert "not-json" in factx("verify", "-q", stdin=broken).out


def test_exit_codes_where_nothing_can_be_read(factx: Factx) -> None:
    for done in (factx("verify", "none.jsonl"), factx("verify", stdin=b""), factx("verify", stdin=b"It rained.")):
        assert done.returncode == 3
    assert factx("verify", "-f", "json", stdin=b"").out == "[\n]\n"


def test_a_person_reads_what_was_checked(factx: Factx, fields: dict[str, Any]) -> None:
    fine = factx("verify", "-q", "-f", "table", stdin=json.dumps(fields).encode())
    assert (fine.returncode, fine.out) == (0, "no problem · 1 record · 3 claims · 12 spans\n")
    bad = damaged(fields, ("claims.0.confidence", 2), ("title", "\ud83d"))
    done = factx("verify", "-q", "-f", "table", stdin=json.dumps(bad).encode())
    assert done.out.startswith("standard input:1 · a1\n  schema  holds a lone surrogate")
    assert "\n  confidence  c1: 2 is no probability\n" in done.out
    assert done.out.endswith("2 problems in 1 record · 1 record · 3 claims · 12 spans\n")


def test_every_file_that_holds_records_is_checked_wherever_it_stands(
    factx: Factx, fields: dict[str, Any], tmp_path: Path
) -> None:
    bad = damaged(fields, ("claims.0.confidence", 2), ("id", "a2"), ("text", None), ("path", "storm.txt"))
    (tmp_path / "storm.txt").write_bytes(fields["text"].encode())
    (tmp_path / "good.jsonl").write_text(json.dumps(fields), encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text(json.dumps(bad), encoding="utf-8")
    for files in (("good.jsonl", "storm.txt", "bad.jsonl"), ("storm.txt", "bad.jsonl", "good.jsonl"), (".",)):
        done = factx("verify", "-q", *files)
        found = [(one["document"], one["code"]) for one in map(json.loads, done.out.splitlines())]
        assert (done.returncode, found, done.err) == (4, [("a2", "confidence")], "")


def test_records_from_a_pipe_and_their_text(fields: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_bytes(fields["text"].encode())
    reading, writing = os.pipe()
    os.write(writing, json.dumps({**fields, "text": None}).encode())
    os.close(writing)
    command = [sys.executable, "-m", "factx", "verify", "-q", f"/dev/fd/{reading}", "storm.txt"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(), capture_output=True, pass_fds=[reading], check=False, timeout=60
    )
    os.close(reading)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_database_is_checked_as_other_records_are(factx: Factx, fields: dict[str, Any], tmp_path: Path) -> None:
    factx("export", "-o", "news.db", stdin=json.dumps(fields).encode())
    assert factx("verify", "-q", "news.db").returncode == 0
    with closing(sqlite3.connect(tmp_path / "news.db")) as database, database:
        database.execute("UPDATE documents SET record = json_set(record, '$.claims[0].confidence', 2)")
    done = factx("verify", "-q", "news.db")
    (found,) = map(json.loads, done.out.splitlines())
    assert (done.returncode, found["where"], found["code"]) == (4, "news.db, document a1", "confidence")


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [("claims.csv", "id,claim\n1,rain\n2,snow\n", "csv"), ("a.jsonl", '{"text": "x"}\n{"text": "y"}\n', "jsonl")],
)
def test_a_file_without_any_record_is_one_error(
    factx: Factx, tmp_path: Path, name: str, content: str, form: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = factx("verify", name)
    assert (done.returncode, done.out) == (3, "")
    told = f"factx: error: {name}: holds no record of factx, it is read as {form}; make records with factx extract\n"
    assert done.err == told
