"""``factx extract`` as its users see it: real processes, the real pipeline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from factx.cli.schema import record_schema
from tests.conftest import SEED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Factx

NESTED = (
    "Mayor Ada Lund said on Friday that the minister believes that the war will end soon. The rain lasted for days."
)
SENTENCE = "“We will rebuild the bridge,” mayor Ada Lund said on Friday."


def rows(out: str) -> list[dict[str, Any]]:
    """The records of JSON Lines."""
    return [json.loads(line) for line in out.splitlines()]


def test_the_seeds_record_is_what_the_schema_says(factx: Factx) -> None:
    done = factx("extract", "--date", "2023-11-12", SEED)
    assert done.returncode == 0
    (record,) = rows(done.out)
    Draft202012Validator(record_schema()).validate(record)
    assert record["text"] == SEED.read_text(encoding="utf-8")
    assert (record["path"], record["published"], record["published_by"]) == (str(SEED), "2023-11-12", "option")
    assert {claim["kind"] for claim in record["claims"]} >= {"speech"}


def test_bad_documents_are_named_and_the_others_come_through(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "utf16.txt").write_text(SENTENCE + "\r\n", encoding="utf-16", newline="")
    (tmp_path / "marked.txt").write_text(SENTENCE, encoding="utf-8-sig")
    (tmp_path / "latin.txt").write_text("Caf\xe9 owners protested.", encoding="latin-1")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "lines.jsonl").write_text('{"text": "One came.", "id": "j1"}\n{"text": 5}\n\n{"text": "Two came."}\n')
    bad = ["latin.txt", "binary.txt", "empty.txt", "none.txt"]
    done = factx("extract", "-q", "good.txt", *bad, "utf16.txt", "marked.txt", "lines.jsonl")
    assert done.returncode == 4
    paths = [record["path"] for record in rows(done.out)]
    assert paths == ["good.txt", "utf16.txt", "marked.txt", "lines.jsonl", "lines.jsonl"]
    assert [record["text"] for record in rows(done.out)][:3] == [SENTENCE, f"{SENTENCE}\r\n", SENTENCE]
    assert rows(done.out)[3]["id"] == "j1"
    errors = done.err.splitlines()
    for name, line in zip([*bad, "lines.jsonl:2"], errors, strict=True):
        assert line.startswith(f"factx: error: {name}: ")


def test_where_nothing_can_be_read_the_exit_code_is_3_and_earlier_results_stay(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("earlier")
    done = factx("extract", "none.txt", "-o", "out.jsonl")
    assert (done.returncode, done.out) == (3, "")
    assert (tmp_path / "out.jsonl").read_text() == "earlier"
    assert not (tmp_path / "out.jsonl.part").exists()
    assert json.loads(factx("extract", "none.txt", "-f", "json").out) == []
    assert factx("extract", stdin=b"").returncode == 3


def test_a_pipeline_that_is_not_there_is_exit_code_5(factx: Factx) -> None:
    done = factx("extract", "--pipeline", "no_such_pipeline", SEED)
    assert (done.returncode, done.out, done.err.count("\n")) == (5, "", 1)
    assert "no_such_pipeline" in done.err


def test_standard_input_is_a_text_and_has_no_path(factx: Factx) -> None:
    done = factx("extract", "-f", "json", "--no-text", stdin=SENTENCE.encode())
    (record,) = json.loads(done.out)
    assert record["path"] is None
    assert "text" not in record
    assert record["claims"]
    Draft202012Validator(record_schema()).validate(record)


def test_json_lines_can_be_piped_with_fields_of_any_name(factx: Factx, tmp_path: Path) -> None:
    row = {"body": SENTENCE, "key": "k1", "day": "2023-11-12", "head": "The bridge"}
    undated = row | {"day": "someday", "key": "k2"}
    keys = ["--text-key", "body", "--id-key", "key", "--date-key", "day", "--title-key", "head"]
    stdin = f"{json.dumps(row)}\n{json.dumps(undated)}\n".encode()
    done = factx("extract", *keys, "--input-format", "jsonl", "-o", "out.jsonl", "--strict", stdin=stdin)
    assert (done.returncode, done.out) == (4, "")
    first, second = rows((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (first["id"], first["title"], first["published"]) == ("k1", "The bridge", "2023-11-12")
    assert (first["published_by"], second["published"]) == ("metadata", None)
    assert 'standard input:2: read without its date: "someday" is no date' in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_the_view_tells_warnings_once(factx: Factx) -> None:
    done = factx("extract", "-f", "table", "-", stdin=SENTENCE.encode())
    assert (done.returncode, done.err) == (0, "")
    assert "standard input" in done.out
    assert "Ada Lund" in done.out
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_those_who_ask_are_told_what_is_done(factx: Factx) -> None:
    done = factx("extract", "-v", "-", "none.txt", stdin=b"He left on Friday, officials said.")
    assert done.returncode == 4
    assert "factx: info: standard input: " in done.err
    assert "factx: warning: standard input: " in done.err
    assert "Traceback" not in done.err


def test_only_claims_that_are_asked_for_are_written(factx: Factx) -> None:
    (whole,) = rows(factx("extract", "-", stdin=NESTED.encode()).out)
    assert {claim["kind"] for claim in whole["claims"]} == {"speech", "attitude", "statement"}
    (held,) = (claim for claim in whole["claims"] if claim["parent"])
    assert held["kind"] == "attitude"
    (of_two,) = rows(factx("extract", "--kind", "attitude", "--kind", "statement", "-", stdin=NESTED.encode()).out)
    wanted = [claim for claim in whole["claims"] if claim["kind"] != "speech"]
    assert of_two == whole | {"claims": [claim | {"parent": None} for claim in wanted]}
    Draft202012Validator(record_schema()).validate(of_two)
    least = max(claim["confidence"] for claim in whole["claims"])
    (sure,) = rows(factx("extract", "--min-confidence", str(least), "-", stdin=NESTED.encode()).out)
    assert sure["claims"]
    assert all(claim["confidence"] >= least for claim in sure["claims"])


@pytest.mark.parametrize(
    ("command", "name", "arguments"),
    [
        ("extract", "gaza.txt", ["gaza.txt", "-o", "gaza.txt", "-f", "jsonl"]),
        ("extract", "feed.jsonl", ["feed.jsonl", "-o", "./news/../feed.jsonl"]),
        ("extract", "feed.jsonl", ["feed.jsonl", "-o", "link.jsonl"]),
        ("extract", "news/a.jsonl", ["news", "-o", "news/a.jsonl"]),
        ("extract", "news/a.jsonl", ["news", "-f", "brat", "-o", "news/"]),
        ("view", "gaza.txt", ["feed.jsonl", "gaza.txt", "-o", "page"]),
        ("export", "feed.jsonl", ["feed.jsonl", "-o", "feed.jsonl"]),
        ("export", "news.db", ["news.db", "-o", "news.db"]),
        ("query", "news.db", ["news.db", "-f", "csv", "-o", "news.db"]),
    ],
)
def test_what_is_read_is_not_written_over(
    factx: Factx, tmp_path: Path, command: str, name: str, arguments: list[str]
) -> None:
    (tmp_path / "news").mkdir()
    for each in ("gaza.txt", "feed.jsonl", "news/a.jsonl", "news.db"):
        (tmp_path / each).write_text('{"text": "It rained, the mayor said."}\n', encoding="utf-8")
    (tmp_path / "link.jsonl").symlink_to("feed.jsonl")
    (tmp_path / "page").symlink_to("gaza.txt")
    done = factx(command, *arguments)
    assert (done.returncode, done.out, done.err.count("\n")) == (2, "", 1)
    assert "is read as input" in done.err
    assert (tmp_path / name).read_text(encoding="utf-8") == '{"text": "It rained, the mayor said."}\n'


def test_an_earlier_output_beside_the_inputs_is_written_anew(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "gaza.txt").write_text("It rained, the mayor said.", encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("earlier", encoding="utf-8")
    assert factx("extract", ".", "--glob", "*.txt", "-o", "out.jsonl").returncode == 0
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["path"] == "./gaza.txt"
    assert factx("extract", "gaza.txt", "-f", "jsonl", "-o", "out.jsn").returncode == 0
    assert factx("extract", "gaza.txt", "-o", "/dev/null").returncode == 0
