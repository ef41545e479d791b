"""What does not need the pipeline does not load it: help, version, schema, completion, usage errors."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from rich.markup import render
from typer.main import get_command

import factx as package
from factx.cli.app import app
from factx.cli.commands import SUMMARIES, commands
from tests.conftest import ROOT, environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Factx

COMPLETION = {"_FACTX_COMPLETE": "complete_bash", "COMP_WORDS": "factx ex", "COMP_CWORD": "1"}


@pytest.mark.parametrize(
    ("arguments", "variables", "said"),
    [
        ("", {}, "extract"),
        ("--help", {}, "Extract facts from news"),
        ("extract --help", {}, "--no-text"),
        ("sources --help", {}, "factx sources records.jsonl"),
        ("view --help", {}, "factx view records.jsonl -o page.html"),
        ("export --help", {}, "factx export records.jsonl -o news.db"),
        ("query --help", {}, "factx query news.db --who Peskov"),
        ("config --help", {}, "pyproject.toml under [tool.factx], and in"),
        ("explain --help", {}, "jsonl, json, sqlite;"),
        ("evaluate --help", {}, "--outermost"),
        ("verify --help", {}, "factx verify records.jsonl news/*.txt"),
        ("diff --help", {}, "--exit-code"),
        ("config", {"FACTX_DATE": "2023-11-12"}, 'date = "2023-11-12"  # FACTX_DATE'),
        ("--version", {}, package.__version__),
        ("schema", {}, "urn:factx:record"),
        ("info --path", {}, "en_news"),
        ("--show-completion bash", {}, "_FACTX_COMPLETE=complete_bash"),
        ("", COMPLETION, "extract"),
    ],
)
def test_spacy_is_not_imported_for(arguments: str, variables: dict[str, str], said: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "factx", *arguments.split()]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(**variables), check=False)
    assert (done.returncode, said in done.stdout) == (0, True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "factx.cli.app" in imported
    assert imported.isdisjoint({"spacy", "numpy", "onnxruntime", "dateparser"})


def test_the_version_is_that_of_the_package() -> None:
    with (ROOT / "pyproject.toml").open("rb") as stream:
        assert tomllib.load(stream)["project"]["version"] == package.__version__


def test_the_schema_is_one_and_leaves_room_for_what_is_added(factx: Factx) -> None:
    schema = json.loads(factx("schema").out)
    Draft202012Validator.check_schema(schema)
    assert (schema["title"], schema["version"]) == ("factx record", "1.0")
    assert "text" not in schema["required"]
    assert "claims" in schema["required"]
    assert "additionalProperties" not in schema


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extrct"], "No such command 'extrct'"),
        (["extract", "--fromat", "json"], "No such option: --fromat"),
        (["extract", "-f", "xml"], "'xml' is not one of"),
        (
            ["extract", "--date", "yesterday", "x"],
            '--date: "yesterday" is no date that can be read; write it like "2023',
        ),
        (["extract", "--date", "03/04/2023", "x"], "2023-03-04 or 2023-04-03"),
        (["extract", "--kind", "rumour", "x"], "'rumour' is not one of 'speech', 'attitude', 'statement'"),
        (
            ["extract", "--kind", "speach", "x"],
            "'--kind': 'speach' is not one of 'speech', 'attitude', 'statement'; did you mean 'speech'?",
        ),
        (["extract", "-f", "jsnl", "x"], "'docbin'; did you mean 'jsonl'?"),
        (["extract", "--min-confidence", "1.5", "x"], "--min-confidence: 1.5 is no probability"),
        (["extract", "--min-confidence", "nan", "x"], "--min-confidence: nan is no probability"),
        (["extract", "-o", ".", "x"], "is a folder"),
        (["extract", "-o", "nowhere/out", "x"], "nowhere/out: cannot be written"),
        (
            ["extract", "-o", "t.jsnol", "x"],
            "no format has the suffix .jsnol; did you mean t.jsonl? There are .jsonl, ",
        ),
        (["export", "-o", "x.xlsx", "x"], "--output x.xlsx: no format has the suffix .xlsx; there are .jsonl, "),
        (["export", "-o", "r.jsonl.gz", "x"], "the suffix .gz; "),
        (
            ["query", "-o", "x.xlsx", "x"],
            "there are .jsonl, .ndjson, .json, .csv, .tsv, .md; or name the format with -f",
        ),
        (["view", "-o", "x.pdf", "x"], "the suffix .pdf; there are .html, .htm; a page has no other format"),
        (["sources", "-f", "xml", "x"], "'xml' is not one of"),
        (["sources", "--date", "yesterday", "x"], '--date: "yesterday" is no date'),
        (["view", "-o", "nowhere/page.html", "x"], "nowhere/page.html: cannot be written"),
        (["view", "--date", "yesterday", "x"], '--date: "yesterday" is no date'),
        (["export", "-f", "xml", "x"], "'xml' is not one of"),
        (["export", "--min-confidence", "2", "x"], "--min-confidence: 2.0 is no probability"),
        (["query"], "Missing argument 'DB'"),
        (["query", "--by", "year", "x"], "'year' is not one of 'source', 'site', 'day', 'month'"),
        (["query", "--limit", "0", "x"], "Invalid value for '--limit'"),
        (["query", "--since", "2016-11", "--until", "2016-10", "x"], "--since 2016-11 is later than --until 2016-10"),
        (["query", "--until", "2016-13", "x"], '--until: "2016-13" is no date'),
        (["query", "--since", "soon", "x"], '--since: "soon" is no date'),
        (["evaluate"], "Missing argument 'GOLD'"),
        (["evaluate", "-f", "xml", "x"], "'xml' is not one of"),
    ],
)
def test_a_usage_error_is_one_line_and_exit_code_2(factx: Factx, arguments: list[str], said: str) -> None:
    done = factx(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.err.startswith("factx: error: ")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_names_cannot_steer_the_terminal(factx: Factx) -> None:
    done = factx("extract", "a\x1b[31m\nb")
    assert done.err == "factx: error: a␛[31m b: no such file; check the name, or give - for standard input\n"


def test_an_address_is_no_file(factx: Factx) -> None:
    done = factx("extract", "https://example.org/a?b=1&c=2")
    way = "fetch it: curl -s 'https://example.org/a?b=1&c=2' | factx extract -"
    assert (done.returncode, done.err.count("\n")) == (3, 1)
    assert done.err.endswith(f": is an address, and factx asks no network; {way}\n")


def test_a_run_imports_spacy_without_its_command_line(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("It rained, the mayor said.", encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "factx", "extract", str(article)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert (done.returncode, "the mayor" in done.stdout) == (0, True)
    assert "spacy.pipeline" in imported
    assert imported.isdisjoint({"spacy.cli", "spacy.cli.info"})


def test_spacys_command_line_is_there_for_whoever_asks() -> None:
    code = (
        "from factx.cli.startup import import_spacy; import_spacy(); import_spacy()\n"
        "import spacy, spacy.cli.info; from spacy.cli.info import info\n"
        "assert info.__module__ == 'spacy.cli.info' and spacy.info(silent=True) == info(silent=True)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_words_of_the_help_are_taken_for_markup() -> None:
    every = commands().values()
    texts = [get_command(app).help, *(each.help for each in every)]
    texts += [getattr(option, "help", None) for each in every for option in each.params]
    for text in filter(None, texts):
        assert render(text).plain == text.replace("\\[", "[")


def test_the_list_of_commands_says_of_each_what_its_own_help_begins_with() -> None:
    assert {name: each.help.split("\n\n")[0] for name, each in commands().items()} == SUMMARIES


def test_a_command_does_without_the_others() -> None:
    code = "import sys; from factx.cli import main; main(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "info", "--path"], capture_output=True, text=True, env=environment(), check=True
    )
    imported = done.stdout.split()
    assert [name for name in SUMMARIES if f"factx.cli.{name}" in imported] == ["info"]
