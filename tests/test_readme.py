"""The README is true: it has every command with every option, and what it tells people to type works."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import pytest
import zstandard
from typer.main import get_command

from factx.cli.app import app
from factx.cli.commands import commands
from tests.conftest import ROOT, SEED, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")

# What is not run: it installs, it checks all of this, it serves, or it needs corpora that are not in the repository.
ELSEWHERE = re.compile(
    r"(?:^|&& )pip install|^python -m factx\.(?:evaluation|training)|^python (?:-m )?tests|polnear\.dev|^datasette"
)

# What examples use beside factx. Where one is missing, they are not run, and a test is skipped that says so.
TOOLS = ("jq", "duckdb", "sqlite3", "zstdcat")

SHELL = shutil.which("bash") or "bash"

STORIES = {
    "bridge": "Mayor Ada Lund said on Friday that the bridge is safe. “Cross it,” she told reporters.",
    "harbour": "Nearly 600 residents are waiting for a boat, state media reported, citing port officials.",
}


def blocks(language: str) -> list[str]:
    """The README's blocks of that language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def reference(name: str) -> str:
    """The row that the README has to have for a command: its arguments and options, as ``--help`` has them."""
    parameters = commands()[name].params
    arguments = [_argument(p) for p in parameters if p.param_type_name == "argument"]
    options = [_option(p) for p in parameters if p.param_type_name == "option" and "--help" not in p.opts]
    return f"| `{' '.join(['factx', name, *arguments])}` | {' '.join(options) or 'none'} |"


def _argument(parameter: Any) -> str:  # noqa: ANN401  Click's own, inside or beside Typer
    name = (parameter.metavar or parameter.name.upper()).removesuffix("...")
    several = f"{name}…" if parameter.nargs != 1 else name
    return several if parameter.required else f"[{several}]"


def _option(parameter: Any) -> str:  # noqa: ANN401  the same
    names = sorted(parameter.opts, key=len, reverse=True)
    return f"`{', '.join([*names, *parameter.secondary_opts])}`"


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_readme_has_each_command_with_every_option(name: str) -> None:
    if (row := reference(name)) not in README.splitlines():
        pytest.fail(f"the README has not this row:\n{row}", pytrace=False)


def test_the_readme_has_no_command_that_is_not_there() -> None:
    rows = re.findall(r"^\| `factx ([a-z-]+)", README, flags=re.MULTILINE)
    assert sorted(rows) == sorted(commands())
    told = set(re.findall(r"\bfactx ([a-z][a-z-]*)\b", "\n".join(re.findall(r"`([^`\n]+)`", README))))
    assert told <= commands().keys()


def test_the_readme_has_the_options_that_stand_before_a_command() -> None:
    for parameter in get_command(app).params:
        for name in set(parameter.opts) - {"--help", "-h"}:
            assert name in README


def test_every_setting_that_the_readme_names_is_one(tmp_path: Path) -> None:
    for number, block in enumerate(blocks("toml")):
        (tmp_path / f"{number}.toml").write_text(block, encoding="utf-8")
        command = [sys.executable, "-m", "factx", "--config", f"{number}.toml", "config"]
        done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr, bool(done.stdout)) == (0, "", True)


@pytest.mark.parametrize("name", sorted(commands()))
def test_help_has_an_example_that_its_command_takes(name: str) -> None:
    examples = list(_examples(commands()[name].help or ""))
    assert any(words[1] == name for words in examples)
    for words in examples:
        command = commands()[words[1]]
        try:
            command.make_context(words[1], words[2:])
        except Exception as error:  # noqa: BLE001  Click's own, inside or beside Typer
            pytest.fail(f"{' '.join(words)}: {error}")


def _examples(text: str) -> Iterator[list[str]]:
    """The commands behind "Example:", as words; of a pipe each."""
    lines = text.partition("Example:")[2].splitlines()
    for line in takewhile(str.strip, lines):
        for part in line.split("|"):
            words = part.split()
            while words and "=" in words[0]:
                words.pop(0)
            if words[:1] == ["factx"]:
                yield list(takewhile(lambda word: word != ">", words))


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory, program: list[str]) -> Path:
    """A folder with what the README's examples read, and the program on its path."""
    folder = tmp_path_factory.mktemp("readme")
    for inner in ("news", "bin", "seeds", "archive"):
        (folder / inner).mkdir()
    for name, story in STORIES.items():
        (folder / "news" / f"{name}.txt").write_text(story, encoding="utf-8")
    shutil.copy(SEED, folder / "seeds" / "gaza.txt")
    shutil.copy(SEED, folder / "news" / "gaza.txt")
    shutil.copy(SEED, folder / "article.txt")
    (folder / "article.html").write_text(_page("bridge", STORIES["bridge"]), encoding="utf-8")
    (folder / "archive" / "bridge.html").write_text(_page("bridge", STORIES["bridge"]), encoding="utf-8")
    (folder / "archive" / "harbour.md").write_text(f"# Harbour\n\n{STORIES['harbour']}\n", encoding="utf-8")
    nested = {"response": {"docs": [{"body": {"text": STORIES["bridge"]}, "meta": [{"date": "2023-11-12"}]}]}}
    (folder / "dump.json").write_text(json.dumps(nested), encoding="utf-8")
    (folder / "old.txt").write_text(STORIES["harbour"], encoding="utf-8")
    (folder / "new.txt").write_text(STORIES["harbour"].replace("Nearly 600", "At least 700"), encoding="utf-8")
    row = {"body": STORIES["bridge"], "url": "https://example.org/1", "published_at": "2023-11-12"}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    gold = {
        "text": STORIES["bridge"],
        "attributions": [{"source": [[0, 14]], "cue": [[15, 19]], "content": [[30, 53]]}],
    }
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    _packed(folder)
    programs = {
        "factx": " ".join(f'"{word}"' for word in program),
        "python": f'"{sys.executable}"',
        "curl": f'cat "{folder}/article.html"',  # tests have no network
    }
    for name, command in programs.items():
        arguments = "" if name == "curl" else ' "$@"'
        (folder / "bin" / name).write_text(f"#!/bin/sh\nexec {command}{arguments}\n", encoding="utf-8")
        (folder / "bin" / name).chmod(0o755)
    return folder


def _packed(folder: Path) -> None:
    """A table, a web archive and lines, each packed as people have them."""
    table = f'Id,Headline,Link,Byline,Body\n1,Bridge,https://example.org/1,Bo Berg,"{STORIES["harbour"]}"\n'
    (folder / "articles.csv.gz").write_bytes(gzip.compress(table.encode()))
    page = _page("bridge", STORIES["bridge"]).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0d5ec1c0-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2023-11-12T06:00:00Z\r\nWARC-Target-URI: https://example.org/1\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    (folder / "CC-NEWS-20231112.warc.gz").write_bytes(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    line = json.dumps({"text": STORIES["bridge"]}).encode() + b"\n"
    (folder / "export.txt.zst").write_bytes(zstandard.compress(line))


def _page(title: str, story: str) -> str:
    return f"<html><head><title>{title}</title></head><body><article><p>{story}</p></article></body></html>"


def examples() -> Iterator[list[str]]:
    """What the README has to be run, in its order, as the arguments of a process."""
    for language, block in re.findall(r"^```(sh|python)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL):
        if language == "python":
            yield [sys.executable, "-W", "error", "-c", block]
            continue
        command = ""
        for line in block.splitlines():
            command = f"{command}\n{line}" if command else line
            if _whole(command):
                if not ELSEWHERE.search(command):
                    yield [SHELL, "-o", "pipefail", "-c", command]
                command = ""


def _whole(command: str) -> bool:
    """Whether no line has to follow."""
    checked = subprocess.run([SHELL, "-n"], input=command, text=True, capture_output=True, check=False)
    return checked.stderr == "" and not command.rstrip().endswith(("|", "\\"))


def tools(command: list[str]) -> set[str]:
    """Those of TOOLS that an example needs."""
    return set(re.findall(r"\b[a-z0-9]+\b", command[-1])) & set(TOOLS) if command[0] == SHELL else set()


def test_what_the_readme_tells_people_to_type_works(laid_out: Path) -> None:
    env = environment(PATH=os.pathsep.join([str(laid_out / "bin"), os.environ["PATH"]]), BROWSER="true")
    ran = 0
    for example in examples():
        if not all(shutil.which(tool) for tool in tools(example)):
            continue
        done = subprocess.run(example, cwd=laid_out, env=env, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, f"{example[-1]}\n{done.stderr}"
        assert "error: " not in done.stderr, f"{example[-1]}\n{done.stderr}"
        ran += 1
    assert ran > len(commands())


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tools_of_the_examples(tool: str) -> None:
    if shutil.which(tool) is None and any(tool in tools(example) for example in examples()):
        pytest.skip(f"no {tool} here: the README's examples with it are not run")
