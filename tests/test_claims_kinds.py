"""Is it told or held? The word of the cue decides, where it can mean nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.claims.kinds import told_or_held
from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("Ann Lee agreed that the bridge was unsafe.", "agreed", "speech"),
        ("The two companies agreed to repair the bridge by March.", "agreed", "speech"),
        ("Mayor Bo Berg has railed against the new tax on boats.", "has railed against", "speech"),
        ("The judge ordered the firm to repay its customers.", "ordered", "speech"),
        ("The mayor refused to say how much the bridge cost.", "refused", "speech"),
        ("Ann Lee believes that the bridge is unsafe.", "believes", "attitude"),
        ("Fishermen fear that the new port will drive the cod away.", "fear", "attitude"),
    ],
)
def test_one_word_is_of_one_kind(nlp: Language, text: str, cue: str, kind: str) -> None:
    claims = annotate(nlp, Article(text=text, id="k")).claims
    found = next(c for c in claims if c.attribution is not None and c.attribution.cue.text.startswith(cue))
    assert found.kind == kind


def test_other_words_are_what_was_learned_of_them() -> None:
    assert told_or_held("see", "speech") == "speech"
    assert told_or_held("see", "attitude") == "attitude"
    assert told_or_held("agree", "attitude") == "speech"
    assert told_or_held("hope", "speech") == "attitude"


def test_no_word_is_of_both_kinds() -> None:
    lexicon = load("kinds")
    assert not set(lexicon["telling"]) & set(lexicon["thinking"])
