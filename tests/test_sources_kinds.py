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
        ("Sarah Hill of Human Rights Watch", "Sarah Hill", None, "Human Rights Watch"),
        ("Tom Hill, from Greenpeace,", "Tom Hill", None, "Greenpeace"),
        ("Nick Bos, of the University of Helsinki,", "Nick Bos", None, "University of Helsinki"),
        ("Jane Roe, with the American Civil Liberties Union,", "Jane Roe", None, "American Civil Liberties Union"),
        ("Mona Hill, 59, of Lund University", "Mona Hill", None, "Lund University"),
        ("Senator Ann Lee of the Labour Party", "Ann Lee", "Senator", "Labour Party"),
        ("Ann Lee of Bergen", "Ann Lee", None, None),
        ("Prime Minister Ann Lee of Norway", "Ann Lee", "Prime Minister", None),
        ("Lee from the start", "Lee", None, None),
        ("One of the highest ranking officials to defect, Hwang Jang Il,", "Hwang Jang Il", "official", None),
        ("One of the lawyers in the case, Tom Reed,", "Tom Reed", "lawyer", None),
        (
            "The head of the Patriotic Union of Norway, Ann Lee,",
            "Ann Lee",
            "head of the Patriotic Union of Norway",
            "Patriotic Union of Norway",
        ),
        ("One of them, UnitedHealth Group,", "UnitedHealth Group", None, None),
        ("Robyn Hill, 23, of Brick, N.J.,", "Robyn Hill", None, None),
        ("NBC’s Dr. Chuck Todd", "Chuck Todd", None, "NBC"),
        ("One of the aides to the mayor, Tom Reed,", "One of the aides to the mayor", None, None),
        ("Undersecretary for Education Mr. Toccafondi", "Toccafondi", "Undersecretary for Education", None),
        ("Minister of Finance Mrs. Lund", "Lund", "Minister of Finance", None),
        ("The wife of Minister Mrs. Lund", "wife of Minister Mrs. Lund", None, "Lund"),
        (
            "Major general Fuad Basya, spokesman for the Indonesian military,",
            "Fuad Basya",
            "spokesman for the Indonesian military",
            "Indonesian military",
        ),
        ("Emeritus Professor Ann Lee, chairman of the panel,", "Ann Lee", "chairman of the panel", None),
        ("Professor Ann Lee, a historian,", "Ann Lee", "Professor", None),
        ("Professor Ann Lee, a member of the panel,", "Ann Lee", "Professor", None),
        ("Senator Ann Lee, chairman of the panel,", "Ann Lee", "Senator", None),
        ("Dr. Ann Lee, head of surgery at the clinic,", "Ann Lee", "head of surgery at the clinic", "clinic"),
        ("Obama's national security advisor James Jones", "James Jones", "national security advisor", "Obama"),
        ("Obama's brother Ned Jones", "Ned Jones", "Obama's brother", "Obama"),
        ("Amanda Reed, the amazing 22-year-old poet,", "Amanda Reed", "poet", None),
        ("The amazing 22-year-old poet Amanda Reed", "Amanda Reed", "poet", None),
        ("U.S. intelligence agencies", "U.S. intelligence agencies", None, "U.S."),
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
        ("The Arts and Humanities Citation Index", "document"),
        ("The Michelin Guide", "document"),
        ("The Oxford English Dictionary", "document"),
        ("The Consumer Price Index", "document"),
    ],
)
def test_kinds_of_common_nouns(nlp: Language, text: str, kind: str) -> None:
    assert only(nlp, f"{text} said that the bridge was unsafe.").kind == kind


def test_a_guide_without_a_title_is_no_document(nlp: Language) -> None:
    assert only(nlp, "Our guide said that the bridge was unsafe.").kind != "document"


def test_agencies_of_a_state_are_not_the_state(nlp: Language) -> None:
    text = "U.S. intelligence agencies said that it was late. The United States said that it rained."
    record = annotate(nlp, Article(text=text, id="a"))
    assert said(record, "late")[1].id != said(record, "rained")[1].id


def test_of_rank_and_office_either_is_what_somebody_is_called(nlp: Language) -> None:
    text = (
        "Major general Bo Berg, spokesman for the army, said that it rained. "
        "The general said that it snowed. The spokesman said that it was cold."
    )
    record = annotate(nlp, Article(text=text, id="r"))
    assert [said(record, words)[1].name for words in ("snowed", "cold")] == ["Bo Berg", "Bo Berg"]


def test_a_title_may_have_an_of_in_it(nlp: Language) -> None:
    text = "Secretary of State John F. Kerry said that it rained. The secretary said that it snowed."
    record = annotate(nlp, Article(text=text, id="k"))
    assert said(record, "rained")[1].role == "Secretary of State"
    assert said(record, "snowed")[1].name == "John F. Kerry"
    assert [m.text for s in record.sources if s.name == "John F. Kerry" for m in s.mentions] == [
        "Secretary of State John F. Kerry",
        "The secretary",
    ]


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Her daughter likes to sing, and students at Mill School in Oslo, Norway, can dance.", None),
        ("He is the hero of the millions of Swedes supporting the idea of a bridge.", None),
        ("The bill was feared by labor unions who said that the law was bad.", None),
        ("A doctor at the clinic said that it was late.", "the clinic"),
    ],
)
def test_nobody_belongs_to_themselves_nor_to_whom_another_clause_tells_of(
    nlp: Language, text: str, affiliation: str | None
) -> None:
    found = {s.affiliation for s in annotate(nlp, Article(text=text, id="a")).sources}
    assert found <= {None, (affiliation or "").removeprefix("the ")}
    assert affiliation is None or None not in found


def test_an_outlet_is_nobody_whatever_its_label(nlp: Language) -> None:
    text = "Politifact checked the claim on Monday. Politifact said that the claim was true. Its editors were late."
    record = annotate(nlp, Article(text=text, id="o"))
    assert said(record, "the claim was true")[1].kind == "media"


@pytest.mark.parametrize(
    ("who", "affiliation"),
    [
        ("Rep. Ada Lund, the top Democrat on the Oversight Committee,", "Oversight Committee"),
        ("Sen. Jan Dahl, chairman of the Banking Committee,", "Banking Committee"),
        ("Rep. Tom Bo, a Republican from Ohio,", None),
        ("Rep. Tom Bo, a friend of Ada Lund,", None),
    ],
)
def test_somebody_with_a_title_belongs_to_where_their_office_is(
    nlp: Language, who: str, affiliation: str | None
) -> None:
    source = said(annotate(nlp, Article(text=f"{who} said that the harbour was deep.", id="o")), "the harbour")[1]
    assert source.affiliation == affiliation
    assert source.role == who.split(maxsplit=1)[0]
