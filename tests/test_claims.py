"""Claims made whole: proposition, triple, polarity, modality, the article's own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from factx.annotate import annotate
from factx.article import Article
from factx.claims.predicate import triple
from factx.claims.proposition import proposition

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Claim, Record

TEXT = """Mayor Rejects Plan That Council Wants To Have Approved.

The council has not approved the plan, the mayor said.

The minister denied that the tax would rise.

Officials said that schools may close on Tuesday.

The company agreed to pay 3 million euros.

The judge ordered the firm to repay its customers.

Reporters asked whether the bridge was safe.

Workers finished the tunnel in 1987 after nine years of digging.

Read more about the tunnel on our website today.
"""


@pytest.fixture(scope="module")
def record(nlp: Language) -> Record:
    return annotate(nlp, Article(text=TEXT, id="t", published="2024-03-10"))


def claim(record: Record, words: str) -> Claim:
    """The claim whose content holds ``words``."""
    return next(c for c in record.claims if words in c.content.text)


@pytest.mark.parametrize(
    ("words", "polarity", "modality"),
    [
        ("has not approved", "negative", "asserted"),
        ("the tax would rise", "negative", "future"),
        ("schools may close", "positive", "possible"),
        ("pay 3 million euros", "positive", "future"),
        ("repay its customers", "positive", "command"),
        ("the bridge was safe", "positive", "question"),
        ("finished the tunnel", "positive", "asserted"),
    ],
)
def test_polarity_and_modality(record: Record, words: str, polarity: str, modality: str) -> None:
    found = claim(record, words)
    assert (found.polarity, found.modality) == (polarity, modality)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee and Bo Berg contributed reporting from Oslo.",
        "This post has been updated with comment from the bank.",
        "Sign up for our newsletter, and we will write to you every Monday.",
    ],
)
def test_what_the_site_sets_around_an_article_is_no_statement(nlp: Language, line: str) -> None:
    text = f"The bridge was closed on Monday after a storm.\n\n{line}\n"
    found = annotate(nlp, Article(text=text, id="b")).claims
    assert [c.content.text for c in found] == ["The bridge was closed on Monday after a storm"]


def test_the_triple_is_the_main_clause(record: Record) -> None:
    triple = claim(record, "has not approved").triple
    assert triple is not None
    assert triple.subject is not None
    assert triple.object is not None
    assert [s.text for s in (triple.subject, triple.predicate, triple.object)] == [
        "The council",
        "has not approved",
        "the plan",
    ]


def test_a_place_or_a_time_is_no_object(nlp: Language) -> None:
    found = annotate(nlp, Article(text="The children were sent to Cairo, the ministry said.", id="t")).claims[0]
    assert found.triple is not None
    assert found.triple.object is None


def test_a_verb_that_hangs_as_an_adverb_is_its_own_predicate(nlp: Language) -> None:
    words = ["Prices", "fell", "sharply", "there"]
    doc = Doc(nlp.vocab, words, pos=["NOUN", "VERB", "ADV", "ADV"], heads=[1, 1, 1, 2], deps=["nsubj", *["advmod"] * 3])
    found = triple(doc.text, doc[1], [(0, 4)])
    assert found is not None
    assert found.predicate.text == "fell"


def test_the_article_s_own_voice_is_a_statement_with_its_numbers_and_dates(record: Record) -> None:
    found = claim(record, "finished the tunnel")
    assert found.kind == "statement"
    assert found.attribution is None
    assert {d.text for d in record.dates if d.id in found.dates} >= {"1987"}


@pytest.mark.parametrize("words", ["Mayor Rejects", "Read more"])
def test_headlines_and_lines_of_the_site_are_no_claims(record: Record, words: str) -> None:
    assert all(words not in c.content.text for c in record.claims)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“We won’t pay,”", "We won’t pay"),
        ("that prices rose", "prices rose"),
        ("to pay the fine", "pay the fine"),
        ('that Moscow was "optimistic"', 'Moscow was "optimistic"'),
        ("“Rain” was all she said.", "“Rain” was all she said"),
        ('"Prices rose," he said, "and fell.', 'Prices rose," he said, "and fell'),
        ("prices rose in the U.S.", "prices rose in the U.S."),
        ("today prices rose", "today prices rose"),
    ],
)
def test_a_proposition_is_the_content_without_its_wrapping(content: str, expected: str) -> None:
    ((start, end),) = proposition(content, ((0, len(content)),))
    assert content[start:end] == expected


def test_a_claim_in_a_clause_does_not_take_the_sentence_away(nlp: Language) -> None:
    text = "The bridge, which the mayor says is unsafe, was closed to all lorries and buses on Monday morning."
    kinds = {c.kind for c in annotate(nlp, Article(text=text, id="c")).claims}
    assert kinds == {"speech", "statement"}


@pytest.mark.parametrize(
    ("dateline", "kept"),
    [
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — ", ""),
        ("CANBERRA, Australia (AP)_ ", ""),
        ("WASHINGTON - ", ""),
        ("NAIROBI, August 21 (Xinhua) --\n\n", ""),
        ("London (Reuters) – ", ""),
        ("LOUD NOISES — ", "LOUD NOISES — "),
        ("Senator Lund (Oslo) — ", "Senator Lund (Oslo) — "),
    ],
)
def test_a_dateline_is_no_part_of_a_statement(nlp: Language, dateline: str, kept: str) -> None:
    told = "workers finished the tunnel in 1987 after nine years of digging"
    record = annotate(nlp, Article(text=f"A tunnel is open.\n\n{dateline}{told}.", id="d"))
    found = [c.content.text for c in record.claims if "finished the tunnel" in c.content.text]
    assert found == [kept + told]


def test_a_dateline_stands_where_a_paragraph_begins(nlp: Language) -> None:
    text = "The road is long. OSLO, Norway (AP) — workers finished the tunnel in 1987 after years of digging."
    found = [c.content.text for c in annotate(nlp, Article(text=text, id="d")).claims]
    assert not any(content.startswith("workers") for content in found)


def test_a_sentence_in_quotation_marks_is_no_statement(nlp: Language) -> None:
    text = "The harbour was closed on Monday after the storm.\n\n“It was the worst night of my whole life.”\n"
    stated = [c.content.text for c in annotate(nlp, Article(text=text, id="q")).claims if c.kind == "statement"]
    assert stated == ["The harbour was closed on Monday after the storm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go …” Ann Lee said. “We will go later.”", "We will go … We will go later"),
        ("“We will go …,” Ann Lee said, “and … come back.”", "We will go … and … come back"),
        ("“… and then it rained … …” Ann Lee said. “… We left.”", "and then it rained … We left"),
    ],
)
def test_an_ellipsis_at_the_end_of_a_span_is_none_between_spans(nlp: Language, text: str, expected: str) -> None:
    claim = annotate(nlp, Article(text=text, id="e")).claims[0]
    assert claim.proposition == expected


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Ann Lee was the 44th President of Norland.", ["Ann Lee was the 44th President of Norland"]),
        ("Bo Berg of the Daily Compass contributed to This Report.", []),
        ("Mayor Ann Lee Opens Harbour Bridge In Oslo.", []),
        ("Here's What The Harbour Plan Means For Oslo.", []),
    ],
)
def test_a_title_has_a_capital_at_its_verb_too(nlp: Language, text: str, stated: list[str]) -> None:
    assert [c.content.text for c in annotate(nlp, Article(text=text, id="h")).claims] == stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            (
                "Fishermen rescued 700 people whose boat sank, and the navy reportedly saved 200 more after they were "
                "found swimming along the coast of Norland, far from the harbour."
            ),
            ["Fishermen rescued 700 people whose boat sank"],
        ),
        (
            "Ann Lee left the old town on Monday, saying that the bridge over the river is old and not safe at all.",
            ["Ann Lee left the old town on Monday"],
        ),
        (
            "The council met Bo Berg in Oslo, who said that the bridge over the river is old and not safe at all.",
            ["The council met Bo Berg in Oslo"],
        ),
        (
            "Ann Lee came to the harbour and denied that the bridge over the river is old and not safe at all.",
            ["Ann Lee came to the harbour"],
        ),
        ("The bridge closed after Ann Lee, the mayor, had said that it was old and not safe at all.", []),
        ("“The bridge is old and ugly, and I think that it is not safe at all for any of us,” Ann Lee said.", []),
        ("Ann Lee came back, and she said that the bridge over the river is old and not safe at all.", []),
        ("Ann Lee denied the claim and said that the bridge over the river is old and not safe at all.", []),
    ],
)
def test_a_clause_before_what_others_say_is_a_statement(nlp: Language, text: str, stated: list[str]) -> None:
    claims = annotate(nlp, Article(text=text, id="h")).claims
    assert [c.content.text for c in claims if c.kind == "statement"] == stated
    assert len(claims) > len(stated)


@pytest.mark.parametrize(
    ("paragraph", "stated"),
    [
        ("Ann Lee stands on the new bridge. She is holding a copy of the plan. Image: Bo Berg.", 0),
        ("The first race was held this week in Oslo. Photo: Daily Compass / Bo Berg", 0),
        ("The first race was held this week in Oslo. (Photo credit: Bo Berg)", 0),
        ("The first race was held this week in Oslo. It had an image: the city was old.", 2),
        ("The first race was held this week in Oslo. Credit: the city paid for all of it.", 1),
    ],
)
def test_a_paragraph_that_ends_in_a_credit_is_a_caption(nlp: Language, paragraph: str, stated: int) -> None:
    text = f"The harbour was closed on Monday after the storm.\n\n{paragraph}\n\nThe road was closed on Monday too."
    assert len(annotate(nlp, Article(text=text, id="h")).claims) == stated + 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was built by a firm from Norland.", None),
        ("The letter was returned by mail to the bank.", None),
        ('The new flag has a "strong rationale" now.', 'a "strong rationale"'),
        ("The new flag has a “strong rationale.”", "a “strong rationale.”"),
        ("The new flag has a strong rationale.", "a strong rationale"),
    ],
)
def test_an_object_has_both_quotation_marks_and_is_no_agent(nlp: Language, text: str, expected: str | None) -> None:
    found = annotate(nlp, Article(text=text, id="t")).claims[0].triple
    assert found is not None
    assert (found.object.text if found.object else None) == expected


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Ann Lee urged the voters to cross the bridge.", ("the voters", "to cross", "the bridge")),
        ("The mayor called on residents to avoid the bridge.", ("residents", "to avoid", "the bridge")),
        ("The new bridge is expected to replace the ferry.", ("The new bridge", "to replace", "the ferry")),
        ("Ann Lee promised to open the bridge.", (None, "to open", "the bridge")),
        ("Ann Lee said that the bridge was “leaning badly.”", ("the bridge", "was “leaning", None)),
        ("Ann Lee said that Bo Berg (D-Va.) built the bridge.", ("Bo Berg (D-Va.)", "built", "the bridge")),
    ],
)
def test_who_does_it(nlp: Language, text: str, triple: tuple[str | None, str, str | None]) -> None:
    claims = annotate(nlp, Article(text=text, id="w")).claims
    found = next(c.triple for c in claims if c.attribution is not None)
    assert found is not None
    parts = (found.subject, found.predicate, found.object)
    assert tuple(part and part.text for part in parts) == triple
