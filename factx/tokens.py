"""A text as the tokens of a pipeline, in time that grows with its length."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy looks through the whole rest of a run without space for every mark that it takes off its end: 1.2 s for 4,000
# marks, 0.02 s for 500. The longest run in PolNeAR's 84 development articles has 39.
LONGEST = 500
_RUN = re.compile(r"\S+")


def make_doc(nlp: Language, text: str) -> Doc:
    """The tokens of ``text``, by the pipeline's own tokenizer; runs without space are cut after LONGEST characters."""
    places = _cuts(text)
    if not places:
        return nlp.make_doc(text)
    from spacy.tokens import Doc  # noqa: PLC0415  a second, which commands that need no pipeline must not pay

    borders = [0, *places, len(text)]
    pieces = [nlp.make_doc(text[start:end]) for start, end in pairwise(borders)]
    tokens = [(token.text, bool(token.whitespace_)) for piece in pieces for token in piece]
    return Doc(nlp.vocab, words=[word for word, _ in tokens], spaces=[space for _, space in tokens])


def _cuts(text: str) -> list[int]:
    """Where a run that is too long is cut."""
    if max(map(len, text.split()), default=0) <= LONGEST:
        return []
    return [at for run in _RUN.finditer(text) for at in range(run.start() + LONGEST, run.end(), LONGEST)]
