"""Running the pipeline over a Doc: on a long one, what reads the encoder's vectors sees it part by part.

The vectors of a word take 1,536 bytes, far more than all that is said of it, and nothing that reads them looks further
than a few sentences. So they are there for one part of a long Doc at a time, and ``doc.tensor`` is empty in the end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG

from factx.extensions import notice
from factx.pipeline.component import Head, words, write
from factx.pipeline.encoder import Encoder, cuts
from factx.pipeline.windows import windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.attribution.attributed import Attributed, Tokens

# Words of a part at most: 50 MB of vectors. The longest of PolNeAR's development articles has an eighth of that.
WORDS = 32_768
# What the components set on tokens; the sentences follow from the heads.
COLUMNS = [TAG, POS, HEAD, DEP, LEMMA, ENT_IOB, ENT_TYPE]


def run(nlp: Language, doc: Doc, size: int = WORDS) -> Doc:
    """``nlp(doc)``, with the vectors of at most ``size`` words at a time. A part ends where a line or sentence does."""
    if len(doc) <= size:
        return nlp(doc)
    near = [name for name, component in nlp.pipeline if isinstance(component, Encoder | Head)]
    for name, component in nlp.pipeline:
        if name not in near:
            doc = component(doc)
        elif name == near[0]:
            _by_parts(nlp, doc, near, size)
    return doc


def _by_parts(nlp: Language, doc: Doc, names: list[str], size: int) -> None:
    """Let the components ``names`` set on the parts of ``doc`` what they would on the whole."""
    columns = []
    attributions: list[Attributed] = []
    for start, stop in parts(doc, size):
        part = doc[start:stop].as_doc()
        for name in names:
            part = nlp.get_pipe(name)(part)
        columns.append(part.to_array(COLUMNS))
        attributions += [moved(one, start, len(attributions)) for one in part._.attributions or ()]
        for one in part._.notices or ():
            notice(doc, one.code, one.message)
    if any(assigned.startswith("token.") for name in names for assigned in nlp.get_pipe_meta(name).assigns):
        write(doc, COLUMNS, np.concatenate(columns))
    doc._.attributions = tuple(attributions)


def parts(doc: Doc, size: int) -> Iterator[Tokens]:
    """Tokens of each part; together they are all of ``doc``."""
    at = words(doc)
    ones = np.ones(len(at), dtype=np.int64)
    ends = [int(at[window.first]) for window in windows(ones, cuts(doc), size + 2, context=0) if window.first]
    yield from zip([0, *ends], [*ends, len(doc)], strict=True)


def moved(found: Attributed, tokens: int, attributions: int) -> Attributed:
    """The attribution of a part with so many tokens and attributions before it."""

    def shifted(spans: tuple[Tokens, ...]) -> tuple[Tokens, ...]:
        return tuple((start + tokens, end + tokens) for start, end in spans)

    return replace(
        found,
        source=shifted(found.source),
        cue=shifted(found.cue),
        content=shifted(found.content),
        head=found.head + tokens,
        parent=None if found.parent is None else found.parent + attributions,
    )
