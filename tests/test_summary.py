"""Who speaks how often: the counting, without the program around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.summary import Counts, summarize, total
from tests.by_hand import made, said, source, stated

if TYPE_CHECKING:
    from factx.record import Record
    from factx.summary import SourceCounts, Summary

PESKOV = source("s1", "Dmitry Peskov", role="Kremlin spokesman", affiliation="Kremlin")
MINISTRY = source("s2", "Emergency Situations Ministry", "organization")
STATEMENT = source("s3", "statement", "document", author="s2", named=False)
OFFICIAL = source("s4", "senior official", "anonymous", named=False)
MEDIA = source("s5", "state media", "media", named=False)
SOURCES = (PESKOV, MINISTRY, STATEMENT, OFFICIAL, MEDIA)
CLAIMS = (
    stated("c1"),
    said("c2", "s2", quote="mixed"),
    said("c3", "s3", quote="direct"),
    said("c4", "s3"),
    said("c5", "s4", kind="attitude"),
    said("c6", "s5", via=("s1",)),
    said("c7", "s1", parent="c6", kind="attitude"),
    said("c8", None, mention=False),
)


@pytest.fixture
def summary() -> Summary:
    return summarize(made(SOURCES, CLAIMS))


def rows(summary: Summary) -> dict[str, SourceCounts]:
    """The sources by name."""
    found = {one.name: one for one in summary.sources}
    assert len(found) == len(summary.sources)
    return found


def test_attributed_claims_and_the_articles_own_voice_are_all_claims(summary: Summary) -> None:
    assert (summary.claims, summary.counts.claims, summary.statements) == (8, 7, 1)
    assert summary.counts == Counts(speech=5, attitude=2, direct=1, mixed=1, indirect=5, second_hand=2)
    assert summary.counts.first_hand == 5
    assert (summary.anonymous, summary.unsourced) == (1, 1)


def test_shares_are_of_the_attributed_claims_and_the_articles_own_of_all(summary: Summary) -> None:
    shares = summary.shares()
    assert (shares["statement"], shares["direct"], shares["second_hand"]) == (1 / 8, 1 / 7, 2 / 7)
    assert (shares["anonymous"], shares["unsourced"]) == (1 / 7, 1 / 7)
    assert set(summarize(made((), ())).shares().values()) == {None}


def test_a_document_counts_for_its_author_and_is_told(summary: Summary) -> None:
    ministry = rows(summary)["Emergency Situations Ministry"]
    assert ministry.counts == Counts(speech=3, direct=1, mixed=1, indirect=1)
    assert (ministry.documents, ministry.ids) == (("statement",), ("s2", "s3"))
    assert "statement" not in rows(summary)


def test_who_is_only_cited_or_relays_is_there_without_a_claim() -> None:
    found = rows(summarize(made(SOURCES, [said("c1", "s4", via=("s1",), relay=("s5", "s3"))])))
    assert (found["Dmitry Peskov"].counts.claims, found["Dmitry Peskov"].cited) == (0, 1)
    assert (found["state media"].relayed, found["Emergency Situations Ministry"].relayed) == (1, 1)
    assert next(iter(found)) == "senior official"


def test_most_claims_come_first_and_who_says_nothing_is_left_out(summary: Summary) -> None:
    names = [one.name for one in summary.sources]
    assert names == ["Emergency Situations Ministry", "Dmitry Peskov", "senior official", "state media"]


def test_kinds_roles_and_affiliations_have_the_claims_of_their_sources(summary: Summary) -> None:
    assert summary.kinds == {"organization": 3, "anonymous": 1, "media": 1, "person": 1}
    assert (summary.roles, summary.affiliations) == ({"Kremlin spokesman": 1}, {"Kremlin": 1})


def test_a_mention_that_nobody_was_found_for_is_a_source_of_unknown_kind() -> None:
    (found,) = summarize(made((), [said("c1", None), said("c2", None)])).sources
    assert (found.name, found.kind, found.counts.claims, found.ids) == ("somebody", "unknown", 2, ())


def test_in_a_total_equal_names_are_one_source_and_descriptions_stay_apart() -> None:
    other = replace(PESKOV, id="s9", role="spokesman", affiliation=None)
    second = made([other, OFFICIAL], [said("c1", "s9"), said("c2", "s4"), stated("c3")], "a2")
    both = total([summarize(made(SOURCES, CLAIMS)), summarize(second)])
    assert (both.articles, both.claims, both.statements, both.anonymous) == (2, 11, 2, 2)
    peskov = next(one for one in both.sources if one.name == "Dmitry Peskov")
    assert (peskov.counts.claims, peskov.articles, peskov.ids) == (2, 2, ())
    assert peskov.roles == ("Kremlin spokesman", "spokesman")
    officials = [one for one in both.sources if one.name == "senior official"]
    assert [one.counts.claims for one in officials] == [1, 1]
    assert both.roles == {"Kremlin spokesman": 1, "spokesman": 1}


def test_equal_names_of_different_kinds_are_not_one() -> None:
    place = made([source("s1", "Jordan", "organization")], [said("c1", "s1")])
    person = made([source("s1", "Jordan")], [said("c1", "s1")], "a2")
    assert [one.articles for one in total([summarize(place), summarize(person)]).sources] == [1, 1]


def test_two_of_one_name_in_one_article_count_it_once() -> None:
    twice = made([source("s1", "Lund"), source("s2", "Lund")], [said("c1", "s1"), said("c2", "s2")])
    (lund,) = total([summarize(twice)]).sources
    assert (lund.counts.claims, lund.articles) == (2, 1)


RECORDS = st.builds(
    lambda numbers: made(
        SOURCES,
        [
            said(f"c{n}", key, via=via, kind=kind, quote=quote, mention=mention)
            for n, (key, via, kind, quote, mention) in enumerate(numbers, start=1)
        ],
    ),
    st.lists(
        st.tuples(
            st.sampled_from([None, *(one.id for one in SOURCES)]),
            st.lists(st.sampled_from([one.id for one in SOURCES])).map(tuple),
            st.sampled_from(["speech", "attitude"]),
            st.sampled_from(["direct", "mixed", "indirect"]),
            st.booleans(),
        )
    ),
)


@given(st.lists(RECORDS, max_size=4))
def test_no_claim_is_lost_or_counted_twice(records: list[Record]) -> None:
    for summary in (*map(summarize, records), total([summarize(record) for record in records])):
        of_sources = sum((one.counts for one in summary.sources), Counts())
        assert of_sources.claims + summary.unsourced == summary.counts.claims
        assert sum(summary.kinds.values()) == of_sources.claims
        assert summary.counts.direct + summary.counts.mixed + summary.counts.indirect == summary.counts.claims
    joined = total([summarize(record) for record in records])
    assert joined.counts.claims == sum(len(record.claims) for record in records)
