"""Who says what: the ``factx_attribution`` component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


@Language.factory(
    "factx_attribution", assigns=["doc._.attributions"], requires=["token.dep", "token.head", "token.tag"]
)
def make_attribution(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find attributions by rules over the parse."""
    from factx.attribution.component import RuleAttribution  # noqa: PLC0415  spaCy loads every entry point

    del nlp
    return RuleAttribution(name)
