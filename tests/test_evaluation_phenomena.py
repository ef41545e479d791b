"""Which phenomena a gold attribution shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.evaluation.phenomena import phenomena
from factx.evaluation.relation import Relation

if TYPE_CHECKING:
    from factx.record import Offsets, Quote


def places(text: str, *parts: str) -> tuple[Offsets, ...]:
    return tuple((text.index(part), text.index(part) + len(part)) for part in parts)


def relation(text: str, source: str, cue: str, *content: str, quote: Quote = "indirect") -> Relation:
    spans = {"source": (source,) if source else (), "cue": (cue,), "content": content}
    return Relation({role: places(text, *parts) for role, parts in spans.items()}, quote=quote)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "shown"),
    [
        ("Ada Lund said it rained.", "Ada Lund", "said", ["it rained"], set()),
        ("It rained, according to Ada Lund.", "Ada Lund", "according to", ["It rained"], {"according-to"}),
        ("According to her, it rained.", "her", "According to", ["it rained"], {"according-to", "pronoun source"}),
        ("They said it rained.", "They", "said", ["it rained"], {"pronoun source"}),
        ("They all said it rained.", "They all", "said", ["it rained"], set()),
        ("It is said that it rained.", "", "is said", ["that it rained"], {"no source"}),
        ("It rained, Ada Lund said, for days.", "Ada Lund", "said", ["It rained", "for days"], {"split content"}),
        (
            "The rain, she said, and she wept, stopped.",
            "she",
            "said",
            ["The rain", "stopped"],
            {"split content", "pronoun source"},
        ),
        ("“One,” Lund said.\n\n“Two.”", "Lund", "said", ["“One,”", "“Two.”"], {"split content", "continued paragraph"}),
        ("Lund said: “One.\n“Two.”", "Lund", "said:", ["“One.", "“Two.”"], {"continued paragraph"}),
        ("Lund said: “One.\n\nTwo.”", "Lund", "said:", ["“One.\n\nTwo.”"], {"continued paragraph"}),
        ("Lund said it rained\nfor days.", "Lund", "said", ["it rained\nfor days"], set()),
    ],
)
def test_of_one(text: str, source: str, cue: str, content: list[str], shown: set[str]) -> None:
    (found,) = phenomena(text, [relation(text, source, cue, *content)])
    assert found == shown | {"indirect"}


@pytest.mark.parametrize("quote", ["direct", "mixed", "indirect"])
def test_how_much_is_quoted_is_as_annotated(quote: Quote) -> None:
    text = "Lund said it rained."
    assert phenomena(text, [relation(text, "Lund", "said", "it rained", quote=quote)]) == [{quote}]
    assert phenomena(text, [Relation(relation(text, "Lund", "said", "it rained").spans)]) == [set()]


def test_what_stands_in_anothers_content_is_nested() -> None:
    text = "Lund said the army fears that it may rain."
    outer = relation(text, "Lund", "said", "the army fears that it may rain")
    inner = relation(text, "the army", "fears", "that it may rain")
    assert phenomena(text, [outer, inner]) == [{"indirect"}, {"indirect", "nested"}]


def test_what_is_annotated_as_nested_is() -> None:
    text = "Lund said it rained."
    said = Relation(relation(text, "Lund", "said", "it rained").spans, nested=True)
    assert phenomena(text, [said]) == [{"nested"}]
