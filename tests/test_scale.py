"""``factx run``: the same bytes whoever works, nothing lost by what dies, every failure named."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import SEED, environment
from tests.poison import poisoned

if TYPE_CHECKING:
    from tests.conftest import Factx

SAID = "Prices rose by {n}% in {n} towns, the bank said on Friday. “It will rain,” mayor Ada Lund told reporters."
ARTICLES = 40
SMALL = ("--part-size", "1")  # eight articles a part


LINES = [json.dumps({"id": f"a{n}", "text": SAID.format(n=n), "date": "2023-11-12"}) for n in range(ARTICLES)]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Forty articles, in the test's folder, and one line that is none."""
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join([*LINES, '{"text": 3}']) + "\n")
    return file


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an undisturbed run over them, by one process."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "news.jsonl").write_text("\n".join([*LINES, '{"text": 3}']) + "\n")
    assert started(folder, "-j", "1").wait() == 4
    return folder / "out"


def parts(out: Path) -> dict[str, bytes]:
    """The files of a run's parts."""
    return {file.name: file.read_bytes() for inner in ("parts", ".done") for file in sorted((out / inner).iterdir())}


def manifest(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "manifest.json").read_text())
    return found


def failures(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "failed.jsonl").read_text().splitlines()]


def changed(out: Path) -> dict[str, int]:
    """When each file of a run's parts was written."""
    return {file.name: file.stat().st_mtime_ns for inner in ("parts", ".done") for file in (out / inner).iterdir()}


def started(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
    """A run in the background."""
    command = [sys.executable, "-m", "factx", "run", "news.jsonl", "--out", "out", *SMALL, *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment(**variables), stderr=subprocess.DEVNULL)


def processes(named: str, ancestor: int) -> list[int]:
    """Those under ``ancestor`` whose command line has these words."""
    parent, found = {}, []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                if named in (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode():
                    found.append(int(entry.name))
            except OSError:
                continue

    def under(process: int) -> bool:
        return process == ancestor or (process in parent and under(parent[process]))

    return [process for process in found if under(process)]


def test_one_process_two_and_shards_that_run_apart_write_the_same(
    factx: Factx, news: Path, whole: Path, tmp_path: Path
) -> None:
    assert factx("run", news.name, "--out", "two", "-j", "2", *SMALL).returncode == 4
    for shard in ("2/2", "1/2"):
        factx("run", news.name, "--out", "shards", "-j", "1", "--shard", shard, *SMALL)
    two, shards = tmp_path / "two", tmp_path / "shards"
    assert parts(whole) == parts(two) == parts(shards)
    assert failures(whole) == failures(two) == failures(shards)
    for out in (whole, two, shards):
        assert manifest(out)["complete"]
        assert manifest(out)["parts"] == manifest(whole)["parts"]


def test_records_are_those_that_extract_writes_and_failures_are_named(factx: Factx, news: Path, tmp_path: Path) -> None:
    done = factx("run", news.name, SEED, "missing.txt", "--out", "out", *SMALL)
    extracted = factx("extract", news.name, SEED, "missing.txt")
    written = b"".join(data for name, data in parts(tmp_path / "out").items() if name.endswith(".jsonl"))
    assert written == extracted.stdout
    assert (done.returncode, done.out) == (4, "")
    assert '"text" is not a string but 3' in done.err
    found = [(failure["where"], failure["why"]) for failure in failures(tmp_path / "out")]
    assert found == [(f"news.jsonl:{ARTICLES + 1}", "unreadable"), ("missing.txt", "unreadable")]
    assert manifest(tmp_path / "out")["totals"] == {
        "parts": 8,
        "records": ARTICLES + 1,
        "claims": sum(len(json.loads(line)["claims"]) for line in extracted.out.splitlines()),
        "warned": sum(bool(json.loads(line)["warnings"]) for line in extracted.out.splitlines()),
        "failed": 2,
    }


def test_what_is_poisonous_is_set_aside_and_the_rest_is_done(factx: Factx, tmp_path: Path) -> None:
    code, pipeline = poisoned(tmp_path)
    said = ["It rained.", "RAISE", "It snowed.", "HANG", "EAT", "DIE", "The sun shone, Ada Lund said."]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in said))
    limits = ("--time-limit", "10", "--memory-limit", "2000")
    paths = os.pathsep.join([environment()["PYTHONPATH"], str(code)])
    done = factx("run", "news.jsonl", "--out", "out", "-j", "1", "--pipeline", str(pipeline), *limits, PYTHONPATH=paths)
    assert done.returncode == 4
    why = {failure["where"]: failure["why"] for failure in failures(tmp_path / "out")}
    assert why == {"news.jsonl:2": "raised", "news.jsonl:4": "time", "news.jsonl:5": "memory", "news.jsonl:6": "crash"}
    texts = [json.loads(line)["text"] for line in parts(tmp_path / "out")["000000.jsonl"].splitlines()]
    assert texts == [said[0], said[2], said[6]]
    assert "took longer than 10 s" in done.err


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")
@pytest.mark.usefixtures("news")
def test_a_killed_worker_costs_nothing(whole: Path, tmp_path: Path) -> None:
    run = started(tmp_path, "-j", "1")
    killed: Counter[str] = Counter()
    while run.poll() is None:
        for worker in processes("factx.scale.worker", run.pid):
            if killed["times"] < 2 and list((tmp_path / "out" / "parts").glob("*.part")):
                os.kill(worker, signal.SIGKILL)
                killed["times"] += 1
                time.sleep(0.5)
        time.sleep(0.02)
    assert (run.returncode, killed["times"]) == (4, 2)
    assert parts(tmp_path / "out") == parts(whole)


def test_a_killed_run_is_gone_on_with(factx: Factx, news: Path, whole: Path, tmp_path: Path) -> None:
    moments = random.Random(7)  # noqa: S311  no secret
    killed = 0
    for _ in range(10):
        run = started(tmp_path, "-j", "2", "--resume")
        try:
            run.wait(moments.uniform(0.8, 2.5))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            killed += 1
    assert killed
    factx("run", news.name, "--out", "out", "-j", "1", "--resume", *SMALL)
    assert parts(tmp_path / "out") == parts(whole)
    assert manifest(tmp_path / "out")["parts"] == manifest(whole)["parts"]


@pytest.fixture
def done_before(whole: Path, tmp_path: Path) -> Path:
    """A test's own copy of that run, in its folder, beside the articles."""
    shutil.copytree(whole.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / "news.jsonl"


def test_only_what_changed_is_done_again(factx: Factx, done_before: Path, tmp_path: Path) -> None:
    news = done_before
    before = changed(tmp_path / "out")
    text = news.read_text()
    news.write_text(text.replace("Ada Lund", "Ida Lund", 1))
    factx("run", news.name, "--out", "out", "-j", "1", "--resume", *SMALL)
    after = changed(tmp_path / "out")
    assert {name for name in after if after[name] != before[name]} == {"000000.json", "000000.jsonl"}
    news.write_text("".join(text.splitlines(keepends=True)[:3]))
    factx("run", news.name, "--out", "out", "-j", "1", "--resume", *SMALL)
    assert sorted(parts(tmp_path / "out")) == ["000000.json", "000000.jsonl"]


def test_other_options_are_another_run(factx: Factx, done_before: Path, tmp_path: Path) -> None:
    before = parts(tmp_path / "out")
    for other in (("--no-text", *SMALL), ("--part-size", "2")):
        done = factx("run", done_before.name, "--out", "out", "--resume", *other)
        assert (done.returncode, "another folder" in done.err) == (2, True)
    assert parts(tmp_path / "out") == before


def test_what_follows_reads_the_parts(factx: Factx, whole: Path) -> None:
    done = factx("export", whole / "parts", "--flat")
    assert (done.returncode, done.err) == (0, "")
    assert {json.loads(line)["document_id"] for line in done.out.splitlines()} == {f"a{n}" for n in range(ARTICLES)}


@pytest.mark.usefixtures("news")
def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factx", "run", "news.jsonl", "--out", "out", *SMALL]
    run = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True)
    while not list(tmp_path.glob("out/parts/*.part")):
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (130, "factx: error: interrupted; what is done is in out: go on with --resume\n")


def test_a_run_is_not_written_over(factx: Factx, done_before: Path) -> None:
    done = factx("run", done_before.name, "--out", "out", *SMALL)
    assert (done.returncode, "--resume" in done.err) == (2, True)


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "a/b", "-1/2", "1/0"])
def test_a_share_that_is_none_is_refused(factx: Factx, news: Path, shard: str) -> None:
    done = factx("run", news.name, "--out", "out", "--shard", shard)
    assert (done.returncode, "I/N" in done.err) == (2, True)


def test_a_pipeline_that_is_missing_ends_the_run(factx: Factx, news: Path) -> None:
    assert factx("run", news.name, "--out", "out", "--pipeline", "no_such").returncode == 5


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")
@pytest.mark.usefixtures("news")
def test_ray_writes_the_same_though_a_worker_of_it_is_killed(whole: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed")
    run = started(tmp_path, "-j", "2", "--engine", "ray")
    killed = 0
    while run.poll() is None:
        if not killed and list((tmp_path / "out" / "parts").glob("*.part")):
            for worker in processes("ray::work", run.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
                killed += 1
        time.sleep(0.02)
    assert (run.returncode, killed) == (4, 1)
    assert parts(tmp_path / "out") == parts(whole)
