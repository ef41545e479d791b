"""Folders: their files by name, those within, and no file twice."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, Reading, read

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path, *globs: str) -> list[str]:
    """The paths of the articles under the folder, and the errors as they are."""
    found = list(read(str(folder), Reading(globs=globs)))
    return [
        os.path.relpath(str(one.article.path), folder) if isinstance(one, Found) else str(one)
        for one in found
        if isinstance(one, Found | InputError)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c/d.md", "c/a.txt", "B.txt", ".hidden.txt", ".git/a.txt", "notes.log", "p.jpg"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(f"This is {name}.")
    return tmp_path / "in"


def test_files_come_in_the_order_of_their_names(folder: Path) -> None:
    assert names(folder) == ["B.txt", "a.txt", "b.txt", "c/a.txt", "c/d.md"]


def test_of_a_run_the_records_are_read(folder: Path) -> None:
    for name in ("parts/0.jsonl", ".done/0.json", "manifest.json", "failed.jsonl"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text('{"text": "It rained."}\n')
    assert names(folder) == ["parts/0.jsonl"]
    (folder / "manifest.json").unlink()
    assert "failed.jsonl" in names(folder)


def test_patterns_say_which(folder: Path) -> None:
    assert names(folder, "a.*") == ["a.txt", "c/a.txt"]
    assert names(folder, "*.log", "*.md") == ["c/d.md", "notes.log"]
    assert names(folder, "c/*") == ["c/a.txt", "c/d.md"]
    assert names(folder, "?.txt") == ["B.txt", "a.txt", "b.txt", "c/a.txt"]


def test_a_folder_with_nothing_to_read_says_what_was_looked_for(folder: Path, tmp_path: Path) -> None:
    assert names(folder, "*.xml", "*.rss") == [
        f"{folder}: is a folder without a file to read; looked for *.xml or *.rss"
    ]
    (tmp_path / "empty").mkdir()
    (error,) = names(tmp_path / "empty")
    assert "is a folder without a file to read; looked for *.csv or *.htm or" in error
    assert error.endswith("name others with --glob")


def test_links_are_followed_once(folder: Path) -> None:
    (folder / "c" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "c" / "self").symlink_to(folder / "c", target_is_directory=True)
    (folder / "z.txt").symlink_to(folder / "a.txt")
    (folder / "y.txt").symlink_to("nowhere")
    *found, broken, last = names(folder)
    assert found == ["B.txt", "a.txt", "b.txt", "c/a.txt", "c/d.md"]
    assert (broken, last) == (f"{folder}/y.txt: no such file; check the name, or give - for standard input", "z.txt")


def test_what_cannot_be_read_is_an_error_of_its_own(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"caf\xe9")
    (folder / "b.txt").write_bytes(b"")
    found = names(folder)
    assert found[::3] == ["B.txt", "c/a.txt"]
    assert "a.txt: byte 0xE9" in found[1]
    assert "b.txt: is empty" in found[2]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do everything may read it")
def test_a_folder_that_is_closed_is_an_error(folder: Path) -> None:
    (folder / "c").chmod(0)
    try:
        *found, error = names(folder)
    finally:
        (folder / "c").chmod(0o700)
    assert found == ["B.txt", "a.txt", "b.txt"]
    assert error == f"{folder}/c: is a folder that cannot be read: Permission denied"


def test_pipes_in_a_folder_are_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert names(folder, "pipe.txt", "a.txt") == ["a.txt", "c/a.txt"]


def test_names_may_be_any_bytes(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/c/new\nline\xff.txt", "wb") as stream:  # noqa: PTH123  bytes
        stream.write(b"It rained.")
    assert names(folder, "*line*") == ["c/new\nline\\xff.txt"]
