"""When, where and to whom something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.sourced import said

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“We will win,” said Don Fowler, who led the party from 1995 to 1997.", None),
        ("The bridge is safe, according to a report published in May 2023.", "2023-05-01"),
        ("The bridge is safe, according to an Internet posting made on 3 May 2023.", "2023-05-03"),
    ],
)
def test_the_date_of_the_saying_is_none_of_what_the_speaker_did(nlp: Language, text: str, day: str | None) -> None:
    record = annotate(nlp, Article(text=text, id="x"))
    (claim,) = (claim for claim in record.claims if claim.attribution)
    assert claim.attribution is not None
    dates = [date.first for date in record.dates if date.id == claim.attribution.date_id]
    assert dates == ([day] if day else [])


@pytest.mark.parametrize(
    ("where", "channel"),
    [
        ("in an interview on Monday", "an interview"),
        ("at a briefing Monday before the vote", "a briefing"),
        ("in an interview with the Herald", "an interview with the Herald"),
    ],
)
def test_a_channel_ends_before_the_time(nlp: Language, where: str, channel: str) -> None:
    record = annotate(nlp, Article(text=f'"We are ready for the storm," Ada Lund said {where}.', id="h"))
    attribution = said(record, "ready")[0]
    assert (attribution.channel and attribution.channel.text) == channel


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ann Lee told reporters that the bridge was unsafe.", "reporters"),
        ("Ann Lee said to the mayor that the bridge was unsafe.", "the mayor"),
        ("Ann Lee told herself that the bridge was unsafe.", None),
        ("Ann Lee told Bergen Herald host Bo Berg that the bridge was unsafe.", "Bergen Herald host Bo Berg"),
    ],
)
def test_only_who_can_listen_is_told(nlp: Language, text: str, addressee: str | None) -> None:
    attribution = said(annotate(nlp, Article(text=text, id="l")), "the bridge")[0]
    assert (attribution.addressee and attribution.addressee.text) == addressee


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ann Lee told her subordinates never to speak of the bridge.", "her subordinates"),
        ("Ann Lee told the festival audience that the bridge was unsafe.", "the festival audience"),
        ("Ann Lee told her radio audience on Monday that the bridge was unsafe.", "her radio audience"),
        ("Ann Lee told Bergen Radio’s “Morning Tide” that the bridge was unsafe.", "Bergen Radio’s “Morning Tide”"),
        ("Ann Lee asked the National Harbour Council to help rebuild the bridge.", "the National Harbour Council"),
        ("Ann Lee asked the governments not to close the bridge.", "the governments"),
        ("Ann Lee urged voters to cross the bridge.", "voters"),
        ("The mayor called on residents to avoid the bridge.", "residents"),
        ("Parliament was told by engineers that the bridge was unsafe.", "Parliament"),
        ("Voters were urged by the mayor to avoid the bridge.", "Voters"),
        # Nobody is told.
        ("The mayor asked for the bridge to be closed.", None),
        ("The judge ordered the bridge to be closed.", None),
        ("The mayor wants residents to avoid the bridge.", None),
        ("To varying degrees, both engineers agreed that the bridge was unsafe.", None),
        ("Ann Lee recalled Bo Berg talking about the bridge.", None),
    ],
)
def test_who_is_told_may_stand_in_the_content(nlp: Language, text: str, addressee: str | None) -> None:
    attribution = said(annotate(nlp, Article(text=text, id="l")), "the bridge")[0]
    assert (attribution.addressee and attribution.addressee.text) == addressee
