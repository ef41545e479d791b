"""Polarity and modality of claims: yes, no or maybe, asked, bidden or still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mayor said that it would not have been possible.", "conditional"),
        ("Had the storm come a day later, nobody would be alive, the mayor said.", "conditional"),
        ("The minister did not say why the road was closed.", "question"),
        ("“Did the bridge close?” Ann Lee asked.", "question"),
        ("Doctors recommended that all salt be iodised.", "command"),
        ("The doctors pleaded with him to come.", "command"),
        ("The union insisted that the mine is safe.", "asserted"),
        ("Critics called the plan a disgrace.", "asserted"),
        ("The engineer explained why the bridge was closed.", "asserted"),
    ],
)
def test_standing_by_cue_and_verb(nlp: Language, text: str, modality: str) -> None:
    found = [c for c in annotate(nlp, Article(text=text, id="s")).claims if c.attribution]
    assert [c.modality for c in found] == [modality]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor does not think that the bridge is safe.", "negative"),
        ("The mayor does not want to close the bridge.", "negative"),
        ("The mayor did not say that the bridge is safe.", "positive"),
        ("The mayor thinks that the bridge is safe.", "positive"),
    ],
)
def test_what_somebody_does_not_think_is_denied(nlp: Language, text: str, polarity: str) -> None:
    found = [c for c in annotate(nlp, Article(text=text, id="r")).claims if c.attribution]
    assert [c.polarity for c in found] == [polarity]


def test_no_is_negative_after_there_too(nlp: Language) -> None:
    text = "There had been no arrests, police said."
    assert [c.polarity for c in annotate(nlp, Article(text=text, id="p")).claims] == ["negative"]


@pytest.mark.parametrize(
    ("content", "polarity"),
    [
        ("the plan will not only save money but also create jobs", "positive"),
        ("the bridge is not just old", "positive"),
        ("the bank faces many obstacles, not to mention the rise in rates", "positive"),
        ("the bank is not to blame", "negative"),
        ("there happens to be no other bridge", "negative"),
        ("there seems to be a bridge", "positive"),
        ("under no circumstances should a car be permitted in the park", "negative"),
        ("at no time was the public in danger", "negative"),
        ("under these circumstances should a car be permitted in the park", "positive"),
        ("in no uncertain terms he promised a bridge", "positive"),
        ("no other gates should be erected", "negative"),
        ("no fewer than 40 people died in the flood", "positive"),
        ("no better bridge was built", "negative"),
        ("the bridge is no longer safe", "negative"),
        ("the bridge is no longer a museum", "negative"),
        ("the talks lasted no longer than a day", "positive"),
    ],
)
def test_what_denies_and_what_only_looks_so(nlp: Language, content: str, polarity: str) -> None:
    found = annotate(nlp, Article(text=f"The mayor said that {content}.", id="p")).claims
    assert [c.polarity for c in found if c.attribution and c.attribution.cue.lemma == "say"] == [polarity]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The bank dismissed reports that it would close 40 branches.", "negative"),
        ("The minister denied the charges that she runs a cartel.", "negative"),
        ("The bank confirmed reports that it would close 40 branches.", "positive"),
    ],
)
def test_who_denies_a_report_denies_what_it_says(nlp: Language, text: str, polarity: str) -> None:
    found = annotate(nlp, Article(text=text, id="p")).claims
    assert found[0].polarity == polarity


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The vote is to be held in March.", "future"),
        ("On Wednesday, Ann Lee and her father are to travel to Norland.", "future"),
        ("The council is to begin issuing permits in May.", "future"),
        ("The bridge is scheduled to open on Monday.", "future"),
        ("The law is due to take effect in June.", "future"),
        ("The firm is set to close two plants.", "future"),
        ("The letter was to have been presented on Tuesday.", "conditional"),
        ("The meeting was scheduled for Friday.", "asserted"),
        ("The firm was set up to build bridges.", "asserted"),
        ("The goal is to cut costs by half.", "asserted"),
        ("The aim of the law is to protect children.", "asserted"),
        ("What the town needs is to cross the river.", "asserted"),
        ("The judge is to blame for the delay.", "asserted"),
        ("An advanced programme would require new rules.", "conditional"),
        ("The road will be closed whether you like it or not.", "future"),
        ("The road will be closed if the storm goes on.", "conditional"),
    ],
)
def test_what_is_planned_and_what_is_supposed(nlp: Language, text: str, modality: str) -> None:
    found = annotate(nlp, Article(text=text, id="m")).claims
    assert [c.modality for c in found if c.kind == "statement"] == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The report says that an advanced programme would require new rules.", "conditional"),
        ("“It would be a mistake to close the bridge,” Ann Lee said.", "conditional"),
        ("The report said that an advanced programme would require new rules.", "future"),
        ("The minister denies that the tax would rise.", "future"),
        ("“Do not panic,” the mayor told residents.", "command"),
        ("“Don’t leave your homes,” police told residents.", "command"),
        ("“Never give up,” Ann Lee said.", "command"),
        ("“Stay home,” the governor said.", "command"),
        ("“Please wait,” the nurse said.", "command"),
        ("“I never give up,” Ann Lee said.", "asserted"),
        ("“They stay home,” the governor said.", "asserted"),
        ("“Look, the bridge is old,” the governor said.", "asserted"),
        ("“Let me be very clear,” the governor said.", "asserted"),
        ("The governor said that the money helped them “stay home”.", "asserted"),
    ],
)
def test_commands_and_suppositions_of_others(nlp: Language, text: str, modality: str) -> None:
    found = annotate(nlp, Article(text=text, id="m")).claims
    assert [c.modality for c in found if c.attribution] == [modality]


def test_what_the_hearer_is_asked_to_think_is_a_question(nlp: Language) -> None:
    text = "“Do you think that this is a revival?” Ann Lee asked. “You think that this is a revival,” Bo Berg said."
    found = annotate(nlp, Article(text=text, id="m")).claims
    assert [c.modality for c in found if c.attribution and c.attribution.cue.lemma == "think"] == [
        "question",
        "asserted",
    ]


def test_what_somebody_would_like_is_still_to_come(nlp: Language) -> None:
    found = annotate(nlp, Article(text="“We would like to cross the river,” Ann Lee said.", id="m")).claims
    assert next(c for c in found if c.quote == "direct").modality == "future"


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The board decided against closing the bridge.", "negative", "future"),
        ("The agency advised against swimming near the bridge.", "negative", "command"),
        ("The mayor’s refusal to close the bridge angered the town.", "negative", "future"),
        ("Ann Lee said that the mayor spoke as if the bridge were safe.", "positive", "asserted"),
        ("Ann Lee said that nobody would cross the bridge if it were closed.", "negative", "conditional"),
        # Against a thing, not against doing it.
        ("Ann Lee warned that the bridge leaned against a wall, killing the view.", "positive", "asserted"),
    ],
)
def test_what_is_refused_and_what_is_likened(nlp: Language, text: str, polarity: str, modality: str) -> None:
    claims = annotate(nlp, Article(text=text, id="r")).claims
    found = next(c for c in claims if c.attribution is not None and "bridge" in c.content.text)
    assert (found.polarity, found.modality) == (polarity, modality)
