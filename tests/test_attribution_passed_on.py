"""Somebody quoted by somebody else: who says it, who passes it on, and what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.attributed import attributions

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Interfax quoted Dmitry Peskov as saying that the talks had failed.",
            [
                ("Interfax", "quoted", "Dmitry Peskov as saying that the talks had failed", []),
                ("Dmitry Peskov", "saying", "that the talks had failed", ["Interfax"]),
            ],
        ),
        (
            "Dmitry Peskov was quoted by Interfax as saying that the talks had failed.",
            [("Dmitry Peskov", "was quoted … as saying", "that the talks had failed", ["Interfax"])],
        ),
        (
            "The official was also quoted as saying the army has sent more soldiers to the border.",
            [("The official", "was also quoted as saying", "the army has sent more soldiers to the border", [])],
        ),
        (
            "Bo Berg, a member of the panel, has been quoted as saying the council will be blamed for the delay.",
            [
                (
                    "Bo Berg, a member of the panel,",
                    "has been quoted as saying",
                    "the council will be blamed for the delay",
                    [],
                )
            ],
        ),
        (
            "The agency quoted a harbour spokesman Thursday as saying the pier is unsafe.",
            [
                ("The agency", "quoted", "a harbour spokesman Thursday as saying the pier is unsafe", []),
                ("a harbour spokesman", "saying", "the pier is unsafe", ["agency"]),
            ],
        ),
        (
            "“The bridge is closed,” he was quoted as saying by the Tass news agency.",
            [("he", "was quoted as saying", "“The bridge is closed,”", ["Tass"])],
        ),
        (
            "“The bridge is closed,” Tass quoted the mayor as saying.",
            [("the mayor", "quoted", "“The bridge is closed,”", ["Tass"])],
        ),
        (
            "Twenty people died, state television quoted the health ministry as saying.",
            [("the health ministry", "quoted", "Twenty people died", ["state television"])],
        ),
        (
            "The agency quotes a Niger government spokesman as rejecting that report.",
            [
                ("The agency", "quotes", "a Niger government spokesman as rejecting that report", []),
                ("a Niger government spokesman", "rejecting", "that report", ["agency"]),
            ],
        ),
        (
            "Vesti cites harbour officials who say the pier is unsafe.",
            [
                ("Vesti", "cites", "harbour officials who say the pier is unsafe", []),
                ("who", "say", "the pier is unsafe", ["Vesti"]),
            ],
        ),
        (
            "The minister was reported as saying he believes the dam will hold.",
            [
                ("The minister", "was reported as saying", "he believes the dam will hold", []),
                ("he", "believes", "the dam will hold", []),
            ],
        ),
    ],
)
def test_who_says_it_and_who_passes_it_on(
    nlp: Language, text: str, found: list[tuple[str, str, str, list[str]]]
) -> None:
    assert attributions(nlp, text) == found


def test_what_is_passed_on_is_no_statement_of_the_article(nlp: Language) -> None:
    record = annotate(
        nlp, Article(text="An official is quoted as saying the club has the rights for all games.", id="p")
    )
    assert [c.kind for c in record.claims] == ["speech"]


@pytest.mark.parametrize(
    "text",
    [
        "The report quoted the law. As saying goes, patience pays.",
        "The mayor cited the rules as a reason, saying that the pier is unsafe.",
    ],
)
def test_nothing_is_passed_on(nlp: Language, text: str) -> None:
    assert all(relay == [] and "as saying" not in cue for _, cue, _, relay in attributions(nlp, text))
