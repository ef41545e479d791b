"""Who says what: the ``factx_attribution`` component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from factx.attribution.component import AttributionFinder


@Language.factory(
    "factx_attribution",
    assigns=["doc._.attributions"],
    requires=["doc.tensor", "token.dep", "token.head", "token.tag"],
)
def make_attribution(nlp: Language, name: str) -> AttributionFinder:
    """An empty component; its weights come from disk."""
    from factx.attribution.component import AttributionFinder  # noqa: PLC0415  spaCy loads every entry point

    return AttributionFinder(nlp.vocab, name)
