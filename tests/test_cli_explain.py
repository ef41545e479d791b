"""``factx explain``: why a claim is one, from the record that holds it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.record import to_dict
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from tests.conftest import Factx

TEXT = 'The mayor told reporters that the bridge was safe. It had been closed for a week. "Cross it," she said.\n'


@pytest.fixture(scope="module")
def stored(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "a.jsonl"
    record = to_dict(annotate(nlp, Article(TEXT, "a")))
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def claims(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8").splitlines()[0])["claims"]
    return found


def test_an_attribution_is_explained_by_its_cue_and_the_ways_from_it(factx: Factx, stored: Path) -> None:
    told = next(c for c in claims(stored) if c["attribution"] and c["attribution"]["cue"]["lemma"] == "tell")
    done = factx("explain", str(stored), told["id"])
    answer = json.loads(done.out)
    assert (done.returncode, answer["claim"]) == (0, told)
    why = answer["why"]
    assert (why["to_source"], why["to_content"]) == ("told →nsubj mayor", "told →ccomp was")
    assert why["confidence"] == pytest.approx(told["confidence"], abs=1e-3)
    assert min(why["cue"], why["speech"], why["roles"]) > why["threshold"]


def test_a_statement_is_explained_by_what_was_dropped(factx: Factx, stored: Path) -> None:
    statement = next(c for c in claims(stored) if c["kind"] == "statement")
    why = json.loads(factx("explain", str(stored), statement["id"], "-f", "json").out)["why"]
    assert why["cue"] is None
    assert why["reason"].startswith("the article's own voice")
    assert all(c["verdict"] != "reported" for c in why["considered"])


def test_a_person_reads_lines(factx: Factx, stored: Path) -> None:
    lines = factx("explain", str(stored), "c1", "-f", "text").out.splitlines()
    assert lines[0].startswith("speech, indirect, confidence 0.")
    assert any("told →nsubj mayor" in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["{}", "c99"], 2, "has no claim c99; it has c1 to"),
        (["{}", "c1", "--id", "x"], 2, "has no document x"),
        (["nowhere", "c1"], 3, "nowhere: no such file"),
        ([str(ROOT / "README.md"), "c1"], 3, "README.md: is no record of factx"),
    ],
)
def test_what_cannot_be_explained_is_named(
    factx: Factx, stored: Path, arguments: list[str], code: int, said: str
) -> None:
    done = factx("explain", *(a.format(stored) for a in arguments))
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_of_several_documents_one_is_named(factx: Factx, stored: Path, tmp_path: Path) -> None:
    line = stored.read_text(encoding="utf-8")
    other = json.dumps(json.loads(line) | {"id": "other"}) + "\n"
    (tmp_path / "two.jsonl").write_text(line + other, encoding="utf-8")
    unclear = factx("explain", str(tmp_path / "two.jsonl"), "c1")
    assert (unclear.returncode, "holds 2 documents; name one with --id" in unclear.err) == (2, True)
    assert factx("explain", str(tmp_path / "two.jsonl"), "c1", "--id", "other").returncode == 0


def test_a_record_without_its_text_is_refused(factx: Factx, stored: Path, tmp_path: Path) -> None:
    bare = json.loads(stored.read_text(encoding="utf-8"))
    del bare["text"]
    (tmp_path / "bare.json").write_text(json.dumps([bare]), encoding="utf-8")
    done = factx("explain", str(tmp_path / "bare.json"), "c1")
    assert (done.returncode, "--no-text" in done.err) == (3, True)


def test_another_pipelines_record_is_warned_about(factx: Factx, stored: Path, tmp_path: Path) -> None:
    record = json.loads(stored.read_text(encoding="utf-8"))
    record["pipeline"]["sha256"] = "0" * 64
    (tmp_path / "old.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = factx("explain", str(tmp_path / "old.jsonl"), "c1")
    assert (done.returncode, "made by another pipeline" in done.err) == (0, True)
