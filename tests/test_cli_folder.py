"""Formats that are no text: a folder, and bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import DocBin

from factx.cli.folder import folder
from factx.record import to_dict

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record
    from tests.conftest import Factx


@pytest.fixture
def stored(record: Record, tmp_path: Path) -> Path:
    """A file of one record, which no pipeline has to read."""
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(to_dict(record)), encoding="utf-8")
    return path


def test_brat_writes_a_folder(factx: Factx, tmp_path: Path) -> None:
    done = factx("extract", "-", "-f", "brat", "-o", "corpus", stdin=b"It rained, the mayor said.")
    assert (done.returncode, done.stdout) == (0, b"")
    names = {path.name for path in (tmp_path / "corpus").iterdir()}
    assert {"annotation.conf", "visual.conf"} < names
    assert {name.rpartition(".")[2] for name in names} == {"conf", "txt", "ann"}
    (text,) = (tmp_path / "corpus").glob("*.txt")
    assert text.read_bytes() == b"It rained, the mayor said."


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_a_folder_is_not_standard_output(factx: Factx, output: list[str]) -> None:
    done = factx("extract", "x", "-f", "brat", *output)
    assert done.returncode == 2
    assert done.err == "factx: error: -f brat writes a folder: name it with --output FOLDER\n"


@pytest.mark.parametrize(
    ("output", "said"), [("file", "is a file; name a folder"), ("nowhere/out", "nowhere/out: cannot be made")]
)
def test_where_no_folder_can_be_is_a_usage_error(factx: Factx, tmp_path: Path, output: str, said: str) -> None:
    (tmp_path / "file").touch()
    done = factx("extract", "x", "-f", "brat", "-o", output)
    assert done.returncode == 2
    assert said in done.err


def test_what_is_in_the_folder_stays_but_for_what_is_written_again(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("other", encoding="utf-8")
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with folder(str(tmp_path)) as put:
        put("a.txt", "new\r\n🎉")
    assert {path.name: path.read_bytes().decode() for path in tmp_path.iterdir()} == {
        "other.txt": "other",
        "a.txt": "new\r\n🎉",
    }


def test_a_folder_that_was_made_for_nothing_is_taken_away(tmp_path: Path) -> None:
    with folder(str(tmp_path / "made")):
        assert (tmp_path / "made").is_dir()
    assert not (tmp_path / "made").exists()


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    with folder(str(tmp_path)) as put, pytest.raises(UnicodeEncodeError):
        put("a.txt", "x" * 100_000 + "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_the_suffix_names_the_format(factx: Factx, tmp_path: Path) -> None:
    assert factx("extract", "-", "-o", "a.spacy", stdin=b"It rained, the mayor said.").returncode == 0
    (doc,) = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("en").vocab)
    assert [span.text for span in doc.spans["contents"]] == ["It rained"]
    assert factx("extract", "-", "-o", "a.jsonld", stdin=b"It rained, the mayor said.").returncode == 0
    assert "@graph" in json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))


def test_an_article_whose_text_is_left_out_is_an_error_of_its_own(factx: Factx) -> None:
    done = factx("extract", "-", "-f", "label-studio", "--no-text", stdin=b"It rained, the mayor said.")
    assert done.returncode == 4
    assert "has no text: -f label-studio needs it" in done.err
