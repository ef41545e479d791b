"""Time expressions against gold, as TempEval-3 counts them (UzZaman et al. 2013)."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factx.evaluation.counts import Counts
from factx.evaluation.timex import same_days

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.language import Language

    from factx.record import Date


@dataclass(slots=True)
class TimeScores:
    """``strict``: the same span. ``value``: spans that overlap, the same value. ``days``: the same days instead.

    ``words`` are spaCy's tokens without space, ``seconds`` what the component took for them by itself.
    """

    strict: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)
    days: Counts = field(default_factory=Counts)
    words: int = 0
    seconds: float = 0.0


def time_scores(nlp: Language, path: Path, *, whole: bool = True) -> TimeScores:
    """Scores over a JSONL file of {"text", "dct", "timexes": [{"start", "end", "value"}]}.

    Not ``whole``: the corpus leaves some kinds out, so that what overlaps nothing in it is not counted.
    """
    scores = TimeScores()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = nlp.make_doc(row["text"])
        doc._.published = row["dct"]
        doc = nlp(doc)
        _add(scores, row["timexes"], doc._.dates, whole=whole)
        began = time.perf_counter()
        nlp.get_pipe("factx_dates")(doc)
        scores.seconds += time.perf_counter() - began
        scores.words += sum(not t.is_space for t in doc)
    return scores


def _add(scores: TimeScores, gold: Sequence[dict[str, Any]], found: Sequence[Date], *, whole: bool) -> None:
    if not whole:
        found = [d for d in found if any(_shared(t, d) > 0 for t in gold)]
    pairs = matched(gold, found)
    total = len(found), len(gold)
    scores.strict.add(sum((t["start"], t["end"]) == (d.start, d.end) for t, d in pairs), *total)
    scores.value.add(sum(t["value"] == d.value for t, d in pairs), *total)
    scores.days.add(sum(same_days(t["value"], d.value) for t, d in pairs), *total)


def matched(gold: Sequence[dict[str, Any]], found: Sequence[Date]) -> list[tuple[dict[str, Any], Date]]:
    """Pairs that overlap, one to one: the same spans first, then the largest overlap."""
    order = sorted(
        (-((t["start"], t["end"]) == (d.start, d.end)), -shared, i, j)
        for i, t in enumerate(gold)
        for j, d in enumerate(found)
        if (shared := _shared(t, d)) > 0
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, _, i, j in order:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _shared(gold: dict[str, Any], found: Date) -> int:
    """Characters in both."""
    return int(min(gold["end"], found.end)) - int(max(gold["start"], found.start))
