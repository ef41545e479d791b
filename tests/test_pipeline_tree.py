"""Decoding arcs: always a tree with one root, and the best one."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.pipeline.tree import cycle, forest

WORDS = st.integers(1, 5)


def trees(n: int) -> list[tuple[int, ...]]:
    """All trees of ``n`` words with one root, as heads; the root's head is n."""
    return [
        heads
        for heads in product(range(n + 1), repeat=n)
        if heads.count(n) == 1 and all(h != i for i, h in enumerate(heads)) and not cycle(list(heads))
    ]


ALL = {n: trees(n) for n in range(1, 6)}


@given(WORDS, st.integers(0, 2**32 - 1))
@settings(max_examples=200)
def test_the_best_tree_is_found(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    found = forest([scores])

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, h] for i, h in enumerate(heads)))

    assert tuple(found.tolist()) in ALL[n]
    assert np.isclose(total(tuple(found.tolist())), max(map(total, ALL[n])), atol=1e-5)


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_sentences_decoded_together_are_those_decoded_alone(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = [rng.normal(size=(n, n + 1)).astype(np.float32) for n in sizes]
    alone = [forest([s.copy()]) for s in scores]
    total, start = sum(sizes), 0
    expected: list[int] = []
    for n, heads in zip(sizes, alone, strict=True):
        expected += [total if h == n else h + start for h in heads.tolist()]
        start += n
    assert forest(scores).tolist() == expected


def test_a_long_ring_of_words_is_broken() -> None:
    scores = np.zeros((300, 301), dtype=np.float32)
    scores[np.arange(300), (np.arange(300) + 1) % 300] = 10
    heads = forest([scores])
    assert (heads == 300).sum() == 1
    assert not cycle(heads.tolist())
