"""Quantities by the rules alone: of a text without a parse, or of a parse written by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from factx.dates import make_dates
from factx.quantities import make_quantities

if TYPE_CHECKING:
    from factx.record import Quantity

NLP = spacy.blank("en")
DATES, QUANTITIES = make_dates(NLP, "factx_dates"), make_quantities(NLP, "factx_quantities")


def annotated(doc: Doc) -> tuple[Quantity, ...]:
    """The quantities of a document, whose texts are slices of its own."""
    doc = QUANTITIES(DATES(doc))
    found: tuple[Quantity, ...] = doc._.quantities
    text = doc.text  # joined anew whenever it is asked for
    assert all(q.text == text[q.start : q.end] for q in found)
    assert all(q.counted is None or q.counted.text == text[q.counted.start : q.counted.end] for q in found)
    json.dumps([q.value for q in found], allow_nan=False)
    return found


def quantities(text: str, **entities: str) -> tuple[Quantity, ...]:
    """The quantities of a text without a parse; ``entities`` are labels with the words they stand on."""
    doc = NLP.make_doc(text)
    spans = [doc.char_span(text.index(w), text.index(w) + len(w), label=e) for e, w in entities.items()]
    doc.ents = [span for span in spans if span is not None]
    return annotated(doc)


def one(text: str, **entities: str) -> Quantity:
    """The only quantity of a text."""
    (found,) = quantities(text, **entities)
    return found


def parsed(rows: str) -> Doc:
    """A document of rows "word/POS/TAG/head/dep", the head counted from the word itself."""
    fields = [row.split("/") for row in rows.split()]
    heads = [i + int(f[3]) for i, f in enumerate(fields)]
    return Doc(
        NLP.vocab,
        words=[f[0] for f in fields],
        pos=[f[1] for f in fields],
        tags=[f[2] for f in fields],
        heads=heads,
        deps=[f[4] for f in fields],
        lemmas=[f[0] for f in fields],
    )
