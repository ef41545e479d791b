"""Articles annotated as a whole: what is read of one, what it is refused for, and the command that scores them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from factx.errors import InputError
from factx.evaluation.news.gold import NewsGold, read_news
from tests.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Mayor Ada Lund said on Friday that the harbour would open again. Vesti wrote that she is ill."


def at(part: str) -> list[int]:
    return [TEXT.index(part), TEXT.index(part) + len(part)]


SAID = {
    "source": [at("Mayor Ada Lund")],
    "cue": [at("said")],
    "content": [at("that the harbour would open again")],
    "resolved_source": "Ada Lund",
    "attribution_date": "2023-11-10",
    "kind": "speech",
    "type": "indirect",
    "source_kind": "person",
    "polarity": "negative",
    "modality": "future",
    "alt": {"modality": ["possible"], "resolved_source": ["the mayor", None], "source_kind": [None]},
    "via": [at("Vesti")],
}
ARTICLE = {"id": "a1", "text": TEXT, "published": "2023-11-12", "attributions": [SAID]}
WROTE = {"source": [at("Vesti")], "cue": [at("wrote")], "content": [at("that she is ill")]}


def read(path: Path, article: object) -> NewsGold | InputError:
    path.write_text(json.dumps(article, indent=1 if path.suffix == ".json" else None), encoding="utf-8")
    (gold,) = read_news(path)
    return gold


@pytest.mark.parametrize("name", ["gold.json", "gold.jsonl"])
def test_an_article_is_a_whole_file_or_a_line(tmp_path: Path, name: str) -> None:
    more = {"optional_attributions": [WROTE], "statements": [at("the harbour")], "traps": [at("open")]}
    gold = read(tmp_path / name, ARTICLE | more)
    assert isinstance(gold, NewsGold)
    (told,) = gold.attributions
    assert (gold.article.id, gold.article.text, gold.article.published) == ("a1", TEXT, "2023-11-12")
    assert told.relation.spans["cue"] == (tuple(at("said")),)
    assert told.names == ("Ada Lund", "the mayor")
    assert told.labels == {
        "kind": ("speech",),
        "type": ("indirect",),
        "source_kind": ("person", None),
        "polarity": ("negative",),
        "modality": ("future", "possible"),
    }
    assert told.said == ("2023-11-10", "2023-11-10")
    assert (told.via, told.relay) == ((tuple(at("Vesti")),), ())
    assert [relation.spans["content"] for relation in gold.optional] == [(tuple(at("that she is ill")),)]
    assert (gold.statements, gold.traps) == ((tuple(at("the harbour")),), (tuple(at("open")),))


def test_what_is_not_annotated_is_not_there(tmp_path: Path) -> None:
    gold = read(tmp_path / "gold.jsonl", {"text": TEXT, "attributions": [WROTE | {"attribution_date": "2023/2024"}]})
    assert isinstance(gold, NewsGold)
    (told,) = gold.attributions
    assert (told.names, told.labels, told.said) == ((), {}, ("2023", "2024"))
    assert (gold.article.published, gold.optional, gold.statements, gold.traps) == (None, (), (), ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"polarity": "no"}, '"polarity" is "no"; write one of positive, negative'),
        ({"alt": {"kind": ["talk"]}}, '"kind" is "talk"; write one of speech, attitude, statement'),
        ({"alt": {"kind": "speech"}}, '"alt" is not an object of lists but {"kind": "speech"}'),
        ({"attribution_date": 2023}, "is not a string but 2023"),
        ({"resolved_source": ["Lund"]}, 'is not a string but ["Lund"]'),
        ({"via": [[0, 999]]}, "[0, 999] is outside the text"),
    ],
)
def test_a_bad_attribution_is_named(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = tmp_path / "gold.jsonl"
    bad = read(path, ARTICLE | {"attributions": [SAID | change]})
    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{path}:1: attributions[0]")
    assert said in str(bad)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"published": "someday"}, "read without its date"),
        ({"attributions": None}, 'has no "attributions" that are a list'),
        ({"optional_attributions": [7]}, "optional_attributions: its item 0 is not an object but 7"),
        ({"statements": [[5, 2]]}, "statements: [5, 2] is reversed"),
        ({"traps": 3}, "traps: is not a list of spans but 3"),
    ],
)
def test_a_bad_article_is_named(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = tmp_path / "gold.json"
    bad = read(path, ARTICLE | change)
    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{path}: {said}")


def evaluation(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factx.evaluation", "news", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment())


def test_the_command_runs_the_pipeline_and_lists_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(ARTICLE, indent=1), encoding="utf-8")
    done = evaluation(path, "--errors", "9")
    shown = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert "found        1.000 (1/1)" in shown
    assert "said         1.000 (1/1)" in shown  # Friday is resolved against the article's day
    assert "POLARITY\ta1\tnegative\tpositive\tthat the harbour would open again" in shown
    assert "EXTRA\ta1\tVesti\twrote\tthat she is ill" in shown


def test_the_command_names_what_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text("{", encoding="utf-8")
    done = evaluation(path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"factx: error: {path}: is not JSON: ")
