"""What holds of every record, and of whatever is written of it: readers that are not ours take it and find the same."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from factx.flat import rows
from factx.readers import Reading, Stored, read
from factx.record import ungrounded
from factx.writers import Format, bytes_writer
from factx.writers.formats import Target, target
from tests.standoff import read as read_standoff
from tests.test_writers_brat import folder
from tests.test_writers_docbin import docs
from tests.test_writers_markdown import parts
from tests.test_writers_parquet import written as parquet
from tests.test_writers_sqlite import put
from tests.written import written

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record

Spans = list[tuple[int, int]]


def holds(record: Record) -> None:
    """Every span is a slice, every id is somebody's, and the claims within one another end."""
    assert ungrounded(record) == []
    groups = (record.claims, record.sources, record.dates, record.quantities, record.entities)
    known = [{one.id for one in group} for group in groups]
    assert [len(ids) for ids in known] == [len(group) for group in groups]
    claims, sources, dates, quantities, entities = known
    assert all(source.name.strip() for source in record.sources)
    assert {source.author_id for source in record.sources} <= {*sources, None}
    assert {source.entity_id for source in record.sources} <= {*entities, None}
    parents = {claim.id: claim.parent for claim in record.claims}
    for claim in record.claims:
        assert claim.parent in {*claims, None}
        assert set(claim.dates) <= dates
        assert set(claim.quantities) <= quantities
        assert set(claim.entities) <= entities
        assert 0 <= claim.confidence <= 1
        if (said := claim.attribution) is not None:
            assert {said.source_id, *said.via, *said.relay} <= {*sources, None}
            assert said.date_id in {*dates, None}
        above, steps = claim.parent, 0
        while above is not None:
            above, steps = parents[above], steps + 1
            assert steps <= len(parents)


def contents(record: Record) -> Spans:
    """Where the contents of the claims are."""
    return [(start, end) for claim in record.claims for start, end in claim.content.spans]


def held(record: Record, place: Path) -> None:
    """Write the record in every format, and read each."""
    as_records(record, place)
    as_rows(record)
    as_spans(record)
    as_markup(record)


def as_records(record: Record, place: Path) -> None:
    """What factx reads back is the record."""
    database = place / "a.db"
    database.unlink(missing_ok=True)
    put(database, record)
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for name, form in (("a.jsonl", Format.JSONL), ("a.json", Format.JSON)):
        (place / name).write_text(written(form, [record]), encoding="utf-8", newline="")
    for name in ("a.jsonl", "a.json", "a.db"):
        (found,) = read(str(place / name), Reading(records=True))
        assert isinstance(found, Stored)
        assert found.record == record


def as_rows(record: Record) -> None:
    """Tables have a row for each claim, and no cell is a formula."""
    expected = [dict(row) for row in rows(record)]
    for form, delimiter in ((Format.CSV, ","), (Format.TSV, "\t")):
        found = list(csv.DictReader(io.StringIO(written(form, [record]), newline=""), delimiter=delimiter, strict=True))
        assert len(found) == len(expected)
        assert not any(
            cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in found for cell in row.values()
        )
    found = pq.read_table(io.BytesIO(parquet(record))).to_pylist()
    assert [row["content"] for row in found] == [row["content"] for row in expected]


def as_spans(record: Record) -> None:
    """Tools for annotation find the contents where they are."""
    text = record.text or ""
    (doc,) = docs(record)
    assert doc.text == text
    assert [(span.start_char, span.end_char) for span in doc.spans["contents"]] == contents(record)

    (name,) = (name for name in folder(record) if name.endswith(".ann"))
    files = folder(record)
    shown = files[name.replace(".ann", ".txt")]
    assert len(shown) == len(text)
    found = read_standoff(shown, files[name])
    assert len(found.events) == sum(claim.attribution is not None for claim in record.claims)

    (task,) = json.loads(written(Format.LABEL_STUDIO, [record]))
    regions = [one for one in task["predictions"][0]["result"] if one["type"] == "labels" and "-content" in one["id"]]
    assert [(one["value"]["start"], one["value"]["end"]) for one in regions] == contents(record)

    targets = [
        target["selector"][0]
        for one in json.loads(written(Format.WEB_ANNOTATION, [record]))
        if not one["id"].endswith(("-source", "-cue"))
        for target in one["target"]
    ]
    assert [(target["start"], target["end"]) for target in targets] == contents(record)


def as_markup(record: Record) -> None:
    """No text becomes an element, a link or a sequence that steers a terminal."""
    graph: dict[str, Any] = json.loads(written(Format.JSON_LD, [record]))
    assert sum("Claim" in str(node["@type"]) for node in graph["@graph"]) == len(record.claims)
    assert not {part.type for part in parts(written(Format.MARKDOWN, [record]))} & {
        *("html_block", "html_inline", "image", "link_open", "fence", "code_block", "table_open")
    }
    shown = written(Format.TABLE, [record])
    assert not {chr(code) for code in range(0x20)} - {"\n", "\t"} & set(shown)
    page = Elements()
    page.feed(written(Format.HTML, [record]))
    page.close()
    assert page.scripts == ELEMENTS_OF_THE_PAGE
    assert not page.foreign
    assert not page.handlers


# The data and the program, and nothing that a text brought along.
ELEMENTS_OF_THE_PAGE = 1


class Elements(HTMLParser):
    """Counts what could run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.foreign: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        self.scripts += tag == "script"
        if tag in {"img", "iframe", "object", "embed", "textarea", "link", "base"}:
            self.foreign.append(tag)
        self.handlers += [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]


def write_as(record: Record, form: Format, place: Path) -> None:
    """Write the record in that format."""
    match target(form):
        case Target.TEXT:
            written(form, [record])
        case Target.DATABASE:
            put(place / "a.db", record)
        case Target.FOLDER:
            folder(record)
        case Target.BYTES:
            made = bytes_writer(form, io.BytesIO())
            made.write(record)
            made.close()
