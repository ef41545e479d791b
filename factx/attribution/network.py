"""The attribution network at run time: which words head a cue, and what the words around each cue are to it.

Semantic-role labelling in two steps. A tagger scores every word as the head of a cue. For each likely one, every word
of its context is scored as source, cue or content, by the word's vector, the cue's, and how the word stands to the cue
(``relations``); four dilated convolutions (Strubell et al. 2017), depthwise separable (Chollet 2017), let neighbours
agree, and a conditional random field (Lafferty et al. 2001) over B/I labels makes spans of it.
``factx.training.attribution`` trains the same in torch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factx.attribution.relations import Context
    from factx.attribution.words import Words

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
CUE_DILATIONS, ROLE_DILATIONS = (1, 2, 4), (1, 2, 4, 8)
GAP = max(ROLE_DILATIONS)
CUE_REACH = sum(CUE_DILATIONS)
EPSILON = 1e-5
NEVER = np.float32(-1e4)
# Contexts are worked on together up to this many words, so that memory does not grow with the document.
ROWS = 8192


# From numbers of words (n,) to their vectors (n, D), float32.
Vectors: TypeAlias = "Callable[[NDArray[np.int64]], NDArray[np.float32]]"


class Reading(NamedTuple):
    """What the network makes of one context: a label for each word, and the probability of all of them together."""

    context: Context
    labels: NDArray[np.int64]
    probability: float


class Network:
    """``weights``: arrays by name, float32."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        self.weights = weights
        w = weights
        # Sums of embeddings that always go together.
        self._place = (
            w["role.sentence"][:, None, None] + w["role.paragraph"][None, :, None] + w["role.quotation"][None, None]
        ).reshape(-1, w["role.sentence"].shape[1])
        allowed = np.array([[may_follow(a, b) for b in LABELS] for a in LABELS])
        self.next = np.where(allowed, w["role.next"], NEVER)
        self.first = np.where([not label.startswith("I") for label in LABELS], w["role.first"], NEVER)
        # Depthwise kernels (width, 1, 3) as three rows: before, here, after.
        self._kernels = {
            name.removesuffix(".depth.weight"): np.ascontiguousarray(weight[:, 0].T)
            for name, weight in w.items()
            if name.endswith(".depth.weight")
        }
        self._cue_labels = np.array([label.endswith("-cue") for label in LABELS])

    def cues(self, vectors: Vectors, words: Words) -> NDArray[np.float32]:
        """(words,): log-odds of heading a cue."""
        w, size = self.weights, len(words)
        scores = np.zeros(size, dtype=np.float32)
        for first in range(0, size, ROWS):
            last = min(first + ROWS, size)
            start, stop = max(0, first - CUE_REACH), min(size, last + CUE_REACH)
            shown = np.arange(start, stop)
            x = self._linear(vectors(shown), "cue.word") + self._linear(vectors(words.head[shown]), "cue.head")
            x += w["cue.dep"][words.dep[shown]] + w["cue.tag"][words.tag[shown]]
            x += w["cue.quoted"][(words.quotation[shown] >= 0).astype(int)]
            x = relu(self._norm(x, "cue.norm"))
            for n, dilation in enumerate(CUE_DILATIONS):
                x = self._convolve(x, f"cue.layers.{n}", dilation)
            scores[first:last] = self._linear(x[first - start : last - start], "cue.score")[:, 0]
        return scores

    def speech(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """(cues, D) -> (cues,): log-odds of speech against attitude, by the cues' heads."""
        scores: NDArray[np.float32] = self._linear(relu(self._linear(vectors, "kind.hidden")), "kind.score")[:, 0]
        return scores

    def roles(self, vectors: Vectors, words: Words, contexts: Sequence[Context]) -> Iterator[Reading]:
        """The likeliest labels of each context, in their order."""
        for chunk in _chunks(contexts):
            yield from self.read(chunk, self._scores(vectors, words, chunk))

    def _scores(self, vectors: Vectors, words: Words, contexts: Sequence[Context]) -> list[NDArray[np.float32]]:
        """Per context, (its words, labels). They lie behind each other with gaps in which nothing is."""
        w = self.weights
        base = min(c.start for c in contexts)
        near = np.arange(base, max(c.stop for c in contexts))
        rows_near, heads = vectors(near), vectors(np.array([c.cue for c in contexts]))
        word = self._linear(rows_near, "role.word") + w["role.dep"][words.dep[near]] + w["role.tag"][words.tag[near]]
        factor = self._linear(rows_near, "role.word_by")
        cue, by = self._linear(heads, "role.cue"), self._linear(heads, "role.cue_by")
        sizes = np.array([c.stop - c.start for c in contexts])
        stops = np.cumsum(sizes + GAP) - GAP
        starts = stops - sizes
        rows = np.concatenate([np.arange(a, b) for a, b in zip(starts, stops, strict=True)])
        own = np.repeat(np.arange(len(contexts)), sizes)
        shown = np.concatenate([np.arange(c.start, c.stop) for c in contexts]) - base
        x = factor.take(shown, 0)
        x *= by.take(own, 0)
        for table, row in (
            (word, shown),
            (cue, own),
            (w["role.way"], np.concatenate([c.way for c in contexts])),
            (w["role.distance"], np.concatenate([c.distance for c in contexts])),
            (self._place, np.concatenate([c.place for c in contexts])),
        ):
            x += table.take(row, 0)
        dense = relu(self._norm(x, "role.norm"))
        spread = np.zeros((stops[-1], dense.shape[1]), dtype=np.float32)
        for n, dilation in enumerate(ROLE_DILATIONS):
            spread[rows] = dense
            dense = self._convolve(spread, f"role.layers.{n}", dilation).take(rows, 0)
        scores = self._linear(dense, "role.score")
        at = np.cumsum(sizes) - sizes + np.array([c.cue - c.start for c in contexts])
        scores[at] = np.where(self._cue_labels, scores[at], NEVER)
        return np.split(scores, np.cumsum(sizes)[:-1])

    def read(self, contexts: Sequence[Context], scores: Sequence[NDArray[np.float32]]) -> Iterator[Reading]:
        """The likeliest labels by their scores (words, labels), all contexts at once, the longest first."""
        order = sorted(range(len(scores)), key=lambda k: -len(scores[k]))
        sizes = np.array([len(scores[k]) for k in order])
        steps = np.zeros((sizes[0], len(order), len(LABELS)), dtype=np.float32)
        for place, k in enumerate(order):
            steps[: sizes[place], place] = scores[k]
        labels, weights = self._best(steps, sizes)
        chances = np.exp(np.minimum(weights - self._total(steps, sizes), 0))
        for k, place in enumerate(np.argsort(order).tolist()):
            yield Reading(contexts[k], labels[: len(scores[k]), place], float(chances[place]))

    def _best(
        self, steps: NDArray[np.float32], sizes: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Viterbi's labels (T, B) for ``steps`` (T, B, labels), the longest first, and their weights (B,)."""
        going = _going(sizes)
        best = steps.transpose(0, 2, 1).copy()
        best[0] += self.first[:, None]
        for t in range(1, len(best)):
            n = going[t]
            best[t, :, :n] += (best[t - 1, :, None, :n] + self.next[:, :, None]).max(0)
        ends = best[sizes - 1, :, np.arange(len(sizes))]
        labels = np.broadcast_to(ends.argmax(1), (len(best), len(sizes))).copy()
        for t in range(len(best) - 2, -1, -1):
            n = going[t + 1]
            labels[t, :n] = (best[t, :, :n] + self.next[:, labels[t + 1, :n]]).argmax(0)
        return labels, ends.max(1)

    def _total(self, steps: NDArray[np.float32], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
        """(B,): the logarithm of the sum over all labels; shares are kept near one."""
        going, odds = _going(sizes), np.exp(self.next)
        ways = steps.copy()
        ways[0] += self.first
        tops = ways.max(2, keepdims=True)
        chances = np.exp(ways - tops)
        scales = np.ones(steps.shape[:2], dtype=np.float32)
        share = chances[0].copy()
        for t in range(1, len(steps)):
            n = going[t]
            following = share[:n] @ odds
            following *= chances[t, :n]
            scales[t, :n] = following.sum(1)
            np.divide(following, scales[t, :n, None], out=share[:n])
        total: NDArray[np.float64] = tops.sum((0, 2), dtype=np.float64) + np.log(scales).sum(0, dtype=np.float64)
        total += np.log(share.sum(1))
        return total

    def _linear(self, x: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        y: NDArray[np.float32] = x @ self.weights[f"{name}.weight"].T
        y += self.weights[f"{name}.bias"]
        return y

    def _norm(self, x: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        """Layer normalisation, in place."""
        x -= x.mean(1, keepdims=True)
        x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + EPSILON)
        x *= self.weights[f"{name}.weight"]
        x += self.weights[f"{name}.bias"]
        return x

    def _convolve(self, x: NDArray[np.float32], name: str, dilation: int) -> NDArray[np.float32]:
        """A depthwise convolution of three places, mixed, added to ``x`` and normalised: (n, d) -> (n, d)."""
        before, here, after = self._kernels[name]
        around = x * here
        around[dilation:] += x[:-dilation] * before
        around[:-dilation] += x[dilation:] * after
        y = relu(self._linear(around, f"{name}.point"))
        y += x
        return self._norm(y, f"{name}.norm")


def relu(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rectified, in place."""
    return np.maximum(x, np.zeros(x.shape[1], dtype=np.float32), out=x)  # a row of zeros goes twice as fast as one


def _going(sizes: NDArray[np.int64]) -> list[int]:
    """How many of the contexts, the longest first, have a word at each place."""
    found: list[int] = np.searchsorted(-sizes, -np.arange(sizes[0]), "left").tolist()
    return found


def may_follow(before: str, label: str) -> bool:
    """An inside label follows only its own role's."""
    return not label.startswith("I") or before[1:] == label[1:]


def _chunks(contexts: Sequence[Context]) -> Iterator[Sequence[Context]]:
    """Contexts that are worked on together."""
    start, rows = 0, 0
    for n, context in enumerate(contexts):
        size = context.stop - context.start
        if n > start and (rows + size > ROWS or context.stop - contexts[start].start > ROWS):
            yield contexts[start:n]
            start, rows = n, 0
        rows += size
    if contexts:
        yield contexts[start:]
