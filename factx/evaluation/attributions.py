"""Attributions against gold, by the definitions of the field.

match    cues overlap, sources overlap or both are missing, contents overlap
fragment exact F of every contiguous fragment of a role, whatever it belongs to (CofeNet, Wang et al. 2022)
speaker  of gold contents that overlap a predicted one, the share whose source overlaps too
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factx.annotate import annotate
from factx.article import Article
from factx.evaluation.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from spacy.language import Language

    from factx.record import Record

WORD = re.compile(r"\w+|[^\w\s]")
ROLES = ("source", "cue", "content")


@dataclass(slots=True)
class Scores:
    """Counts by metric."""

    match: Counts = field(default_factory=Counts)
    speaker: Counts = field(default_factory=Counts)
    fragments: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})


def attribution_scores(nlp: Language, path: Path, *, outermost: bool = False) -> Scores:
    """Of the attributions in a JSONL file of {"id", "text", "attributions"}."""
    scores = Scores()
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        record = annotate(nlp, Article(text=row["text"], id=row["id"]))
        score(scores, row["text"], row["attributions"], predicted(record, outermost=outermost))
    return scores


def predicted(record: Record, *, outermost: bool = False) -> list[dict[str, Any]]:
    """The attributions of a record as {"source", "cue", "content": spans}; ``outermost`` leaves nested ones out."""
    return [
        {
            "source": c.attribution.source.spans if c.attribution.source else (),
            "cue": c.attribution.cue.spans,
            "content": c.content.spans,
        }
        for c in record.claims
        if c.attribution is not None and not (outermost and c.parent)
    ]


def score(scores: Scores, text: str, gold: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> None:
    """Count one document."""
    tokens = [(m.start(), m.end(), m.group()[0].isalnum() or m.group()[0] == "_") for m in WORD.finditer(text)]
    g, p = [[roles(a, tokens) for a in side] for side in (gold, found)]
    scores.match.add(
        sum(any(matches(x, y) for y in g) for x in p), len(p), len(g), sum(any(matches(x, y) for x in p) for y in g)
    )
    for y in g:
        overlapping = [x for x in p if x["content"] & y["content"]]
        if y["source"] and overlapping:
            scores.speaker.add(any(x["source"] & y["source"] for x in overlapping), 1, 1)
    for role, counts in scores.fragments.items():
        a, b = fragments(text, (x.get(role) or () for x in gold)), fragments(text, (x[role] for x in found))
        counts.add(len(a & b), len(b), len(a))


def roles(attribution: dict[str, Any], tokens: list[tuple[int, int, bool]]) -> dict[str, frozenset[int]]:
    """Token indices of each role; punctuation counts in cues only."""
    return {
        role: frozenset(
            i
            for i, (start, end, word) in enumerate(tokens)
            if (word or role == "cue") and any(start < b and end > a for a, b in attribution.get(role) or ())
        )
        for role in ROLES
    }


def matches(x: dict[str, frozenset[int]], y: dict[str, frozenset[int]]) -> bool:
    """Whether two attributions are the same, give or take the extent of their spans."""
    sources = bool(x["source"] & y["source"]) or not (x["source"] or y["source"])
    return bool(x["cue"] & y["cue"]) and sources and bool(x["content"] & y["content"])


def fragments(text: str, spans: Iterable[Sequence[tuple[int, int]]]) -> set[tuple[int, int]]:
    """Every span, cut at line breaks, without the space at its ends."""
    found = set()
    for start, end in (s for several in spans for s in several):
        place = start
        for line in text[start:end].split("\n"):
            stripped = line.strip()
            if stripped:
                begin = place + line.index(stripped)
                found.add((begin, begin + len(stripped)))
            place += len(line) + 1
    return found
