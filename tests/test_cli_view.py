"""``factx view``: where the page goes, what it is made from, and what nothing is written for."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import SEED, environment, everything
from tests.test_cli_sources import FIRST, SECOND, lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Factx


def test_an_article_becomes_a_page_as_extract_reads_it(factx: Factx, tmp_path: Path) -> None:
    done = factx("view", "--date", "2023-11-12", SEED, "-o", "page.html")
    assert (done.returncode, done.stdout, done.err) == (0, b"", "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<time datetime="2023-11-12"' in page
    assert "malformed" in page
    extracted = factx("extract", "-q", "--date", "2023-11-12", SEED)
    assert factx("view", stdin=extracted.stdout).out == page
    assert factx("extract", "-q", "--date", "2023-11-12", SEED, "-f", "html").out == page


def test_records_are_shown_without_the_pipeline(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(lines(FIRST, SECOND))
    command = [sys.executable, "-X", "importtime", "-m", "factx", "view", str(tmp_path / "records.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert (done.returncode, imported & {"spacy", "numpy", "onnxruntime"}) == (0, set())
    assert '<h1 tabindex="-1">2 articles</h1>' in done.stdout


def test_the_suffix_of_a_file_asks_extract_for_a_page(factx: Factx, tmp_path: Path) -> None:
    done = factx("extract", "-q", "-", "-o", "page.html", stdin=b"It rained, the mayor said.")
    assert done.returncode == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_no_page_is_written_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(lines(FIRST))
    for command in (["view"], ["extract", "-f", "html"]):
        leader, follower = pty.openpty()
        run = [sys.executable, "-m", "factx", *command, str(tmp_path / "records.jsonl")]
        with subprocess.Popen(run, stdin=follower, stdout=follower, stderr=subprocess.PIPE, env=environment()) as made:
            os.close(follower)
            seen = everything(leader)
            assert made.stderr
            told = made.stderr.read().decode()
        assert (made.returncode, seen) == (2, b"")
        assert told.startswith("factx: error: a page is not for a terminal; give --output page.html")


def test_open_shows_a_page_that_stays_where_only_its_user_can_read_it(factx: Factx, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/address\n', encoding="utf-8")
    browser.chmod(0o700)
    (tmp_path / "tmp").mkdir()
    shown = {"BROWSER": str(browser), "TMPDIR": str(tmp_path / "tmp")}
    done = factx("view", "--open", stdin=lines(FIRST), **shown)
    address = (tmp_path / "address").read_text(encoding="utf-8")
    (folder,) = (tmp_path / "tmp").iterdir()
    assert (done.returncode, done.err) == (0, f"factx: info: the page is at {address}\n")
    assert address == (folder / "page.html").as_uri()
    assert folder.stat().st_mode & 0o077 == 0
    assert factx("view", "--open", "-o", "here.html", stdin=lines(FIRST), **shown).returncode == 0
    assert (tmp_path / "address").read_text(encoding="utf-8") == (tmp_path / "here.html").as_uri()


def test_where_no_browser_is_the_address_is_told(factx: Factx) -> None:
    done = factx("view", "--open", "-o", "page.html", stdin=lines(FIRST), BROWSER="false", PATH="/nowhere", DISPLAY="")
    assert done.returncode == 0
    assert done.err.startswith("factx: warning: no browser could be started; open file:///")


def test_open_needs_a_file(factx: Factx) -> None:
    done = factx("view", "--open", "-o", "-", stdin=lines(FIRST))
    assert (done.returncode, done.err.startswith("factx: error: --open needs a file")) == (2, True)


def test_where_nothing_can_be_read_nothing_is_written(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("an earlier one", encoding="utf-8")
    done = factx("view", "none.txt", "-o", "page.html")
    assert (done.returncode, (tmp_path / "page.html").read_text(encoding="utf-8")) == (3, "an earlier one")
    (tmp_path / "tmp").mkdir()
    assert factx("view", "none.txt", "--open", TMPDIR=str(tmp_path / "tmp"), BROWSER="true").returncode == 3
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_could_be_read_is_on_the_page_though_another_could_not(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(lines(FIRST))
    done = factx("view", "records.jsonl", "none.txt")
    assert (done.returncode, "a1.txt" in done.out) == (4, True)
    assert done.err.startswith("factx: error: none.txt: no such file")
