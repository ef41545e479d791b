"""The seed article, claim by claim, against what people read in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.conftest import SEED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

    from factx.record import Claim, Offsets, Record

GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "gold" / "seed.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def record(nlp: Language) -> Record:
    text = SEED.read_text(encoding="utf-8")
    return annotate(nlp, Article(text=text, id="seed", published=GOLD["published"], published_by="option"))


def shared(a: Iterable[Offsets], b: Iterable[Offsets]) -> int:
    """Characters in both."""
    spans = list(b)
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in spans)


def claim_of(record: Record, gold: dict[str, Any]) -> Claim | None:
    """The claim whose cue overlaps the gold one's, with the most of its content."""
    found = [c for c in record.claims if c.attribution and shared(c.attribution.cue.spans, gold["cue"])]
    return max(found, key=lambda c: shared(c.content.spans, gold["content"]), default=None)


def test_the_text_is_the_gold_text() -> None:
    assert SEED.read_text(encoding="utf-8") == GOLD["text"]


@pytest.mark.parametrize("gold", GOLD["attributions"], ids=lambda a: f"{a['content'][0][0]}")
def test_the_attribution_is_found_with_its_source(record: Record, gold: dict[str, Any]) -> None:
    claim = claim_of(record, gold)
    assert claim is not None
    assert claim.attribution is not None
    assert claim.attribution.source is not None
    assert shared(claim.attribution.source.spans, gold["source"])
    size = sum(end - start for start, end in gold["content"])
    assert shared(claim.content.spans, gold["content"]) >= 0.9 * size
    assert claim.kind == "speech"
    assert claim.quote == gold["type"]


@pytest.mark.parametrize("span", GOLD["statements"])
def test_the_article_s_own_statement_is_found(record: Record, span: Offsets) -> None:
    own = [c for c in record.claims if c.kind == "statement"]
    assert any(2 * shared(c.content.spans, [span]) > span[1] - span[0] for c in own)


def test_nothing_else_is_claimed(record: Record) -> None:
    assert len(record.claims) == len(GOLD["attributions"]) + len(GOLD["statements"])


@pytest.mark.parametrize(
    "gold", [a for a in GOLD["attributions"] if a.get("attribution_date")], ids=lambda a: a["attribution_date"]
)
def test_the_date_of_the_saying_is_resolved(record: Record, gold: dict[str, Any]) -> None:
    claim = claim_of(record, gold)
    dates = {d.id: d for d in record.dates}
    assert claim is not None
    assert claim.attribution is not None
    said = dates[claim.attribution.date_id or ""]
    first, _, last = gold["attribution_date"].partition("/")
    assert (said.first, said.last) == (first, last or first)


def test_the_malformed_number_is_flagged_not_repaired(record: Record) -> None:
    number = next(q for q in record.quantities if q.text == "11,00")
    assert number.value is None
    assert number.flags == ("malformed-number",)
    assert set(number.readings) == {1100, 11000}


def test_a_cue_has_the_lemma_of_its_verb_or_is_given_whole(record: Record) -> None:
    lemmas = [c.attribution.cue.lemma for c in record.claims if c.attribution]
    assert lemmas[:4] == ["according to", "read", "continue", "report"]
