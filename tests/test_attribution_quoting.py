"""Whose words stand in the quotation marks: the source's own, another's, or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "source", "quote"),
    [
        # The words are the speaker's, who tells what another said or thinks.
        ("“The board concluded that the bridge was safe,” Ann Lee said.", "The board", "indirect"),
        ("“The board concluded that the bridge was safe,” Ann Lee said.", "Ann Lee", "direct"),
        ("“They think that we are weak,” Ann Lee said.", "They", "indirect"),
        ("“The police told me, ‘Go home,’” Ann Lee said.", "The police", "direct"),
        ("“The board said the bridge was ‘a disgrace,’” Ann Lee said.", "The board", "mixed"),
        # The speaker's own.
        ("“I believe that the bridge is safe,” Ann Lee said.", "I", "direct"),
        ("“We know that the bridge is safe,” the mayor said.", "We", "direct"),
        ("Ann Lee said that the board had called the bridge “a disgrace.”", "the board", "mixed"),
        # What somebody rates or describes a thing as is their choice of words; what it is known as is not.
        ("The panel rated 22% of the claims as “entirely true.”", "The panel", "mixed"),
        ("The panel rated 32% of the claims as “false” or “pants on fire.”", "The panel", "mixed"),
        ("The mayor dismissed the reports as “old news.”", "The mayor", "mixed"),
        ("The mayor said that the bridge was known as “the old lady.”", "The mayor", "indirect"),
        ("The council spoke of what it called “a clear threat to the town.”", "it", "mixed"),
    ],
)
def test_the_words_are_the_sources_own_or_another_s(nlp: Language, text: str, source: str, quote: str) -> None:
    claims = annotate(nlp, Article(text=text, id="q")).claims
    said = ((c.attribution.source, c.quote) for c in claims if c.attribution is not None)
    assert next(found for who, found in said if who is not None and who.text == source) == quote


@pytest.mark.parametrize(
    ("paragraph", "claims"),
    [
        ("Ann Lee said on Monday that the bridge was unsafe. Image: Bo Berg.", 0),
        ("Ann Lee said on Monday that the bridge was unsafe. The image: grim.", 1),
    ],
)
def test_nothing_is_claimed_in_a_caption(nlp: Language, paragraph: str, claims: int) -> None:
    text = f"The town council met for two hours.\n\n{paragraph}\n\nThe council went home at noon."
    found = annotate(nlp, Article(text=text, id="c")).claims
    assert sum(c.attribution is not None for c in found) == claims
