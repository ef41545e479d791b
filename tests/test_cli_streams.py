"""Terminals, pipes that close, interruptions."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from typing import IO, TYPE_CHECKING

import pytest

from tests.conftest import SEED, environment, everything

if TYPE_CHECKING:
    from pathlib import Path

FACTX = [sys.executable, "-m", "factx"]
LINE = json.dumps({"text": "“We will rebuild it,” mayor Ada Lund said."}).encode() + b"\n"


def test_a_terminal_shows_the_view_in_colour() -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*FACTX, "extract", str(SEED)], stdin=follower, stdout=follower, stderr=subprocess.PIPE, env=environment()
    ) as process:
        os.close(follower)
        seen = everything(leader).decode()
    assert process.returncode == 0
    assert "Dmitry Peskov" in seen
    assert "\x1b[36m" in seen
    assert '"factx_schema"' not in seen


@pytest.mark.parametrize("command", ["extract", "sources"])
def test_someone_at_the_terminal_is_told_what_to_type(command: str) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [*FACTX, command], stdin=follower, capture_output=True, env=environment(), check=False, timeout=60
    )
    os.close(leader)
    os.close(follower)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"'factx {command} --help'".encode() in done.stderr


def test_a_reader_that_leaves_is_no_error() -> None:
    with subprocess.Popen(
        [*FACTX, "extract", "-q", str(SEED)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        piped(process.stdout).close()
        assert piped(process.stderr).read() == b""
    assert process.returncode in {0, -signal.SIGPIPE}


def test_the_line_that_moves_is_taken_back_before_a_reader_that_leaves_ends_the_run() -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*FACTX, "extract", str(SEED)], stdout=subprocess.PIPE, stderr=follower, env=environment()
    ) as process:
        os.close(follower)
        piped(process.stdout).close()
        seen = everything(leader)
    assert process.returncode == -signal.SIGPIPE
    hidden, shown = seen.rfind(b"\x1b[?25l"), seen.rfind(b"\x1b[?25h")  # the cursor
    assert 0 <= hidden < shown


def shown_while_waiting(folder: Path, *arguments: str) -> str:
    """What a run over three articles and one that is missing shows on a terminal's standard error."""
    for name in "abc":
        (folder / f"{name}.txt").write_text("“We will rebuild it,” mayor Ada Lund said.", encoding="utf-8")
    (folder / "d.jsonl").write_bytes(LINE * 2)
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*FACTX, "extract", "a.txt", "b.txt", "c.txt", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=follower,
        cwd=folder,
        env=environment(),
    ) as process:
        os.close(follower)
        seen = everything(leader).decode()
    assert process.returncode == 0
    return seen


def test_who_waits_for_several_sees_how_far_it_is(tmp_path: Path) -> None:
    seen = shown_while_waiting(tmp_path, "d.jsonl")
    assert "0/5" in seen
    assert "5/5" in seen
    assert "reading d.jsonl:2" in seen


def test_quiet_shows_nothing_that_moves(tmp_path: Path) -> None:
    assert shown_while_waiting(tmp_path, "-q") == ""


def test_a_full_disk_is_an_error_in_one_line() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device, not a path
        done = subprocess.run([*FACTX, "schema"], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 1
    assert done.stderr == b"factx: error: the output cannot be written: No space left on device\n"


def test_an_interrupted_run_has_written_what_was_done() -> None:
    with started("extract", "-q") as process:
        piped(process.stdin).write(LINE)
        assert json.loads(piped(process.stdout).readline())["path"] is None
        process.send_signal(signal.SIGINT)
        assert piped(process.stderr).read() == b""
    assert process.returncode == 130


def test_an_interrupted_run_leaves_no_part_of_a_file(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with started("extract", "-q", "-o", str(output)) as process:
        piped(process.stdin).write(b"{\n")
        piped(process.stderr).readline()  # the error of that line: the run has begun, the pipeline is not loaded yet
        piped(process.stdin).write(LINE)
        process.send_signal(signal.SIGINT)
        assert piped(process.stderr).read() == b""
    assert process.returncode == 130
    assert not list(tmp_path.iterdir())


def test_who_interrupts_is_told_that_the_file_is_not_there(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with started("extract", "-o", str(output)) as process:
        piped(process.stdin).write(b"{\n")
        piped(process.stderr).readline()
        process.send_signal(signal.SIGINT)
        told = piped(process.stderr).read().decode()
    assert (process.returncode, told) == (130, f"factx: warning: interrupted; {output} was not written\n")


def test_who_interrupts_is_told_what_the_database_has(tmp_path: Path) -> None:
    output = tmp_path / "news.db"
    with started("extract", "-o", str(output)) as process:
        piped(process.stdin).write(LINE + b"{\n")
        while b"news" in piped(process.stderr).readline():  # warnings of the first; then the error of the second line
            pass
        process.send_signal(signal.SIGINT)
        told = piped(process.stderr).read().decode()
    assert (process.returncode, told) == (130, f"factx: warning: interrupted; 1 document is in {output}\n")


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """A run that waits for JSON Lines on its standard input, none of which is buffered here."""
    pipe = subprocess.PIPE
    command = [*FACTX, *arguments, "--input-format", "jsonl"]
    return subprocess.Popen(command, bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe, env=environment())


def piped(stream: IO[bytes] | None) -> IO[bytes]:
    """The stream, which is a pipe in these tests."""
    assert stream is not None
    return stream
