"""Where contents end: what the marks, the sentence and the next attribution say about it, on the packaged pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.attribution.page import turn
from factx.attribution.turns import turns

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens


def words(doc: Doc, spans: tuple[Tokens, ...]) -> str:
    return " … ".join(doc[start:end].text for start, end in spans)


def said(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every outermost attribution."""
    doc = nlp(text)
    return [
        (words(doc, a.source), words(doc, a.cue), words(doc, a.content)) for a in doc._.attributions if a.parent is None
    ]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            'With so many boats in the harbour, "there is no room for another," Lund said.',
            'With so many boats in the harbour, "there is no room for another,"',
        ),
        (
            'Lund "is the only mayor who ever listened to the fishermen," said Bo Berg, a fisherman.',
            'Lund "is the only mayor who ever listened to the fishermen,"',
        ),
        (
            'It was noon. Fishermen "have been waiting for a year for the new dam," he said.',
            'Fishermen "have been waiting for a year for the new dam,"',
        ),
    ],
)
def test_a_quotation_in_small_letters_goes_on_from_the_beginning_of_its_sentence(
    nlp: Language, sentence: str, content: str
) -> None:
    assert [found for *_, found in said(nlp, sentence)] == [content]


def test_a_quotation_with_a_capital_letter_begins_by_itself(nlp: Language) -> None:
    text = 'Lund left the hall at noon: "The harbour was flooded," she said.'
    assert said(nlp, text)[-1] == ("she", "said", '"The harbour was flooded,"')


def test_a_quotation_goes_on_after_the_sentence_of_its_cue(nlp: Language) -> None:
    text = (
        '"The harbour was flooded," said Ann Lund, the mayor of the town, who was elected in May with the votes of the '
        'fishermen. "We will rebuild it before the winter comes."'
    )
    (*_, content), *others = said(nlp, text)
    assert content == '"The harbour was flooded," … "We will rebuild it before the winter comes."'
    assert not others


def test_a_quotation_that_ended_in_a_full_stop_is_not_what_the_next_cue_quotes(nlp: Language) -> None:
    text = '"We were all very cold." Ann Lund added: "Nobody came to help us."'
    assert said(nlp, text)[-1] == ("Ann Lund", "added:", '"Nobody came to help us."')


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“The harbour was flooded,” Lund wrote.\n\n“But the bridge is open,” the mayor added on Monday.",
            ["“The harbour was flooded,”", "“But the bridge is open,”"],
        ),
        (
            "Lund praised the plan for the harbour: “It will bring the boats back,” she said.",
            ["the plan for the harbour", "“It will bring the boats back,”"],
        ),
    ],
)
def test_a_quotation_is_theirs_whose_words_stand_right_behind_it(nlp: Language, text: str, contents: list[str]) -> None:
    assert [content for *_, content in said(nlp, text)] == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            'Lund insisted that the plan was "a great success," adding that the harbour would open in May.',
            ['that the plan was "a great success,"', "that the harbour would open in May"],
        ),
        (
            'Lund said the plan was "dead" and wrote that the council had failed.',
            ['the plan was "dead"', "that the council had failed"],
        ),
    ],
)
def test_what_the_same_source_says_next_is_a_content_of_its_own(nlp: Language, text: str, contents: list[str]) -> None:
    assert [content for *_, content in said(nlp, text)] == contents


def test_according_to_takes_in_who_said_it(nlp: Language) -> None:
    text = "“The plan is dead,” Lund told reporters, according to a transcript of the talk."
    assert said(nlp, text) == [("a transcript of the talk", "according to", "“The plan is dead,” Lund told reporters")]


TRANSCRIPT = """\
The mayor, Ann Lund, met a fisherman on Monday.

ANN LUND: Will the bridge be closed before winter?

BO BERG: Not before the end of March. The council will wait.

LUND: I thank you for the answer.
"""

QUOTED = """\
The mayor, Ann Lund, met a fisherman on Monday.

"LUND: Will the bridge be closed before winter?

"BERG: Not before the end of March.

"The council will wait.

"(CROSSTALK.)

"LUND: I thank you for the answer, Mr. Berg."
"""

PARAGRAPHS = """\
Ann Lund met a fisherman on Monday.

LUND: Will the bridge be closed before winter?

BERG: Not before the end of March.

The council will wait, I think.

[LAUGHTER]

LUND: I thank you for the answer, Mr. Berg.

The ferry goes on.

COLE: A word about the ferry, please.
"""


@pytest.mark.parametrize(
    ("transcript", "expected"),
    [
        (
            TRANSCRIPT,
            [
                ("ANN LUND", "Will the bridge be closed before winter?"),
                ("BO BERG", "Not before the end of March. The council will wait."),
                ("LUND", "I thank you for the answer."),
            ],
        ),
        (
            QUOTED,
            [
                ("LUND", "Will the bridge be closed before winter?"),
                ("BERG", "Not before the end of March. … The council will wait."),
                ("LUND", "I thank you for the answer, Mr. Berg."),
            ],
        ),
        (
            PARAGRAPHS,
            [
                ("LUND", "Will the bridge be closed before winter?"),
                ("BERG", "Not before the end of March. … The council will wait, I think."),
                ("LUND", "I thank you for the answer, Mr. Berg."),
                ("COLE", "A word about the ferry, please."),
            ],
        ),
    ],
    ids=["plain", "quoted", "paragraphs"],
)
def test_a_transcript_is_read_turn_by_turn(nlp: Language, transcript: str, expected: list[tuple[str, str]]) -> None:
    found = said(nlp, transcript)
    assert [(source, content) for source, cue, content in found if cue == ":"] == expected


def test_turns_are_claims_of_speech(nlp: Language) -> None:
    claims = [claim for claim in annotate(nlp, Article(id="x", text=TRANSCRIPT)).claims if claim.attribution]
    assert {claim.kind for claim in claims} == {"speech"}


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The bridge is closed.\n\nNOTE: It is a danger.\n\nUPDATE: The bridge is open.\n",
        "Ann Lund left.\n\nLUND: The mayor.\n\nBERG: The fisherman.\n",
        TRANSCRIPT.replace("Ann Lund", "a woman"),
    ],
    ids=["headings", "nobody speaks again", "nobody is named in the text"],
)
def test_capitals_before_a_colon_alone_are_nobodys_turn(nlp: Language, text: str) -> None:
    assert turns(turn(nlp(text))) == []
