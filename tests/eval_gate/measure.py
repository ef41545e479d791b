"""Scores on the open samples. ``python tests/eval_gate/measure.py`` prints them beside their floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from factx.annotate import load
from factx.evaluation.attributions import attribution_scores
from factx.evaluation.coreference import cluster_scores
from factx.evaluation.entities import entity_scores
from factx.evaluation.news import news_scores
from factx.evaluation.parse import parse_scores
from factx.evaluation.quantities import quantity_scores
from factx.evaluation.times import time_scores

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.evaluation.news.verdict import Measure

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
GOLD = HERE.parent / "gold"
FLOORS = HERE / "floors.json"

MAIN: tuple[Measure, ...] = (
    "found", "precision", "source", "name", "pronoun", "kind", "polarity", "modality", "statements",
)  # fmt: skip
SEED: tuple[Measure, ...] = (*MAIN, "type", "source_kind", "said")


def measure(nlp: Language) -> dict[str, float]:
    """All scores of the gate, in [0, 1].

    The corpora under samples leave many attributions unannotated, so only recall counts there.
    """
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
    news, seed = (news_scores(nlp, GOLD / name) for name in ("news.jsonl", "seed.json"))
    found |= {f"news {measure}": news.shares[measure].value or 0.0 for measure in MAIN}
    found |= {f"seed {measure}": seed.shares[measure].value or 0.0 for measure in SEED}
    found["seed via"] = seed.chains["via"].f1
    passed_on = news_scores(nlp, GOLD / "passed_on.jsonl")
    found |= {
        f"passed on {measure}": passed_on.shares[measure].value or 0.0 for measure in ("found", "precision", "source")
    }
    found |= {f"passed on {chain}": passed_on.chains[chain].f1 for chain in ("via", "relay")}
    clusters = cluster_scores(nlp, [SAMPLES / "coreference_gum.conllu"])
    found |= {"clusters CoNLL F1": clusters.third.conll, "clusters names F1": clusters.names.f1}
    found["clusters pronouns F1"] = clusters.pronouns.f1
    return found | measure_times(nlp)


def measure_times(nlp: Language) -> dict[str, float]:
    """Those of the dates. GUM annotates no durations and no sets, so what it leaves out is not counted."""
    news = time_scores(nlp, SAMPLES / "times_gum.jsonl", whole=False)
    story = time_scores(nlp, SAMPLES / "times_wikiwars.jsonl")
    return {
        "gum times strict F1": news.strict.f1,
        "gum times days F1": news.days.f1,
        "wikiwars times strict F1": story.strict.f1,
        "wikiwars times value F1": story.value.f1,
    }


def main() -> None:
    """Print every score with its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, value in measure(load()).items():
        print(f"{name:30} {value:.4f}  floor {floors.get(name, 0):.4f}")  # noqa: T201  its purpose


if __name__ == "__main__":
    main()
