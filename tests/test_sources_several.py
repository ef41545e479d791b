"""Several sources in one breath: one of its own, beside what each of them says alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.sourced import said

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Record, Source


def read(nlp: Language, text: str) -> Record:
    return annotate(nlp, Article(text=text, id="s"))


def sources(record: Record) -> list[Source]:
    """Of each attributed claim in turn."""
    by_id = {source.id: source for source in record.sources}
    return [by_id[c.attribution.source_id or ""] for c in record.claims if c.attribution]


TWO = """Senators Ada Lund and Bo Berg said that the harbour would close.

Mr. Berg said on Friday that the ferry was late.

Lund and Berg said the pier was safe. They said that it would stay open.
"""


def test_two_senators_are_a_group_and_each_is_a_person(nlp: Language) -> None:
    both, berg, again, they = sources(read(nlp, TWO))
    assert (both.name, both.kind, both.role, both.affiliation) == ("Senators Ada Lund and Bo Berg", "group", None, None)
    assert (berg.kind, berg.role) == ("person", None)
    assert both.id == again.id == they.id != berg.id
    assert [m.text for m in berg.mentions] == ["Bo Berg", "Mr. Berg"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Both the Transport Ministry and the Port Authority",
            "Transport Ministry and the Port Authority",
            "organization",
        ),
        ("Ada Lund and her aides", "Ada Lund and her aides", "group"),
        ("The mayor and his wife", "mayor and his wife", "group"),
        ("Red Cross and ambulance officials", "Red Cross and ambulance officials", "group"),
        ("Police and prosecutors", "Police and prosecutors", "group"),
    ],
)
def test_name_and_kind(nlp: Language, text: str, name: str, kind: str) -> None:
    (source,) = sources(read(nlp, f"{text} said that the bridge was unsafe."))
    assert (source.name, source.kind, source.role) == (name, kind, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Lund, the founder and owner of the mill,", "Ada Lund"),
        ("The founder and owner of the mill", "founder and owner of the mill"),
        ("Adam B. Schiff, a Democrat of California and a member of the council,", "Adam B. Schiff"),
        ("The Securities and Exchange Commission", "Securities and Exchange Commission"),
    ],
)
def test_one_with_two_nouns_is_one(nlp: Language, text: str, name: str) -> None:
    (source,) = sources(read(nlp, f"{text} says that the bridge is unsafe."))
    assert source.name == name
    assert source.kind in ("person", "organization")


def test_they_are_all_of_them(nlp: Language) -> None:
    text = "Tanzanian police and FBI agents said they had made discoveries. They refused to provide details."
    assert {s.name for s in sources(read(nlp, text))} == {"Tanzanian police and FBI agents"}


def test_it_is_one_of_them(nlp: Language) -> None:
    text = "Orkem and Coates said a merger was near. It said that prices would rise."
    assert sources(read(nlp, text))[1].name != "Orkem and Coates"


@pytest.mark.parametrize(
    "who",
    [
        "President Bo Berg and his wife Ada",
        "President Bo Berg and his wife Ada Berg",
        "Candidate Ann Lee and her running mate Bo Moe",
    ],
)
def test_somebody_and_his_wife_with_their_names_are_two(nlp: Language, who: str) -> None:
    record = annotate(nlp, Article(text=f"{who} said that the harbour was deep.", id="w"))
    source = said(record, "the harbour was deep")[1]
    assert (source.name, source.kind, source.role) == (who, "group", None)
