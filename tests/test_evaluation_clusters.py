"""Scores of clusters: the measures on examples with known values, the reading of the gold, and the command."""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.assignment import best_total
from factx.evaluation.coreference import ClusterScores, add_article, gold_article
from factx.evaluation.partitions import PartitionScores
from factx.evaluation.treebank import treebank
from tests.conftest import environment

if TYPE_CHECKING:
    from spacy.language import Language

SAMPLE = Path(__file__).parent / "eval_gate" / "samples" / "coreference_gum.conllu"


def scores(gold: list[str], predicted: list[str]) -> PartitionScores:
    """Of clusters written as strings, a letter a mention."""
    found = PartitionScores()
    found.add([frozenset(c) for c in gold], [frozenset(c) for c in predicted])
    return found


def test_the_example_of_the_reference_scorer() -> None:
    found = scores(["abc", "defg"], ["ab", "cd", "fghi"])  # Pradhan et al. 2014, section 4
    assert (found.muc.recall, found.muc.precision) == pytest.approx((2 / 5, 2 / 5))
    assert (found.b_cubed.recall, found.b_cubed.precision) == pytest.approx((35 / 84, 4 / 8))
    assert (found.ceaf.recall, found.ceaf.precision) == pytest.approx((1.3 / 2, 1.3 / 3))


def test_what_is_right_scores_one_and_lone_mentions_do_not_count() -> None:
    assert scores(["abc", "de", "x"], ["abc", "de", "y", "z"]).conll == pytest.approx(1)


def test_everything_in_one_cluster_has_full_recall_of_links_and_poor_precision() -> None:
    found = scores(["ab", "cd"], ["abcd"])
    assert found.muc.recall == 1
    assert found.b_cubed.precision == pytest.approx(0.5)


@given(
    st.integers(1, 4).flatmap(
        lambda w: st.lists(st.lists(st.integers(0, 9), min_size=w, max_size=w), min_size=1, max_size=4)
    )
)
def test_no_assignment_is_better(gain: list[list[int]]) -> None:
    rows = gain if len(gain) <= len(gain[0]) else [list(column) for column in zip(*gain, strict=True)]
    best = max(
        sum(row[c] for row, c in zip(rows, order, strict=False))
        for order in permutations(range(len(rows[0])), len(rows))
    )
    assert best_total(gain) == pytest.approx(best)


def test_gold_mentions_are_read_with_their_heads() -> None:
    article = gold_article(next(treebank(SAMPLE)))
    heads = {article.text[m.start : m.end]: article.text[slice(*m.head)] for m in article.mentions}
    assert heads["Major general Fuad Basya, spokesman for the Indonesian military"] == "Fuad Basya"
    assert heads["the governments of the region"] == "governments"
    assert {m.form for m in article.mentions if article.text[m.start : m.end] == "Friday"} == {"other"}


def test_a_pipeline_that_finds_no_cluster_scores_nothing(nlp: Language) -> None:
    article = gold_article(next(treebank(SAMPLE)))
    found = ClusterScores()
    add_article(found, article, nlp.make_doc(article.text))
    assert (found.third.conll, found.names.recall, found.pronouns.recall) == (0, 0, 0)
    assert found.names.gold > 5


def test_the_command_takes_several_files_and_prints_all_scores() -> None:
    command = [sys.executable, "-m", "factx.evaluation", "clusters", str(SAMPLE), str(SAMPLE)]
    done = run(command, capture_output=True, text=True, check=True, env=environment(COLUMNS="200"))
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["CoNLL", "names", "pronouns"]
