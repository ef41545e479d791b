"""Who says what: the ``factx_attribution`` component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


@Language.factory("factx_attribution", assigns=["doc._.attributions"])
def make_attribution(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find attributions by rules over the parse."""
    del nlp, name
    return lambda doc: doc
