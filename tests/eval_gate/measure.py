"""Scores on the open samples. ``python tests/eval_gate/measure.py`` prints them beside their floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from factx.annotate import load
from factx.evaluation.attributions import attribution_scores
from factx.evaluation.entities import entity_scores
from factx.evaluation.parse import parse_scores
from factx.evaluation.quantities import quantity_scores

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
FLOORS = HERE / "floors.json"


def measure(nlp: Language) -> dict[str, float]:
    """All scores of the gate, in [0, 1]. The corpora leave many attributions unannotated, so only recall counts."""
    found: dict[str, float] = {}
    for corpus in ("gum", "pud", "ewt"):
        parse = parse_scores(nlp, SAMPLES / f"treebank_{corpus}.conllu")
        found |= {f"{corpus} {name}": parse[name] for name in ("LAS", "tag", "lemma", "sentence F")}
    found["gum entities F1"] = entity_scores(nlp, SAMPLES / "entities_gum.jsonl").f1
    for corpus in ("gum", "qasrl"):
        scores = attribution_scores(nlp, SAMPLES / f"attributions_{corpus}.jsonl")
        found[f"{corpus} attribution recall"] = scores.match.recall
        found[f"{corpus} speaker"] = scores.speaker.value or 0.0
    for corpus in ("gum", "recognizers", "quantulum3"):
        quantities = quantity_scores(nlp, SAMPLES / f"quantities_{corpus}.jsonl")
        found[f"{corpus} quantity value F1"] = quantities.value.f1
        found[f"{corpus} quantity unit F1"] = quantities.unit.f1
        if corpus != "gum":  # whole articles, where others are sentences
            found[f"{corpus} quantity texts"] = quantities.texts.f1
    return found


def main() -> None:
    """Print every score with its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, value in measure(load()).items():
        print(f"{name:30} {value:.4f}  floor {floors.get(name, 0):.4f}")  # noqa: T201  its purpose


if __name__ == "__main__":
    main()
