"""How the words around a cue stand to it: the way through the tree, how far, in which sentence and quotation.

A cue is looked at by its head word, in a context of its sentence; the one before, if it quotes; the one after, if it or
the cue's own does; and the quotations that these begin or end in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factx.attribution.words import Words

# A context has at most this many words on either side. In PolNeAR's training articles 97.2 % of the attributions lie
# within the context whole, which has 55 words on average; with one sentence on either side in any case it is 98.3 % and
# 78 words, and finds no more.
REACH = 120
# Ways through the tree go up this many heads, the word itself counted, then down one branch. Dependency labels have
# numbers under DEPS.
UPS, DEPS = 4, 60
ELSEWHERE, BEYOND, ITSELF = range(3)  # in another sentence; in this one, but further up; the word itself
WAYS = ITSELF + 1 + UPS * DEPS
# Distances in words fall into these bins on either side.
BINS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 33, 48, 70, 200)
DISTANCES = 2 * len(BINS) + 1
# Sentences and paragraphs count this many on either side.
SENTENCES, PARAGRAPHS = 3, 2
# Quotations: none, the cue's own, the nearest before it, the nearest after it, another; and whether the cue has one.
NO_QUOTATION, OWN, BEFORE, AFTER, OTHER, QUOTATIONS = range(6)


class Context(NamedTuple):
    """The words [start, stop) around ``cue``, and how they stand to it: arrays (stop - start,)."""

    cue: int
    start: int
    stop: int
    way: NDArray[np.int64]
    distance: NDArray[np.int64]
    sentence: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    quotation: NDArray[np.int64]

    @property
    def place(self) -> NDArray[np.int64]:
        """Sentence, paragraph and quotation as one number."""
        return (self.sentence * (2 * PARAGRAPHS + 1) + self.paragraph) * 2 * QUOTATIONS + self.quotation


def _binned() -> NDArray[np.int64]:
    distances = np.arange(-REACH, REACH + 1)
    bins = np.searchsorted(BINS, np.abs(distances), "right")
    return np.where(distances <= 0, bins, bins + len(BINS))


_BINNED = _binned()


def context(words: Words, cue: int) -> Context:
    """The context of the cue whose head is the word ``cue``."""
    start, stop = bounds(words, cue)
    shown = slice(start, stop)
    sentence = words.sentence[shown] - words.sentence[cue]
    paragraph = words.paragraph[shown] - words.paragraph[cue]
    return Context(
        cue=cue,
        start=start,
        stop=stop,
        way=_ways(words, cue, start, stop),
        distance=_BINNED[start - cue + REACH : stop - cue + REACH],
        sentence=np.clip(sentence, -SENTENCES, SENTENCES) + SENTENCES,
        paragraph=np.clip(paragraph, -PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS,
        quotation=_quotations(words.quotation[shown], cue - start),
    )


def bounds(words: Words, cue: int) -> tuple[int, int]:
    """Where the context begins and ends."""
    first, last = int(words.first[cue]), int(words.last[cue])
    before = int(words.first[first - 1]) if first else 0
    after = int(words.last[last]) if last < len(words) else last
    quotation = words.quotation
    start = before if (quotation[before:first] >= 0).any() else first
    stop = after if (quotation[first:after] >= 0).any() else last
    lowest, highest = max(0, cue - REACH), min(len(words), cue + REACH + 1)
    if quotation[start] >= 0:
        while start > lowest and quotation[start - 1] == quotation[start]:
            start -= 1
    if quotation[stop - 1] >= 0:
        while stop < highest and quotation[stop] == quotation[stop - 1]:
            stop += 1
    return max(start, lowest), min(stop, highest)


def _ways(words: Words, cue: int, start: int, stop: int) -> NDArray[np.int64]:
    """For each word: how many heads up from the cue the way turns, and by which branch it goes down from there."""
    way = np.full(stop - start, ELSEWHERE, dtype=np.int64)
    way[max(0, int(words.first[cue]) - start) : int(words.last[cue]) - start] = BEYOND
    climb = [cue]
    while len(climb) < UPS and (above := int(words.head[climb[-1]])) != climb[-1]:
        climb.append(above)
    for ups in range(len(climb) - 1, -1, -1):  # what lies further up is overwritten by what is nearer
        node, base = climb[ups], ITSELF + 1 + ups * DEPS
        for child in words.children[node]:
            if ups == 0 or child != climb[ups - 1]:
                left, right = max(words.left[child] - start, 0), words.right[child] - start
                if left < right:
                    way[left:right] = base + int(words.dep[child])
        if start <= node < stop:
            way[node - start] = base + DEPS - 1
    way[cue - start] = ITSELF
    return way


def _quotations(quotation: NDArray[np.int64], cue: int) -> NDArray[np.int64]:
    """``quotation``: indices by word; ``cue``: the place of the cue among them."""
    own = quotation[cue]
    found: NDArray[np.int64] = np.where(quotation < 0, NO_QUOTATION, OTHER)
    if not found.any():
        return found
    if own >= 0:
        found[quotation == own] = OWN
    before, after = quotation[:cue], quotation[cue:]
    before = before[(before >= 0) & (before != own)]
    after = after[(after >= 0) & (after != own)]
    if len(before):
        found[quotation == before.max()] = BEFORE
    if len(after):
        found[quotation == after.min()] = AFTER
    found += QUOTATIONS * int(own >= 0)
    return found
