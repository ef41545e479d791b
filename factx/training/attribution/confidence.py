"""How likely a reading is right, from how sure the network is: a logistic curve fitted on development articles.

A reading is right when its cue, its source and its content overlap those of one gold attribution, or both have no
source ("AR match"). PolNeAR annotates outermost attributions only: a reading inside a gold content, with a cue of its
own, says nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from factx.attribution.component import LEAST
from factx.attribution.weighing import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens
    from factx.attribution.weighing import Weighed

STEPS = 25
BINS = 10


def fit(nlp: Language, path: Path) -> NDArray[np.float64]:
    """(slope of the cue's log-odds, slope of the labels' log-probability, intercept), by Newton's method."""
    finder: Any = nlp.get_pipe("factx_attribution")
    rows, right = [], []
    for article, doc in parsed(nlp, path):
        for weighed, good in judged(article, doc, finder.weigh(doc)):
            odds = np.log(weighed.cue / (1 - weighed.cue))
            rows.append((odds, np.log(max(weighed.labels, LEAST)), 1.0))
            right.append(good)
    x, y = np.array(rows), np.array(right, dtype=np.float64)
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (y - p))
    return weights


def reliability(nlp: Language, path: Path) -> tuple[list[tuple[float, float, int]], float]:
    """(promised, right, how many) for each tenth of confidence, of what is reported; and the expected error."""
    finder: Any = nlp.get_pipe("factx_attribution")
    pairs = [
        (weighed.confidence, good)
        for article, doc in parsed(nlp, path)
        for weighed, good in judged(article, doc, finder.weigh(doc))
        if weighed.verdict is Verdict.REPORTED
    ]
    table, error = [], 0.0
    for n in range(BINS):
        inside = [(p, good) for p, good in pairs if min(int(p * BINS), BINS - 1) == n]
        if inside:
            promised, hits = (float(np.mean(column)) for column in zip(*inside, strict=True))
            table.append((promised, hits, len(inside)))
            error += abs(promised - hits) * len(inside) / len(pairs)
    return table, error


def parsed(nlp: Language, path: Path) -> Iterator[tuple[dict[str, Any], Doc]]:
    """Each article with its Doc."""
    with path.open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            with nlp.select_pipes(disable=["factx_sources", "factx_claims"]):
                yield article, nlp(article["text"])


def judged(article: dict[str, Any], doc: Doc, weighed: Iterable[Weighed]) -> Iterator[tuple[Weighed, bool]]:
    """Every reading that the corpus speaks about, with whether it is right."""
    gold = [{role: tokens(doc, a[role]) for role in ("source", "cue", "content")} for a in article["attributions"]]
    inside: set[int] = set().union(*(g["content"] for g in gold)) if gold else set()
    for w in weighed:
        if w.roles is None or w.verdict in (Verdict.SAME_CUE, Verdict.IN_SOURCE):
            continue
        source, cue, content = (everything(doc, spans) for spans in w.roles)
        near = [g for g in gold if g["cue"] & set(range(w.roles.cue[0][0], w.roles.cue[0][1]))]
        if near or not cue & inside:
            yield (
                w,
                any((g["source"] & source or g["source"] == source == set()) and g["content"] & content for g in near),
            )


def tokens(doc: Doc, spans: Iterable[list[int]]) -> set[int]:
    """Tokens that are words in spans of characters; a cue's may be signs."""
    found = [doc.char_span(start, end, alignment_mode="expand") for start, end in spans]
    return {t.i for span in found if span is not None for t in span if not t.is_space}


def everything(doc: Doc, spans: Iterable[Tokens]) -> set[int]:
    """Tokens in spans of tokens."""
    return {i for start, end in spans for i in range(start, end) if not doc[i].is_space}
