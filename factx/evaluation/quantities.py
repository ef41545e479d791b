"""Quantities against gold: the value, and with it the unit, the comparator and the change."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from factx.evaluation.counts import Counts
from factx.lexicons import load
from factx.quantities.currencies import currency
from factx.quantities.table import entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.language import Language

    from factx.record import Quantity

Gold: TypeAlias = dict[str, Any]

# Values are equal if they differ by less than this part of them.
TOLERANCE = 1e-5
AGE = " of age"
STRICT = {">=": ">", "<=": "<"}


@dataclass(frozen=True, slots=True)
class QuantityScores:
    """Micro counts: a quantity is right if its value is (both ends of a range); the others ask for more besides.

    ``comparator`` counts comparators other than "=" only ("at least" and "more than" are one, "about" is ``~``).
    ``texts`` counts the texts in which all values are found and nothing else.
    """

    value: Counts = field(default_factory=Counts)
    unit: Counts = field(default_factory=Counts)
    change: Counts = field(default_factory=Counts)
    comparator: Counts = field(default_factory=Counts)
    texts: Counts = field(default_factory=Counts)


def quantity_scores(nlp: Language, path: Path) -> QuantityScores:
    """Scores over a JSONL file of {"text", "quantities": [{"start", "end", "value", "unit", "comparator", "change"}]}.

    ``value`` is a number or [low, high]; ``unit`` a singular name, "-" for none; spans may be null.
    """
    scores = QuantityScores()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        _add(scores, row["quantities"], doc._.quantities)
    return scores


def _add(scores: QuantityScores, gold: Sequence[Gold], found: Sequence[Quantity]) -> None:
    pairs = matched(gold, found)
    sizes = len(found), len(gold)
    scores.value.add(len(pairs), *sizes)
    scores.unit.add(sum(unit_name(g["unit"]) == unit_name(q.unit) for g, q in pairs), *sizes)
    scores.change.add(sum(g.get("change", "=") == (q.change or comparator(q)) for g, q in pairs), *sizes)
    compared = [(_strict(g["comparator"]), comparator(q)) for g, q in pairs]
    scores.comparator.add(
        sum(a == b != "=" for a, b in compared),
        sum(comparator(q) != "=" for q in found),
        sum(_strict(g["comparator"]) != "=" for g in gold),
    )
    scores.texts.add(int(len(pairs) == sizes[0] == sizes[1]), 1, 1)


def matched(gold: Sequence[Gold], found: Sequence[Quantity]) -> list[tuple[Gold, Quantity]]:
    """Pairs of equal value, one to one; where several fit, those that overlap and have the same unit."""
    ranked = sorted(
        (not _overlap(g, q), unit_name(g["unit"]) != unit_name(q.unit), i, j)
        for i, g in enumerate(gold)
        for j, q in enumerate(found)
        if _equal(g["value"], q)
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def _equal(value: float | list[float] | None, quantity: Quantity) -> bool:
    if isinstance(value, list):
        ends = quantity.low, quantity.high
        return None not in ends and all(_close(a, b) for a, b in zip(value, ends, strict=True))
    return _close(value, quantity.value)


def _close(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=TOLERANCE)


def _overlap(gold: Gold, quantity: Quantity) -> bool:
    start, end = gold.get("start"), gold.get("end")
    return start is not None and end is not None and start < quantity.end and quantity.start < end


def comparator(quantity: Quantity) -> str:
    """One sign for comparator and approximation, as the corpora have it."""
    approximate = quantity.approximate and quantity.comparator == "="
    return "~" if approximate else _strict(quantity.comparator)


def _strict(sign: str) -> str:
    return STRICT.get(sign, sign)


def unit_name(unit: str | None) -> str:
    """A unit in one spelling: "kilometer" and "kilometre", "person" and "people", "japanese yen" and "yen"."""
    name, *per = (unit or "-").lower().removesuffix(AGE).replace("/", " per ").split(" per ")
    adjective, _, word = name.strip().rpartition(" ")
    named = currency(adjective, word) or " ".join(_word(word) for word in name.split())
    return " per ".join([named, *(_word(word.strip()) for word in per)])


def _word(word: str) -> str:
    known = entry(word, glued=False)
    named: str = load("plurals")["collective"].get(word, word)
    return known.name if known is not None and len(word) > 1 else named
