"""Grounded or not at all: a record with a span that is no verbatim slice of its text is an error."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from factx.annotate import annotate, grounded
from factx.article import Article
from factx.errors import GroundingError
from factx.record import Cue, Extent, Record, ungrounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language


@pytest.mark.parametrize(
    "change",
    [
        {"proposition": "Prices fell"},
        {"content": Extent("Prices fell", ((0, 11),))},
        {"content": Extent("", ((9, 9),))},
    ],
)
def test_a_record_that_is_not_grounded_is_an_error(nlp: Language, change: dict[str, Any]) -> None:
    good = annotate(nlp, Article(text="Prices rose, the bank said.", id="x"))
    broken = replace(good, claims=(replace(good.claims[0], **change),))
    with pytest.raises(GroundingError, match="the first"):
        grounded(broken)


def test_nothing_that_has_a_text_and_a_place_goes_unchecked(articles: list[Record]) -> None:
    def broken(value: Any) -> Iterator[Any]:  # noqa: ANN401  any part of a record
        """``value`` with one span of it broken, for every one of them."""
        if isinstance(value, tuple):
            for n, item in enumerate(value):
                yield from ((*value[:n], changed, *value[n + 1 :]) for changed in broken(item))
        elif is_dataclass(value):
            part: Any = value
            if hasattr(part, "start") or isinstance(part, Extent | Cue):
                yield replace(part, text=part.text + "!")
            for field in fields(part):
                yield from (replace(part, **{field.name: changed}) for changed in broken(getattr(part, field.name)))

    found = list(broken(articles[0]))
    assert len(found) > 100
    assert all(ungrounded(record) for record in found)
