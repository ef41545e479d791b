"""How far a content goes: blocks that a colon announces, clauses beside the cue's, what the labels leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.attributed import attributions

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_colon_announces_the_block_below(nlp: Language) -> None:
    block = "“It must be changed. I fear a hard year, and I think that it comes.”"
    text = f"Lund has called the ruling “dangerous”:\n\n{block}\n\nThe road is long."
    assert [(told.source, told.content) for told in attributions(nlp, text)] == [
        ("Lund", f"the ruling “dangerous” … {block}"),
        ("I", "that it comes.”"),  # a claim within it
    ]


def test_a_block_without_marks_is_theirs_too(nlp: Language) -> None:
    text = (
        "“I am glad,” Lund said on Friday.\n\nThe mayor added:\n\n"
        "The bridge is typical of this town. Nobody looks after it until it falls.\n\nThe road is long.\n"
    )
    told = [t for t in attributions(nlp, text) if t.cue == "added"]
    assert [(t.source, t.content) for t in told] == [
        ("The mayor", "The bridge is typical of this town. Nobody looks after it until it falls.")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The letter reads “we may extend this in due course”, but no current plans exist.",
            "“we may extend this in due course”",
        ),
        (
            "The court ruled that the claim is “true,” but in its report it could not resist a joke.",
            "that the claim is “true,”",
        ),
        # what is told goes on
        (
            "Lund said the bridge was closed and that the road was open.",
            "the bridge was closed and that the road was open",
        ),
        (
            "Lund said the bridge was closed but that the road was open.",
            "the bridge was closed but that the road was open",
        ),
    ],
)
def test_a_clause_beside_the_cue_is_not_told(nlp: Language, text: str, content: str) -> None:
    assert attributions(nlp, text)[0].content == content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The plan was cut, two officials who saw the memo told Reuters on Monday.", "two officials who saw the memo"),
        ("The plan was cut, an official who had been named told Reuters.", "an official who had been named"),
    ],
)
def test_what_stands_before_who_tells_it(nlp: Language, text: str, source: str) -> None:
    told = [t for t in attributions(nlp, text) if t.cue == "told"]
    assert [(t.source, t.content) for t in told] == [(source, "The plan was cut")]
