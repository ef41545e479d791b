"""``factx evaluate`` as its users see it: real processes, the real pipeline."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import environment, everything

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Factx

    Row = dict[str, Any]

TEXT = "Mayor Ada Lund said on Friday that the minister believes that the war will end soon."


def attribution(source: str, cue: str, content: str, **more: object) -> Row:
    parts = {"source": source, "cue": cue, "content": content}
    return {role: [[TEXT.index(part), TEXT.index(part) + len(part)]] for role, part in parts.items()} | more


OUTER = attribution(
    "Mayor Ada Lund",
    "said",
    "that the minister believes that the war will end soon",
    type="indirect",
    kind="speech",
)
INNER = attribution(
    "the minister", "believes", "that the war will end soon", type="indirect", kind="attitude", nested_in=0
)
OUTERMOST = {"id": "o1", "text": TEXT, "attributions": [OUTER], "coverage": "outermost"}
ALL = {"id": "a1", "text": TEXT, "attributions": [OUTER, INNER]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two articles of which the outermost attributions are annotated."""
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(OUTERMOST)}\n" * 2, encoding="utf-8")
    return path


def lines(*rows: Row | str) -> bytes:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows).encode()


def test_in_a_pipe_the_scores_are_json(factx: Factx, gold: Path) -> None:
    done = factx("evaluate", gold)
    assert (done.returncode, done.err) == (0, "")
    report = json.loads(done.out)
    assert (report["gold"], report["articles"], report["attributions"]) == (str(gold), 2, 2)
    assert (report["coverage"], report["notes"]) == ({"outermost": 2}, [])
    assert report["pipeline"]["name"] == "en_news"
    assert set(report["scores"]) == {"cofe", "exact", "overlap", "AR", "speaker", "kind"}
    assert report["scores"]["AR"]["match"] == {"precision": 1, "recall": 1, "f1": 1, "gold": 2}
    assert report["scores"]["speaker"] == report["scores"]["kind"] == {"accuracy": 1, "gold": 2}
    assert report["phenomena"]["indirect"] == {"gold": 2, "match": 1, "content": 1, "speaker": 1}
    assert report["phenomena"]["direct"] == {"gold": 0, "match": None, "content": None, "speaker": None}


def test_claims_within_claims_count_if_asked_for_or_if_one_line_annotates_them(factx: Factx, gold: Path) -> None:
    asked = json.loads(factx("evaluate", gold, "--no-outermost").out)
    assert asked["outermost"] is False
    assert asked["scores"]["AR"]["match"] == {"precision": 0.5, "recall": 1, "f1": 0.6667, "gold": 2}
    mixed = json.loads(factx("evaluate", "-", stdin=lines(OUTERMOST, ALL)).out)
    assert (mixed["gold"], mixed["outermost"]) == (None, False)
    assert mixed["scores"]["AR"]["match"]["precision"] == 0.75
    assert mixed["phenomena"]["nested"] == {"gold": 1, "match": 1, "content": 1, "speaker": 1}


def test_bad_lines_are_named_the_others_scored_and_sets_with_gaps_marked(factx: Factx, tmp_path: Path) -> None:
    beyond = ALL | {"attributions": [OUTER | {"cue": [[7, 700]]}]}
    undated = ALL | {"date": "someday", "coverage": "verbs"}
    (tmp_path / "gold.jsonl").write_bytes(lines("{", beyond, "", undated, ALL))
    done = factx("evaluate", "gold.jsonl", "-f", "table")
    assert done.returncode == 4
    first, second, third = done.err.splitlines()
    assert first.startswith("factx: error: gold.jsonl:1: is not JSON: ")
    assert second == (
        f"factx: error: gold.jsonl:2: attributions[0].cue: [7, 700] is outside the text of {len(TEXT)} characters"
    )
    assert third.startswith("factx: warning: gold.jsonl:4: read without its date: ")
    shown = done.out.splitlines()
    assert shown[0] == "gold.jsonl"
    assert shown[1].startswith("2 articles · 4 attributions · nested claims scored · en_news ")
    assert "AR match 1.000 1.000 1.000 4" in [" ".join(line.split()) for line in shown]
    assert " ".join(done.out.split()).endswith(
        "note: precision and F1 say little: not every attribution is annotated, coverage is verbs (1 of 2 articles)"
    )
    assert "\x1b" not in done.out


@pytest.mark.parametrize("content", [None, b"", b"{\n[]\n"])
def test_where_nothing_can_be_read_nothing_is_scored(factx: Factx, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "gold.jsonl").write_bytes(content)
    done = factx("evaluate", "gold.jsonl")
    assert (done.returncode, done.out) == (3, "")
    assert all(line.startswith("factx: error: gold.jsonl") for line in done.err.splitlines())


def test_a_pipeline_that_is_not_there_is_exit_code_5(factx: Factx, gold: Path) -> None:
    done = factx("evaluate", "--pipeline", "no_such_pipeline", gold)
    assert (done.returncode, done.out, done.err.count("\n")) == (5, "", 1)


def test_a_terminal_shows_a_table(gold: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "factx", "evaluate", str(gold)]
    with subprocess.Popen(command, stdout=follower, stderr=subprocess.PIPE, env=environment()) as process:
        os.close(follower)
        seen = everything(leader).decode()
    assert process.returncode == 0
    assert "nested claims left out" in seen
    assert "pronoun source" in seen
    assert "\x1b[1m" in seen
