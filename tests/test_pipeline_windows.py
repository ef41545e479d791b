"""Windows: every word is answered for once, none is cut off, none is too large."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factx.pipeline.pieces import MAX_PIECES_PER_WORD
from factx.pipeline.windows import windows

SIZES = st.lists(st.integers(1, MAX_PIECES_PER_WORD), min_size=1, max_size=400)


@given(SIZES, st.integers(0, 2**32 - 1), st.sampled_from([(64, 8), (128, 20), (320, 40)]))
def test_every_word_is_answered_for_exactly_once(sizes: list[int], seed: int, shape: tuple[int, int]) -> None:
    breaks = np.random.default_rng(seed).integers(0, 3, len(sizes))
    found = list(windows(np.array(sizes), breaks, *shape))
    assert found[0].first == 0
    assert found[-1].last == len(sizes)
    assert all(a.last == b.first for a, b in pairwise(found))
    for window in found:
        assert window.start <= window.first < window.last <= window.stop
        assert sum(sizes[window.start : window.stop]) + 2 <= shape[0]


def test_inner_windows_have_context_on_both_sides() -> None:
    found = list(windows(np.ones(1000, dtype=np.int64), np.zeros(1000, dtype=np.int64), 100, 20))
    assert all(w.first - w.start == 20 for w in found[1:])
    assert all(w.stop - w.last == 20 for w in found[:-1])


def test_a_short_text_is_one_window() -> None:
    assert len(list(windows(np.ones(50, dtype=np.int64), np.zeros(50, dtype=np.int64)))) == 1


def test_a_paragraph_end_is_preferred_to_a_sentence_end() -> None:
    breaks = np.zeros(200, dtype=np.int64)
    breaks[60], breaks[70] = 2, 1
    first = next(windows(np.ones(200, dtype=np.int64), breaks, 100, 10))
    assert first.last == 60
