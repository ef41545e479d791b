"""What a source is: its kind, name, role and affiliation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.sourced import said

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Source


def only(nlp: Language, text: str) -> Source:
    """The first source of a text."""
    return annotate(nlp, Article(text=text, id="o")).sources[0]


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov", "Kremlin spokesman", "Kremlin"),
        ("Hugh Hill, a doctor at the clinic,", "Hugh Hill", "doctor at the clinic", "clinic"),
        ("Ann Lee, a historian who saw it,", "Ann Lee", "historian", None),
        ("Tunisia's coach Nabil Maaloul", "Nabil Maaloul", "Tunisia's coach", "Tunisia"),
        ("A spokeswoman for Hillary Clinton", "spokeswoman for Hillary Clinton", None, "Hillary Clinton"),
        ("Mr. Alexander", "Alexander", None, None),
        ("Stein spokeswoman Melezia Figueroa", "Melezia Figueroa", "spokeswoman", None),
        ("Clinton campaign spokesman Brian Fallon", "Brian Fallon", "Clinton campaign spokesman", "Clinton campaign"),
        ("Candidate Gary Johnson’s doctor", "Candidate Gary Johnson’s doctor", None, "Gary Johnson"),
        ("Rep. Joseph Crowley (D-N.Y.), a leading voice,", "Joseph Crowley", "Rep.", None),
        ("Mona Lamberson, 59, of North Philadelphia", "Mona Lamberson", None, None),
        ("NBC’s Chuck Todd", "Chuck Todd", None, "NBC"),
        (
            "Jerry Steinman, publisher of the Beer Herald,",
            "Jerry Steinman",
            "publisher of the Beer Herald",
            "Beer Herald",
        ),
        ("A majority of Americans", "majority of Americans", None, None),
        ("A group of parents with kids", "group of parents with kids", None, None),
        ("Rival Ada Lund", "Ada Lund", None, None),
        ("A defiant Ada Lund", "Ada Lund", None, None),
        ("The late Ada Lund", "Ada Lund", None, None),
        ("Undersecretary of State Nicholas Burns", "Nicholas Burns", "Undersecretary of State", None),
        ("Speaker of the House Ada Lund", "Ada Lund", "Speaker of the House", "House"),
        ("The Portland, Ore., thrift", "thrift", None, None),
        ("A Garden City, N.Y., maker of pens", "maker of pens", None, None),
        ("His rival, Senator Ada Lund,", "Ada Lund", "Senator", None),
        ("A friend of Bo Berg’s brother", "friend of Bo Berg’s brother", None, None),
    ],
)
def test_name_role_and_affiliation(nlp: Language, text: str, name: str, role: str | None, affiliation: str) -> None:
    source = only(nlp, f"{text} said that it was late.")
    assert (source.name, source.role, source.affiliation) == (name, role, affiliation)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A majority of voters", "group"),
        ("Two violinists", "group"),
        ("A violinist", "person"),
        ("New footage", "document"),
        ("A source", "anonymous"),
        ("A senior official who declined to be named", "anonymous"),
        ("An official, who spoke on condition of anonymity,", "anonymous"),
        ("The clinic", "organization"),
        ("Clinton aides", "group"),
        ("A truck maker", "organization"),
        ("Six in 10", "group"),
        ("A lot of people", "group"),
        ("Millions of Americans", "group"),
        ("Those close to him", "group"),
        ("No one", "person"),
        ("One of the mayor’s advisers", "person"),
        ("A group of rabbis", "group"),
        ("The Post", "media"),
        ("The Republican", "person"),
        ("The authorities", "group"),
        ("The superdelegates", "group"),
        ("The real estate magnate", "person"),
        ("Recent polling", "document"),
        ("The party’s platform", "document"),
    ],
)
def test_kinds_of_common_nouns(nlp: Language, text: str, kind: str) -> None:
    assert only(nlp, f"{text} said that the bridge was unsafe.").kind == kind


def test_a_title_may_have_an_of_in_it(nlp: Language) -> None:
    text = "Secretary of State John F. Kerry said that it rained. The secretary said that it snowed."
    record = annotate(nlp, Article(text=text, id="k"))
    assert said(record, "rained")[1].role == "Secretary of State"
    assert said(record, "snowed")[1].name == "John F. Kerry"
    assert [m.text for s in record.sources if s.name == "John F. Kerry" for m in s.mentions] == [
        "Secretary of State John F. Kerry",
        "The secretary",
    ]
