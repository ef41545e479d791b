"""The figures of ``factx benchmark`` are measured, beside a peer that runs as well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from factx.benchmark import start
from factx.benchmark.benchmark import OURS, sample
from factx.benchmark.peers import SMALL, small_cnn
from factx.benchmark.throughput import in_turn, shares
from factx.cli.app import app

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Mayor Ada Lund said on Friday that the harbour would open again. The city paid $3 million."


def test_the_command_prints_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PAIRS", 1)  # a pair says as much of whether it is measured as three
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # as the command sets it, and taken back
    done = CliRunner().invoke(app, ["benchmark", "-", "-j", "1"], input=TEXT)
    figures = json.loads(done.stdout)
    assert figures["words"] == 20
    assert figures["words_per_second"][OURS] > 0
    assert figures["ratio"][SMALL] > 0
    assert 0 < figures["cold"]["--help"] < figures["cold"]["extract"]


def test_runs_take_turns_over_the_same_texts() -> None:
    order: list[str] = []
    spent = in_turn(
        {"a": lambda text: order.append(f"a{text}"), "b": lambda text: order.append(f"b{text}")}, ["1", "2"]
    )
    assert order[4:8] == ["a1", "a2", "b1", "b2"]
    assert set(spent) == {"a", "b"}


def test_the_shares_of_the_components_are_the_whole(nlp: Language) -> None:
    found = shares(nlp, [TEXT])
    assert list(found) == ["tokenizer", *nlp.pipe_names, "record"]
    assert sum(found.values()) == pytest.approx(1)


def test_the_peer_tags_parses_and_names(nlp: Language) -> None:
    doc = small_cnn(nlp, [TEXT])(TEXT)
    assert doc.has_annotation("TAG")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("ENT_IOB")


def test_the_sample_has_articles() -> None:
    assert len(sample()) == 14
