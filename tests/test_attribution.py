"""Who says what, on the packaged pipeline: one article of our own, and what should be found in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

import factx
from factx.attribution.component import ALWAYS, QUOTED_THRESHOLD, WORDS_PER_CANDIDATE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.attribution.attributed import Attributed, Tokens

ARTICLE = """\
"The plan," said Ada Lund, the mayor of the town, "is dead. It won't fly." She left the hall.

"We will rebuild the harbour," she told reporters in Oslo on Monday, adding that the work would take a year.

The bridge, he said, is a danger to everyone. The mayor's lawyer denied that the contract was illegal.

“Nobody asked the fishermen,” the minister wrote. “They know the coast better than we do.”

Nearly 40 boats are missing, local radio reported on Tuesday.

"I was there on the first day," said a witness. "It was cold and dark.

"Nobody came to help us."

The ministry did not say whether the ferry would sail again.

According to the coast guard, 12 people were rescued. The pier, according to police, was closed for a day.

The report said that Lund had told the council that the dam was safe.

Hansen said the talks were "reservedly hopeful" after a long night.

The council voted at noon. Bob "Bobby" Smith walked to the bus stop. The weather was mild.

Residents fear that the dam will break.

The minister said: "I resign."

‘We do not know what the voters’ will is,’ said the chairman.

The company promised to pay the workers.

Two tunnels have been flooded by the storm, which hit the coast on Friday.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.load(Path(factx.__file__).parent / "models" / "en_news")
    if "factx_attribution" not in pipeline.pipe_names:
        pipeline.add_pipe("factx_attribution")
    return pipeline


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(ARTICLE)


def words(doc: Doc, spans: tuple[Tokens, ...]) -> str:
    return " … ".join(doc[start:end].text for start, end in spans)


def about(doc: Doc, part: str) -> Attributed:
    """The outermost attribution whose content holds these words."""
    everything: tuple[Attributed, ...] = doc._.attributions
    found = [a for a in everything if part in words(doc, a.content) and a.parent is None]
    assert found, f"nothing attributes {part!r}"
    return found[0]


@pytest.mark.parametrize(
    ("part", "source", "cue", "content"),
    [
        ("The plan", "Ada Lund, the mayor of the town", "said", '"The plan," … "is dead. It won\'t fly."'),
        ("rebuild", "she", "told", '"We will rebuild the harbour,"'),
        ("take a year", "she", "adding", "that the work would take a year"),
        ("a danger", "he", "said", "The bridge … is a danger to everyone"),
        ("illegal", "The mayor's lawyer", "denied", "that the contract was illegal"),
        (
            "fishermen",
            "the minister",
            "wrote",
            "“Nobody asked the fishermen,” … “They know the coast better than we do.”",
        ),
        ("40 boats", "local radio", "reported", "Nearly 40 boats are missing"),
        (
            "first day",
            "a witness",
            "said",
            '"I was there on the first day," … "It was cold and dark. … "Nobody came to help us."',
        ),
        ("sail", "The ministry", "did not say", "whether the ferry would sail again"),
        ("rescued", "the coast guard", "According to", "12 people were rescued"),
        ("The pier", "police", "according to", "The pier … was closed for a day"),
        ("dam was safe", "The report", "said", "that Lund had told the council that the dam was safe"),
        ("hopeful", "Hansen", "said", 'the talks were "reservedly hopeful" after a long night'),
        ("will break", "Residents", "fear", "that the dam will break"),
        ("resign", "The minister", "said:", '"I resign."'),
        ("voters", "the chairman", "said", "‘We do not know what the voters’ will is,’"),
        ("pay", "The company", "promised", "to pay the workers"),
    ],
)
def test_source_cue_and_content(doc: Doc, part: str, source: str, cue: str, content: str) -> None:
    found = about(doc, part)
    assert (words(doc, found.source), words(doc, found.cue), words(doc, found.content)) == (source, cue, content)


@pytest.mark.parametrize("part", ["left the hall", "voted at noon", "bus stop", "mild", "flooded", "hit the coast"])
def test_the_articles_own_words_are_nobodys(doc: Doc, part: str) -> None:
    assert not [a for a in doc._.attributions if part in words(doc, a.content)]


@pytest.mark.parametrize(
    ("part", "quote"), [("rebuild", "direct"), ("hopeful", "mixed"), ("illegal", "indirect"), ("The plan", "direct")]
)
def test_quote_tells_whose_words_they_are(doc: Doc, part: str, quote: str) -> None:
    assert about(doc, part).quote == quote


def test_kind_is_speech_or_attitude(doc: Doc) -> None:
    assert (about(doc, "illegal").kind, about(doc, "will break").kind) == ("speech", "attitude")


def test_an_attribution_inside_another_names_its_parent(doc: Doc) -> None:
    inner = next(a for a in doc._.attributions if words(doc, a.source) == "Lund" and a.parent is not None)
    assert words(doc, doc._.attributions[inner.parent].source) == "The report"


def test_cues_are_in_the_order_of_the_text(doc: Doc) -> None:
    cues = [a.cue[0] for a in doc._.attributions]
    assert cues == sorted(cues)


def test_confidence_is_a_probability_over_the_threshold(doc: Doc) -> None:
    assert all(QUOTED_THRESHOLD <= a.confidence < 1 for a in doc._.attributions)


def test_whom_a_source_cites_is_no_claim(nlp: Language) -> None:
    text = "Nearly 600 people are waiting, state media reported this month, citing Russian diplomats."
    assert [words(d, a.cue).split()[0] for d in [nlp(text)] for a in d._.attributions] == ["reported"]


def test_a_thousand_cues_and_nothing_else_end_in_time_with_a_warning(nlp: Language) -> None:
    found = nlp("He said she said they said. " * 300)
    assert "too-many-cues" in {n.code for n in found._.notices}
    assert 0 < len(found._.attributions) <= ALWAYS + len(found) // WORDS_PER_CANDIDATE


@pytest.mark.parametrize("text", ['"' * 1000, '"a ' * 300, "“He said ‘" * 300, "He said: " * 200])
def test_marks_without_end_are_read(nlp: Language, text: str) -> None:
    assert all(0 <= start < end for a in nlp(text)._.attributions for start, end in a.content)


def test_an_empty_document_has_none(nlp: Language) -> None:
    assert nlp("")._.attributions == ()


def test_a_label_in_quotation_marks_is_no_speech(nlp: Language) -> None:
    assert nlp('The film "Night Train" opens on Friday.')._.attributions == ()


def test_a_signed_quotation_needs_no_verb(nlp: Language) -> None:
    text = (
        "The bridge was closed on Monday.\n\n"
        "“The bridge must be closed before winter.” — Ann Lee, mayor of Oslo\n\n"
        "“I have never seen a river so high in my life.”\n― Bo Berg\n\n"
        "His book “War and Peace in Our Town” — a bore, many think — sold well.\n"
    )
    doc = nlp(text)
    found = [(words(doc, a.source), words(doc, a.cue), a.quote) for a in doc._.attributions]
    assert found == [("Ann Lee, mayor of Oslo", "—", "direct"), ("Bo Berg", "―", "direct")]
