"""What the tests of dates ask the component by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy

from factx.dates import make_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from factx.record import Date

NLP = spacy.blank("en")
DATES = make_dates(NLP, "factx_dates")
PUBLISHED = "2023-11-12"  # a Sunday, the day of the seed article


def dates(text: str, *marked: str, published: str | None = PUBLISHED, label: str = "DATE") -> tuple[Date, ...]:
    """The dates of a text in which ``marked`` (else all of it) are entities; each is a slice of the text."""
    return annotated(text, *marked, published=published, label=label)._.dates  # type: ignore[no-any-return]


def annotated(text: str, *marked: str, published: str | None = PUBLISHED, label: str = "DATE") -> Doc:
    """The Doc of that text with its dates."""
    doc = NLP.make_doc(text)
    doc._.published = published
    spans: list[Span] = []
    after = 0
    for words in marked or (text,):
        start = text.index(words, after)
        after = start + len(words)
        span = doc.char_span(start, after, label=label, alignment_mode="expand")
        assert span is not None
        spans.append(span)
    doc.ents = spans
    DATES(doc)
    assert all(d.text == text[d.start : d.end] for d in doc._.dates)
    return doc


def grammar_alone(text: str) -> tuple[Date, ...]:
    """The dates of a text of which no entities are known."""
    doc = NLP.make_doc(text)
    doc._.published = PUBLISHED
    DATES(doc)
    return doc._.dates  # type: ignore[no-any-return]


def one(text: str, *marked: str, published: str | None = PUBLISHED) -> Date:
    """The only date of the text."""
    (found,) = dates(text, *marked, published=published)
    return found


def interval(text: str) -> tuple[str, str | None, str | None]:
    """Value, first and last day of the only date."""
    found = one(text)
    return found.value, found.first, found.last
