"""Through whom a claim reached the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.chain import Chains
from tests.by_hand import made, said, source, stated

if TYPE_CHECKING:
    from factx.record import Claim

SOURCES = (
    source("s1", "state media", "media", named=False),
    source("s2", "Russian diplomats", "group"),
    source("s3", "Vesti", "media"),
    source("s4", "Ann Burrows"),
    source("s5", "statement", "document", author="s6", named=False),
    source("s6", "Emergency Situations Ministry", "organization"),
)


def chain(*claims: Claim) -> list[str | None]:
    """Names along the chain of the last of ``claims``."""
    speakers = Chains(made(SOURCES, claims)).chain(claims[-1])
    return [speaker.source.name if speaker.source else speaker.mention for speaker in speakers]


def test_it_leads_from_the_one_who_knows_to_the_one_the_article_has_it_from() -> None:
    assert chain(said("c1", "s4")) == ["Ann Burrows"]
    assert chain(said("c1", "s1", via=("s2",))) == ["Russian diplomats", "state media"]
    assert chain(said("c1", "s4", relay=("s3",))) == ["Ann Burrows", "Vesti"]
    both = said("c1", "s1", via=("s2", "s4"), relay=("s3",))
    assert chain(both) == ["Ann Burrows", "Russian diplomats", "state media", "Vesti"]


def test_a_claim_within_another_passes_through_the_others_chain() -> None:
    outer = said("c1", "s1", via=("s2",))
    assert chain(outer, said("c2", "s4", parent="c1")) == ["Ann Burrows", "Russian diplomats", "state media"]


def test_nobody_stands_in_a_chain_twice() -> None:
    assert chain(said("c1", "s4"), said("c2", "s4", parent="c1")) == ["Ann Burrows"]
    relayed_by_the_parent = said("c2", "s4", parent="c1", relay=("s3",))
    assert chain(said("c1", "s3"), relayed_by_the_parent) == ["Ann Burrows", "Vesti"]


def test_a_document_speaks_for_its_author() -> None:
    (speaker,) = Chains(made(SOURCES, [])).chain(said("c1", "s5"))
    assert speaker.source == SOURCES[5]
    assert speaker.document == SOURCES[4]
    assert chain(said("c1", "s5"), said("c2", "s6", parent="c1")) == ["Emergency Situations Ministry"]


def test_without_a_source_there_are_the_words_of_the_mention_or_nothing() -> None:
    assert chain(said("c1", None)) == ["somebody"]
    assert chain(said("c1", None, mention=False)) == [None]
    assert chain(said("c1", "s99", via=("s98",))) == ["somebody"]


def test_a_statement_has_no_chain_and_adds_none() -> None:
    assert chain(stated("c1")) == []
    assert chain(stated("c1"), said("c2", "s4", parent="c1")) == ["Ann Burrows"]


@pytest.mark.parametrize("parents", [("c1", "c1"), ("c2", "c1")])
def test_what_goes_in_circles_ends(parents: tuple[str, str]) -> None:
    assert set(chain(said("c1", "s4", parent=parents[0]), said("c2", "s3", parent=parents[1]))) == {
        "Ann Burrows",
        "Vesti",
    }
    circle = (source("s1", "report", "document", author="s2"), source("s2", "letter", "document", author="s1"))
    (speaker,) = Chains(made(circle, [])).chain(said("c1", "s1"))
    assert speaker.source in circle


@pytest.mark.parametrize(
    ("claims", "second_hand"),
    [
        ((said("c1", "s4"),), False),
        ((said("c1", "s5"),), False),
        ((said("c1", "s1", via=("s2",)),), True),
        ((said("c1", "s4", relay=("s3",)),), True),
        ((said("c1", "s3"), said("c2", "s4", parent="c1")), True),
        ((said("c1", "s4"), said("c2", "s4", parent="c1")), False),
        ((said("c1", "s4", relay=("s3",)), said("c2", "s4", parent="c1")), True),
        ((said("c1", None, mention=False), said("c2", "s4", parent="c1")), True),
        ((stated("c1"),), False),
    ],
)
def test_second_hand_is_what_passed_through_anybody_else(claims: tuple[Claim, ...], second_hand: bool) -> None:  # noqa: FBT001  an expected value
    assert Chains(made(SOURCES, claims)).second_hand(claims[-1]) is second_hand
