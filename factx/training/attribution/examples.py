"""Articles with gold attributions, parsed by the pipeline: what the head learns from.

Corpora differ in what they annotate (``coverage``). PolNeAR has every outermost attribution: within a content nobody
looked, anywhere else what is not marked is none. The others have verbal cues of some kinds: there only verbs count as
looked at, and not with full weight. Discarded passages count nowhere.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from factx.attribution import page as pages
from factx.attribution import words as columns
from factx.attribution.network import LABELS
from factx.attribution.relations import context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens
    from factx.attribution.relations import Context
    from factx.attribution.words import Words

ARTICLES, OUTERMOST = "attribution", "outermost"
# What a verb without an attribution counts where not all attributions are annotated.
UNSURE = 0.3


@dataclass(frozen=True, slots=True)
class Cue:
    """A gold cue: its context, a label for each word of that (numbers of LABELS), and whether it is speech."""

    context: Context
    labels: NDArray[np.int64]
    speech: bool


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its words, their vectors (words, D) float16, the gold cues, and by word what the cue tagger learns.

    ``target`` is 1 for heads of cues, ``weight`` what a word counts (words,).
    """

    id: str
    text: str
    words: Words
    vectors: NDArray[np.float16]
    cues: tuple[Cue, ...]
    target: NDArray[np.float32]
    weight: NDArray[np.float32]


def examples(nlp: Language, path: Path) -> Iterator[Example]:
    """The articles of a file in their order, with the vectors and the parse of ``nlp``."""
    deps, tags = label_numbers(nlp)
    with path.open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            yield example(article, nlp(article["text"]), deps, tags)


def label_numbers(nlp: Language) -> tuple[dict[int, int], dict[int, int]]:
    """From spaCy's hashes of dependency labels and tags to the numbers that the head knows them by, from 1."""
    deps, tags = label_names(nlp)
    strings = nlp.vocab.strings
    return {strings.add(x): n for n, x in enumerate(deps, 1)}, {strings.add(x): n for n, x in enumerate(tags, 1)}


def label_names(nlp: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Dependency labels and tags of the pipeline, sorted."""
    parser: Any = nlp.get_pipe("factx_parser")
    tagger: Any = nlp.get_pipe("factx_tagger")
    return tuple(sorted(parser.label_sets["dep"])), tuple(sorted(tagger.label_sets["tag"]))


def example(article: dict[str, Any], doc: Doc, deps: Mapping[int, int], tags: Mapping[int, int]) -> Example:
    """One article with its Doc."""
    words = columns.read(doc, pages.turn(doc), deps, tags)
    starts = np.array([doc[i].idx for i in words.at.tolist()])
    stops = starts + np.array([len(doc[i]) for i in words.at.tolist()])
    verbs = np.array([doc[i].tag_.startswith("VB") for i in words.at.tolist()])

    def numbers(spans: list[list[int]]) -> list[Tokens]:
        """Words [first, last) of each span that has any."""
        found = [(int(np.searchsorted(stops, s, "right")), int(np.searchsorted(starts, e))) for s, e in spans]
        return [(first, last) for first, last in found if first < last]

    gold = [{role: numbers(a[role]) for role in ("source", "cue", "content")} for a in article["attributions"]]
    outermost = article.get("coverage") == OUTERMOST
    weight = (np.ones(len(words)) if outermost else np.where(verbs, UNSURE, 0)).astype(np.float32)
    for first, last in numbers(article.get("discard", [])):
        weight[first:last] = 0
    if outermost:
        for first, last in (span for spans in gold for span in spans["content"]):
            weight[first:last] = 0
    target = np.zeros(len(words), dtype=np.float32)
    cues = []
    for spans, attribution in zip(gold, article["attributions"], strict=True):
        if spans["cue"] and spans["content"]:
            head = cue_head(words, spans["cue"][0], verbs)
            target[head] = weight[head] = 1
            around = context(words, head)
            cues.append(Cue(around, labelled(around, spans), attribution.get("kind") == "speech"))
    vectors = np.ascontiguousarray(doc.tensor[words.at], dtype=np.float16)
    return Example(article["id"], article["text"], words, vectors, tuple(cues), target, weight)


def cue_head(words: Words, cue: Tokens, verbs: NDArray[np.bool_]) -> int:
    """The word of the cue that hangs on none of it: the first verb among those, else the first."""
    first, last = cue
    tops = [i for i in range(first, last) if words.head[i] == i or not first <= words.head[i] < last]
    return next((i for i in tops if verbs[i]), tops[0] if tops else first)


def labelled(around: Context, spans: Mapping[str, list[Tokens]]) -> NDArray[np.int64]:
    """B and I labels of the context's words; where roles overlap, the cue goes first, then the source."""
    labels = np.zeros(around.stop - around.start, dtype=np.int64)
    for role in ("content", "source", "cue"):
        begin, inside = LABELS.index(f"B-{role}"), LABELS.index(f"I-{role}")
        for span in spans[role]:
            first, last = max(span[0], around.start) - around.start, min(span[1], around.stop) - around.start
            if first < last:
                labels[first:last] = inside
                labels[first] = begin
    for i, label in enumerate(labels.tolist()):
        if LABELS[label].startswith("I") and (i == 0 or LABELS[labels[i - 1]][1:] != LABELS[label][1:]):
            labels[i] = LABELS.index("B" + LABELS[label][1:])
    return labels
