"""Whose words they are: one speaker, not who is told, and who is reproached for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.attribution.choose import choose
from factx.attribution.spans import Roles
from factx.attribution.speaker import speaking
from factx.attribution.weighing import Verdict, Weighed
from tests.attributed import attributions

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.attribution.attributed import Tokens


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Ann Lee was told by harbour officials on Saturday she had two days to leave the country.",
            "harbour officials",
            "she had two days to leave the country",
        ),
        ("Ann Lee was warned by the council that the bridge was unsafe.", "the council", "that the bridge was unsafe"),
        ("Investors were told the firm would close.", "", "the firm would close"),
        ("The mayor was arrested in May and told that her mother had left.", "", "that her mother had left"),
        ("The mayor was tired and told reporters that her mother had left.", "The mayor", "that her mother had left"),
    ],
)
def test_who_is_told_does_not_tell(nlp: Language, text: str, source: str, content: str) -> None:
    assert (source, content) in [(said.source, said.content) for said in attributions(nlp, text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The panel fined Bryan Berg for saying that he would not come.", "Bryan Berg"),
        ("The council was criticised for saying that the bridge was safe.", "The council"),
        ("The council took heat for saying that the bridge was safe.", "The council"),
    ],
)
def test_what_somebody_is_fined_for_saying_is_theirs(nlp: Language, text: str, source: str) -> None:
    assert [told.source for told in attributions(nlp, text) if told.cue == "saying"] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has drawn both praise for the bridge and criticism for the road ban.",
        "The council has received criticism for claiming the bridge was safe.",
    ],
)
def test_who_draws_criticism_does_not_utter_it(nlp: Language, text: str) -> None:
    assert all(told.source == "" for told in attributions(nlp, text) if "criticism" in told.cue or "praise" in told.cue)


@pytest.mark.parametrize(
    ("text", "cue", "sources", "one"),
    [
        ("Trump promised rallies, and he warned of hackers.", 6, ((0, 1), (5, 6)), ((5, 6),)),
        ("The group wrote to the board on Friday, urging it to stop.", 9, ((0, 2), (4, 6)), ((0, 2),)),
        ("Lee has been called a fraud by doctors.", 3, ((0, 1), (7, 8)), ((7, 8),)),
        ("Most members, including Lee and Berg, said so.", 8, ((0, 2), (3, 5), (6, 7)), ((0, 2), (3, 5), (6, 7))),
    ],
)
def test_nobody_speaks_from_two_places(
    nlp: Language, text: str, cue: int, sources: tuple[Tokens, ...], one: tuple[Tokens, ...]
) -> None:
    doc = nlp(text)
    read = Roles(sources, ((cue, cue + 1),), ((cue + 1, len(doc) - 1),))
    assert speaking(doc, cue, read).source == one


def test_who_does_it_in_the_passive_is_the_source(nlp: Language) -> None:
    doc = nlp("Lund was supported by 42 percent of those responding.")
    found = speaking(doc, 2, Roles((), ((1, 4),), ((0, 1), (4, 9))))
    assert (found.source, found.content) == (((4, 9),), ((0, 1),))


def test_of_whom_it_is_said_does_not_say_it(nlp: Language) -> None:
    doc = nlp("The parents are also accused of leaving the town.")
    assert speaking(doc, 4, Roles(((0, 2),), ((2, 6),), ((6, 9),))).source == ()
    doc = nlp("The parents were worried that the town had left them.")
    assert speaking(doc, 3, Roles(((0, 2),), ((2, 4),), ((4, 10),))).source == ((0, 2),)


def test_what_a_source_is_called_is_no_second_cue(nlp: Language) -> None:
    doc = nlp("According to U.S. government estimates, Iran can produce four warheads.")
    here, content = ((2, 5),), ((6, 11),)
    according, estimates = Roles(here, ((0, 2),), content), Roles(((2, 4),), ((4, 5),), content)
    sure, less = (
        Weighed(head, 0.9, 0.9, 0.9, confidence, 0.5, roles, Verdict.UNLIKELY)
        for head, confidence, roles in ((0, 0.9, according), (4, 0.8, estimates))
    )
    assert [w.verdict for w in choose(doc, [sure, less])] == [Verdict.REPORTED, Verdict.IN_SOURCE]
