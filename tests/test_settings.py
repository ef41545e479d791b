"""Options in factx.toml, pyproject.toml and FACTX_*: which goes before which, and what is said of wrong ones."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from factx.record import to_dict
from tests.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

    from factx.record import Record
    from tests.conftest import Factx


def write(folder: Path, **files: str) -> None:
    """``factx`` and ``pyproject``, each a .toml."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")


def in_force(out: str) -> dict[str, dict[str, Any]]:
    """What ``factx config`` wrote, which is TOML."""
    return tomllib.loads(out)


def test_what_is_nearer_goes_first(factx: Factx, tmp_path: Path) -> None:
    write(
        tmp_path,
        pyproject='[tool.factx]\ndate = "2021-01-01"\npipeline = "a"\n'
        '[tool.factx.extract]\npipeline = "b"\ntext-key = "p"',
        factx='date = 2022-02-02\n[extract]\nid_key = "f"\n[sources]\nid-key = "g"',
    )
    found = in_force(factx("config", FACTX_DATE="2023-03-03", FACTX_EXTRACT_DATE="2024-04-04", FACTX_ID_KEY="e").out)
    assert found["extract"] == {"date": "2024-04-04", "id-key": "e", "pipeline": "b", "text-key": "p"}
    assert found["sources"] == {"date": "2023-03-03", "id-key": "e", "pipeline": "a"}
    assert "schema" not in found
    found = in_force(factx("config", FACTX_DATE="").out)
    assert found["extract"] == {"date": "2022-02-02", "id-key": "f", "pipeline": "b", "text-key": "p"}
    assert found["sources"]["id-key"] == "g"
    assert 'date = "2022-02-02"  # factx.toml\n' in factx("config").out
    assert 'pipeline = "b"  # pyproject.toml [tool.factx]\n' in factx("config").out


def test_the_command_line_goes_before_all(factx: Factx, tmp_path: Path, record: Record) -> None:
    write(tmp_path, factx='[sources]\nformat = "jsonl"')
    line = json.dumps(to_dict(record)).encode()
    assert factx("sources", stdin=line).out.count("\n") == 1
    assert factx("sources", stdin=line, FACTX_FORMAT="table").out.startswith("storm.txt · a1")
    assert "total" in json.loads(factx("sources", "-f", "json", stdin=line, FACTX_FORMAT="table").out)


def test_flags_and_lists(factx: Factx, tmp_path: Path) -> None:
    write(
        tmp_path, factx='quiet = true\n[extract]\nkind = ["speech", "attitude"]\nmin-confidence = 0.1\nno-text = false'
    )
    found = in_force(factx("config").out)["extract"]
    assert found == {"quiet": True, "kind": ["speech", "attitude"], "min-confidence": 0.1, "no-text": False}
    (tmp_path / "a.txt").write_text(
        "The bridge was built in 1950. “Cross it,” mayor Ada Lund said on Friday.", encoding="utf-8"
    )
    done = factx("extract", "a.txt")
    assert ({claim["kind"] for claim in json.loads(done.out)["claims"]}, done.err) == ({"speech"}, "")
    done = factx("extract", "a.txt", FACTX_KIND="statement attitude", FACTX_EXTRACT_NO_TEXT="yes", FACTX_QUIET="0")
    only = json.loads(done.out)
    assert ({claim["kind"] for claim in only["claims"]}, "text" in only) == ({"statement"}, False)
    assert "[relative-date-unanchored]" in done.err


def test_files_are_looked_for_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    inner = tmp_path / "outer" / "repository" / "folder"
    write(inner)
    write(tmp_path / "outer", factx='date = "2021-01-01"')

    def seen() -> dict[str, dict[str, Any]]:
        command = [sys.executable, "-m", "factx", "config"]
        return in_force(
            subprocess.run(command, cwd=inner, env=environment(), capture_output=True, text=True, check=True).stdout
        )

    assert seen()["extract"] == {"date": "2021-01-01"}
    (inner.parent / ".git").mkdir()
    assert seen() == {}
    write(inner.parent, pyproject='[tool.factx]\ndate = "2022-01-01"')
    write(inner, pyproject="[tool.other]\ndate = 1")
    assert seen()["extract"] == {"date": "2022-01-01"}


def test_another_file_or_none(factx: Factx, tmp_path: Path) -> None:
    write(tmp_path, factx='date = "2021-01-01"', other='pipeline = "x"')
    assert in_force(factx("--config", "other.toml", "config").out)["extract"] == {"pipeline": "x"}
    assert in_force(factx("config", FACTX_CONFIG="other.toml").out)["extract"] == {"pipeline": "x"}
    named = factx("--config", "factx.toml", "config", FACTX_CONFIG="other.toml")
    assert in_force(named.out)["extract"] == {"date": "2021-01-01"}
    assert factx("--no-config", "config", FACTX_DATE="2022-01-01").out == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('fromat = "json"', 'factx.toml: there is no setting "fromat"; did you mean format? There are '),
        ('[extract]\ncolour = "x"', 'factx.toml: [extract] has no setting "colour"; there are '),
        ("[extrct]\nquiet = true", "factx.toml: [extrct] is no command of factx; did you mean extract? There are "),
        ("extract = 5", "factx.toml: extract is a command; write a table: [extract]"),
        ('quiet = "yes"', "factx.toml: quiet: 'yes' is no flag: write true or false"),
        ("pipeline = 5", "factx.toml: pipeline: 5 is no string"),
        ('min-confidence = "0.5"', "factx.toml: min-confidence: '0.5' is no number"),
        ('kind = ["speech", "rumour"]', "factx.toml: kind: 'rumour' is not one of 'speech', 'attitude', 'statement'"),
        ('date = "foo"', 'factx.toml: date: "foo" is no date that can be read'),
        ("min-confidence = 5", "factx.toml: min-confidence: 5.0 is no probability"),
        ("pipeline = [1]", "factx.toml: pipeline: [1] is no string"),
        ("date =", "factx.toml: is no TOML: "),
    ],
)
def test_what_is_wrong_is_named_with_its_file(factx: Factx, tmp_path: Path, content: str, said: str) -> None:
    write(tmp_path, factx=content)
    done = factx("extract", "none.txt")
    assert (done.returncode, done.out) == (2, "")
    assert done.err.startswith(f"factx: error: {said}")
    assert done.err.count("\n") == 1
    assert factx("extract", "--help").returncode == 0


def test_a_value_is_checked_for_the_command_that_runs(factx: Factx, tmp_path: Path) -> None:
    write(tmp_path, factx='[extract]\nkind = "rumour"')
    assert factx("schema").returncode == 0
    assert "kind: 'rumour' is not one of" in factx("config").err


def test_variables_that_are_wrong(factx: Factx) -> None:
    done = factx("extract", "none.txt", FACTX_EXTRACT_MIN_CONFIDENCE="much")
    assert done.returncode == 2
    assert done.err.startswith("factx: error: FACTX_EXTRACT_MIN_CONFIDENCE: [extract] min-confidence: ")
    for command in ("extract", "config"):
        done = factx(command, FACTX_DATE="foo")
        assert (done.returncode, done.out) == (2, "")
        assert done.err.startswith('factx: error: FACTX_DATE: date: "foo" is no date that can be read; ')
    missing = factx("--config", "none.toml", "schema")
    assert (missing.returncode, "none.toml: cannot be read: No such file" in missing.err) == (2, True)
    stranger = factx("sources", "none.txt", FACTX_EXTRACT_DAET="2023-11-12").err.splitlines()
    assert stranger[0].endswith(
        "the variable FACTX_EXTRACT_DAET is no setting of factx; did you mean FACTX_EXTRACT_DATE?"
    )
    assert len(factx("sources", "-q", "none.txt", FACTX_EXTRACT_DAET="2023-11-12").err.splitlines()) == 1
    assert 'FACTX_SINCE: since: "soon" is no date' in factx("query", "none.db", FACTX_SINCE="soon").err


def test_who_asks_is_told_what_is_set(factx: Factx, tmp_path: Path) -> None:
    write(tmp_path, factx='[sources]\ndate = "2023-11-12"')
    told = factx("sources", "-v", "none.txt").err
    assert "factx: info: settings: date = 2023-11-12 (factx.toml)\n" in told
    assert "settings" not in factx("sources", "none.txt").err


def test_toml_is_not_imported_where_there_is_none(tmp_path: Path) -> None:
    def imported() -> set[str]:
        command = [sys.executable, "-X", "importtime", "-m", "factx", "schema"]
        done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True)
        return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert "tomllib" not in imported()
    write(tmp_path, factx="quiet = true")
    assert "tomllib" in imported()
