"""Grounded or not at all: a record with a span that is no verbatim slice of its text is an error."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factx.annotate import annotate, grounded
from factx.article import Article
from factx.errors import GroundingError
from factx.record import Extent

if TYPE_CHECKING:
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
