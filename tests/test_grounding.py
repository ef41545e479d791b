"""Grounded or not at all: whatever the text, every span of the record is a verbatim slice of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.annotate import annotate, grounded
from factx.article import Article
from factx.errors import GroundingError
from factx.record import Cue, Extent, Record, ungrounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

PARTS = [
    "“We won’t pay,” said minister Ana Rúa.",
    'He told reporters on Friday that "prices rose 3.2% to 1,4 million".',
    "According to the report, at least 600 people 👩‍👩‍👧 fled",
    "قال الوزير إن ذلك صحيح.",
    "e\u0301te\u0301",
    "\u202eRTL\u202c",
    "\u00a0",
    "\r\n",
    "\n\n",
    "\t",
    "",
    "(",
    "”",
    "‘Don’t,’ she said, ‘go.’",
    "Nearly 1,0000 were killed, officials said earlier this month, citing witnesses",
    "\ufeff",
    "🇮🇱",
    "1/2",
    "$3bn",
    "Let’s go, he said, hoping that it’s true",
    ".",
    "?",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=12).map("".join),
    st.text(max_size=80),
)


@given(TEXTS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_is_a_slice_of_the_text(nlp: Language, text: str) -> None:
    record = annotate(nlp, Article(text=text, id="x", published="2023-11-12"))
    assert ungrounded(record) == []
    ids = {x.id for group in (record.claims, record.sources, record.dates, record.quantities) for x in group}
    assert all(source.name.strip() for source in record.sources)
    for claim in record.claims:
        assert claim.parent is None or claim.parent in ids
        assert set(claim.dates + claim.quantities) <= ids
        if claim.attribution is not None:
            named = {claim.attribution.source_id, claim.attribution.date_id, *claim.attribution.via} - {None}
            assert named <= ids


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
