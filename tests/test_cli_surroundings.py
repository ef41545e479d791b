"""What stands around the program: terminals, their colours and width, encodings, paths of other systems."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from factx.readers import Found, Reading, read
from factx.record import to_dict
from factx.verification.pairing import Articles
from factx.writers.formats import Format, by_suffix
from tests.conftest import environment, everything

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record
    from tests.conftest import Factx

COLOUR = re.compile(r"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7])[0-9;]*m")


def on_a_terminal(folder: Path, *arguments: str, **variables: str) -> str:
    """What a person sees, on both streams."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "factx", *arguments]
    env = environment(**variables)
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=env) as run:
        os.close(follower)
        seen = everything(leader).decode()
    assert run.returncode in {0, 3, 4}
    return seen


@pytest.fixture
def records(tmp_path: Path, record: Record) -> str:
    (tmp_path / "records.jsonl").write_text(json.dumps(to_dict(record)) + "\n", encoding="utf-8")
    return "records.jsonl"


@pytest.mark.parametrize(
    "command", [["sources"], ["verify"], ["diff", "records.jsonl"], ["sources", "none.txt"], ["--help"]]
)
def test_colours_are_for_those_who_want_them(tmp_path: Path, records: str, command: list[str]) -> None:
    assert COLOUR.search(on_a_terminal(tmp_path, *command, records)) or command[0] in {"verify", "diff"}
    assert not COLOUR.search(on_a_terminal(tmp_path, *command, records, NO_COLOR="1"))
    assert not COLOUR.search(on_a_terminal(tmp_path, *command, records, TERM="dumb"))


@pytest.mark.parametrize("command", [["sources"], ["verify"], ["diff", "records.jsonl"], ["extract", "--help"]])
@pytest.mark.parametrize("columns", ["40", "100"])
def test_lines_are_as_wide_as_columns_says(tmp_path: Path, records: str, command: list[str], columns: str) -> None:
    seen = on_a_terminal(tmp_path, *command, "-q", records, NO_COLOR="1", COLUMNS=columns)
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen).split("\r\n")
    assert max(map(len, lines)) <= int(columns)


@pytest.mark.parametrize("command", [["schema"], ["config"], ["sources", "-f", "table", "records.jsonl"]])
def test_standard_output_is_utf_8_whatever_the_system_has(
    factx: Factx, tmp_path: Path, records: str, command: list[str]
) -> None:
    (tmp_path / "factx.toml").write_text('pipeline = "modèle"', encoding="utf-8")
    assert records
    done = factx(*command, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.out) == (0, factx(*command).out)


WINDOWS = r"C:\news\storm.txt"


def test_a_path_of_windows_is_told_as_it_was_given(factx: Factx) -> None:
    assert factx("extract", WINDOWS).err == (
        rf"factx: error: {WINDOWS}: no such file; check the name, or give - for standard input" + "\n"
    )


def test_a_path_of_windows_names_its_format() -> None:
    assert by_suffix(r"D:\out\records.JSON") is Format.JSON
    assert by_suffix("D:records.ndjson") is Format.JSONL


def test_a_file_with_such_a_name_is_read_and_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / WINDOWS).write_text("It rained, the mayor said.", encoding="utf-8")
    lines = r"C:\news\more.jsonl"
    (tmp_path / lines).write_text('{"text": "It rained."}\n', encoding="utf-8")
    (one,) = read(WINDOWS, Reading())
    (other,) = read(lines, Reading())
    assert isinstance(one, Found)
    assert isinstance(other, Found)
    assert (one.where, one.article.path) == (WINDOWS, WINDOWS)
    assert (other.where, other.article.text) == (f"{lines}:1", "It rained.")


def test_a_record_made_on_windows_finds_its_text_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_text("It rained.", encoding="utf-8")
    (tmp_path / "flood.txt").write_text("It poured.", encoding="utf-8")
    found = [one for name in ("storm", "flood") for one in read(str(tmp_path / f"{name}.txt"), Reading())]
    articles = Articles([one.article for one in found if isinstance(one, Found)])
    article = articles.of({"id": "x", "path": str(PureWindowsPath(WINDOWS))}, alone=False)
    assert article is not None
    assert article.text == "It rained."
    assert articles.of({"id": "x", "path": r"C:\news\other.txt"}, alone=True) is None
