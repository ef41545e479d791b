"""The attribution network's parts by themselves: how words stand to a cue, and the likeliest labels of all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from factx.attribution import page, relations, words
from factx.attribution.network import LABELS, NEVER, Network, may_follow
from factx.attribution.relations import BEYOND, DEPS, ELSEWHERE, ITSELF, Context

VOCAB = spacy.blank("en").vocab
DEPENDENCIES = ("ROOT", "aux", "ccomp", "det", "nsubj", "punct")
TEXT = ["It", "rained", ".", "The", "man", "has", "said", "it", "rained", ".", "He", "left", "."]
HEADS = [1, 1, 1, 4, 6, 6, 6, 8, 6, 6, 11, 11, 11]
DEPS_OF = ["nsubj", "ROOT", "punct", "det", "nsubj", "aux", "ROOT", "nsubj", "ccomp", "punct", "nsubj", "ROOT", "punct"]


@pytest.fixture(scope="module")
def columns() -> words.Words:
    doc = Doc(VOCAB, words=TEXT, heads=HEADS, deps=DEPS_OF, tags=["X"] * len(TEXT))
    deps = {doc.vocab.strings.add(dep): n for n, dep in enumerate(DEPENDENCIES, start=1)}
    return words.read(doc, page.turn(doc), deps, {})


def branch(ups: int, dep: str) -> int:
    return ITSELF + 1 + ups * DEPS + DEPENDENCIES.index(dep) + 1


def test_a_context_is_the_cues_sentence_where_nobody_quotes(columns: words.Words) -> None:
    around = relations.context(columns, TEXT.index("said"))
    assert (around.start, around.stop) == (3, 10)
    assert (relations.bounds(columns, 1), relations.bounds(columns, 11)) == ((0, 3), (10, 13))


def test_neighbours_that_quote_belong_to_the_context() -> None:
    text = ["He", "left", ".", '"', "It", "rained", ".", '"', "She", "said", "so", ".", "He", "nodded", "."]
    starts: list[bool | int | None] = [i in (0, 3, 8, 12) for i in range(len(text))]
    columns = words.read(doc := Doc(VOCAB, words=text, sent_starts=starts), page.turn(doc), {}, {})
    assert relations.bounds(columns, text.index("left")) == (0, 8)
    assert relations.bounds(columns, text.index("said")) == (3, 12)
    assert relations.context(columns, text.index("said")).way.tolist()[:5] == [ELSEWHERE] * 5


def test_a_way_leads_up_from_the_cue_and_down_one_branch(columns: words.Words) -> None:
    way = relations.context(columns, TEXT.index("said")).way.tolist()
    man, auxiliary, clause = branch(0, "nsubj"), branch(0, "aux"), branch(0, "ccomp")
    assert way == [man, man, auxiliary, ITSELF, clause, clause, branch(0, "punct")]


def test_a_way_up_says_how_far(columns: words.Words) -> None:
    way = relations.context(columns, 8).way.tolist()  # the rain in what the man said
    assert way[:6] == [branch(1, "nsubj")] * 2 + [
        branch(1, "aux"),
        ITSELF + 1 + 2 * DEPS - 1,
        branch(0, "nsubj"),
        ITSELF,
    ]
    assert BEYOND not in way


def test_a_quotation_belongs_to_its_context_whole() -> None:
    text = ["He", "said", ":", '"', *["No", "."] * 6, '"']
    starts: list[bool | int | None] = [True, *[False] * 4, *[i % 2 == 1 for i in range(5, 16)], False]
    doc = Doc(VOCAB, words=text, sent_starts=starts)
    columns = words.read(doc, page.turn(doc), {}, {})
    assert relations.bounds(columns, 1) == (0, len(text))


def network(rng: np.random.Generator) -> Network:
    size = len(LABELS)
    weights = {"role.next": rng.normal(size=(size, size)), "role.first": rng.normal(size=size)}
    weights |= {f"role.{name}": np.zeros((1, 1)) for name in ("sentence", "paragraph", "quotation")}
    return Network({name: weight.astype(np.float32) for name, weight in weights.items()})


def test_the_labels_are_the_likeliest_of_all_and_their_probability_is_right() -> None:
    rng = np.random.default_rng(7)
    net = network(rng)
    scores = [rng.normal(scale=2, size=(n, len(LABELS))).astype(np.float32) for n in (2, 4, 1, 3)]
    empty = np.zeros(0, dtype=np.int64)
    contexts = [Context(0, 0, len(s), *[empty] * 5) for s in scores]
    for reading, rows in zip(net.read(contexts, scores), scores, strict=True):
        weigh = {labels: weight(net, rows, labels) for labels in product(range(len(LABELS)), repeat=len(rows))}
        best = max(weigh, key=lambda labels: weigh[labels])
        assert tuple(reading.labels.tolist()) == best
        total = np.logaddexp.reduce(list(weigh.values()))
        assert reading.probability == pytest.approx(np.exp(weigh[best] - total), rel=1e-4)
        assert all(may_follow(LABELS[a], LABELS[b]) for a, b in pairwise(best))


def weight(net: Network, rows: np.ndarray, labels: tuple[int, ...]) -> float:
    steps = sum(float(net.next[a, b]) for a, b in pairwise(labels))
    return float(net.first[labels[0]]) + steps + sum(float(row[label]) for row, label in zip(rows, labels, strict=True))


def test_an_inside_label_never_comes_first() -> None:
    net = network(np.random.default_rng(0))
    assert [label for label, first in zip(LABELS, net.first, strict=True) if first == NEVER] == [
        "I-source", "I-cue", "I-content",
    ]  # fmt: skip
