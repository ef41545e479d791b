"""Who "I" and "we" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.sourced import said

if TYPE_CHECKING:
    from spacy.language import Language


def speakers(nlp: Language, text: str, *contents: str) -> list[str]:
    """Ids and names of who says what holds these words."""
    record = annotate(nlp, Article(text=text, id="v"))
    return [f"{source.id} {source.name}" for words in contents for source in (said(record, words)[1],)]


def test_we_are_the_officials_who_say_it(nlp: Language) -> None:
    record = annotate(nlp, Article(text="Officials said “we urge all citizens to stay at home.”", id="w"))
    assert {source.name for source in record.sources} == {"Officials"}


def test_we_are_not_the_one_who_says_it(nlp: Language) -> None:
    record = annotate(nlp, Article(text="“We know that it is late,” said Ann Lee.", id="w"))
    assert {source.name for source in record.sources} == {"Ann Lee", "We"}


def test_i_am_the_one_whose_turn_it_is(nlp: Language) -> None:
    text = (
        "Lucy Hall: I am happy. I think that the race is long.\n\n"
        "Tom Reed: It is late. I believe that the harbour is deep.\n\n"
        "I know that the water is cold."
    )
    first, second, nobody = speakers(nlp, text, "the race is long", "the harbour is deep", "the water is cold")
    assert (first[3:], second[3:], nobody[3:]) == ("Lucy Hall", "Tom Reed", "I")


def test_in_an_interview_i_may_be_either(nlp: Language) -> None:
    text = (
        "What do you think of the race?\n\nI think that the race is long.\n\n"
        "I know that the sea is rough. Where were you?\n\nI believe that the harbour is deep.\n\n"
        "Was it cold?\n\nNo.\n\nWere you late?\n\nYes.\n"
    )
    assert len(set(speakers(nlp, text, "the race is long", "the sea is rough", "the harbour is deep"))) == 3


def test_in_an_article_i_am_its_author(nlp: Language) -> None:
    text = "I think that the race is long.\n\nI believe that the harbour is deep. Why is it so deep?\n"
    assert len(set(speakers(nlp, text, "the race is long", "the harbour is deep"))) == 1


def test_a_word_and_a_colon_are_no_turn(nlp: Language) -> None:
    text = "Update: I think that the race is long.\n\nI believe that the harbour is deep.\n"
    assert len(set(speakers(nlp, text, "the race is long", "the harbour is deep"))) == 1


def test_we_in_what_a_group_is_said_to_hold_are_not_the_group(nlp: Language) -> None:
    record = annotate(nlp, Article(text="Realists say that we know that the sea is deep.", id="w"))
    assert {source.name for source in record.sources} == {"Realists", "we"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Ada Lund believes that I say what I want and I think that it is late,” Rita Moe said.", "Rita Moe"),
        ("“Ada Lund told me, ‘I believe that it will rain,’” Rita Moe said.", "Ada Lund"),
        ("Rita Moe said that Ada Lund believes “I think it rains.”", "Ada Lund"),
    ],
)
def test_i_in_a_quotation_am_its_speaker_whatever_it_is_told_in(nlp: Language, text: str, who: str) -> None:
    record = annotate(nlp, Article(text=text, id="i"))
    told = (c.attribution for c in record.claims if c.attribution and c.attribution.source)
    ids = {a.source_id for a in told if a.source and a.source.text == "I"}
    assert [s.name for s in record.sources if s.id in ids] == [who]
