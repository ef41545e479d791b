"""How many documents a bar counts up to, which is known only of some files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.cli.expected import expected
from factx.readers import InputFormat, Reading

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    for name in ("a.txt", "b.html", "inner/c.md"):
        (tmp_path / name).write_text("It rained.", encoding="utf-8")
    (tmp_path / "d.jsonl").write_text('{"text": "x"}\n\n{"text": "y"}\n', encoding="utf-8")
    return tmp_path


def test_files_lines_and_folders_are_counted(folder: Path) -> None:
    assert expected([str(folder / "a.txt"), str(folder / "d.jsonl")], Reading()) == 3
    assert expected([str(folder)], Reading()) == 5
    assert expected([str(folder)], Reading(globs=("*.txt", "*.md"))) == 2
    assert expected([str(folder / "d.jsonl")] * 2, Reading(InputFormat.TEXT)) == 2


@pytest.mark.parametrize("name", ["-", "none.txt", "e.jsonl.gz", "e.csv", "e.warc", "e.json"])
def test_what_is_not_known_before_it_is_read(folder: Path, name: str) -> None:
    if name.startswith("e"):
        (folder / name).write_bytes(b"\n\n\n")
    assert expected([str(folder / "a.txt"), name if name == "-" else str(folder / name)], Reading()) is None


def test_one_document_needs_no_bar(folder: Path) -> None:
    assert expected([str(folder / "a.txt")], Reading()) is None
