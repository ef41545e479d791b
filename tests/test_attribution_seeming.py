"""What only looks like telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.attributed import attributions

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "text",
    [
        "They are erected according to the nature of the location.",
        "The rooms were given out according to their needs.",
        "She had known Ann Lee personally for years.",
        "Republicans had called the hearing for Friday.",
        "The children named their robot “Star of the Sea”.",
        "The team listed their country as “Hope”.",
        "“I mean, the question is why the pier should exist,” Ann Lee said.",
    ],
)
def test_nobody_says_or_thinks_it(nlp: Language, text: str) -> None:
    assert [said.cue for said in attributions(nlp, text) if said.cue != "said"] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The bridge is closed, according to the mayor.", "according to"),
        ("Republicans have called the hearing “a terrible farce”.", "have called"),
        ("Ann Lee knew that the bridge was closed.", "knew"),
        ("The fund named him “a hero of our time”.", "named"),
        ("“I mean that the pier should close,” Ann Lee said.", "said"),
    ],
)
def test_but_here_somebody_does(nlp: Language, text: str, cue: str) -> None:
    assert cue in [said.cue for said in attributions(nlp, text)]
