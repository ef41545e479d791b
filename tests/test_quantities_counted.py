"""What a quantity is said of where the words' order, a hyphen or a gap tell more than the nearest arc of the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from factx.quantities.nouns import closed, phrase

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Quantity


def quantities(nlp: Language, text: str) -> tuple[Quantity, ...]:
    found: tuple[Quantity, ...] = nlp(text)._.quantities
    return found


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("The company sold a three-bedroom house.", "bedroom", "house"),
        ("They filed a 52-count civil complaint.", "count", "civil complaint"),
        ("He bought a 2-litre four-cylinder engine.", "litre", "four-cylinder engine"),
        ("It runs a 9,000 barrel-a-day refinery and a port.", "barrel per day", "refinery"),
        ("It comes with an $800 stone pizza oven.", "dollar", "stone pizza oven"),
        ("She named three branches of government.", "branch", "branches of government"),
        ("It came before 10 judges of the Court of Appeals.", "judge", "judges of the Court of Appeals"),
        ("The euro saw further weakening to trade at 1.08 late on Friday.", None, "euro"),
        ("The price of gasoline is currently 18 R.", "R", "price of gasoline"),
        ("The day is longer there: it is 24 hours.", "hour", None),
        ("The march was longer, 24 hours.", "hour", "march"),
        ("The ship lay 50 miles from where the wreck was found.", "mile", "ship"),
        ("Most landed in water 47 feet deep.", "foot", "water"),
        ("They skated through the 10,000-square-foot park.", "square foot", "park"),
        ("They skated past the 12 square-mile lake.", "square mile", "lake"),
        ("He built a one meter high barbed wire fence.", "metre", "barbed wire fence"),
        ("They climbed the 12-foot-high wall.", "foot", "wall"),
        ("NATO will not move one inch to the east.", "inch", None),
        ("Outside Riyadh, some 50 kilometers south of Kirkuk, bombers attacked a base.", "kilometre", None),
        ("The third was killed 80 kilometers southeast of the capital.", "kilometre", None),
        ("The city is 430 km south of the capital.", "kilometre", "city"),
        ("The fence stretches 20 miles north.", "mile", "fence"),
        ("The river rose 12 feet from its bed.", "foot", "river"),
        ("A port city about 150 kilometers southeast of here will host it.", "kilometre", "port city"),
        ("The rocket flew 300 kilometers.", "kilometre", "rocket"),
        ("The committee spent two weeks on the report.", "week", None),
        ("The minister served two years in prison.", "year", None),
        ("The region saw seven years of war.", "year", "war"),
        ("The talks lasted two weeks.", "week", "talks"),
        ("The inspection of the plant took five hours.", "hour", "inspection of the plant"),
        ("They ended a 30-year-long separatist insurgency.", "year", "separatist insurgency"),
        ("They named 12 long roads.", "road", "long roads"),
        ("Two veteran politicians Lee Cheuk-yan and Martin Lee were arrested.", "politician", "veteran politicians"),
        ("Two politicians Anna Berg and Lee Wai-ming left.", "politician", "politicians"),
        ("One sports director Anna Berg left.", "director", "sports director"),
        ("They bought 12 Sports Illustrated covers.", "cover", "Sports Illustrated covers"),
        ("They ran three Boston Marathons.", "Marathon", "Boston Marathons"),
        ("Some 30 villagers are infected with swamp fever.", "villager", "villagers"),
        ("Some 30 villagers who are ill with swamp fever left.", "villager", "villagers"),
        ("They named 12 so-called summits.", "summit", "so-called summits"),
        ("They sent 20 Scud-B missiles.", "missile", "Scud-B missiles"),
        ("He fired two “high-ranking” Afghan officials.", "official", "“high-ranking” Afghan officials"),
        ('He wrote three "open" letters.', "letter", '"open" letters'),
        ('He has 12 "open cases" here.', "case", "open cases"),
    ],
)
def test_one_quantity(nlp: Language, text: str, unit: str | None, counted: str | None) -> None:
    found = quantities(nlp, text)[0]
    assert (found.unit, found.counted and found.counted.text) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A third of the workers earn $15.", "workers"),
        ("Two thirds of those tested were over 35.", "those tested"),
        ("They face a penalty of $52,000 for the bank and $75,000 for the broker.", "penalty"),
        ("Rents rose between 4% and 5% and wages between 6% and 7%.", "wages"),
        ("It has an output of 600 horsepower and goes 100 km/h.", None),
    ],
)
def test_the_last_of_several(nlp: Language, text: str, counted: str | None) -> None:
    last = quantities(nlp, text)[-1].counted
    assert (last and last.text) == counted


def test_a_letter_of_a_code_is_not_counted(nlp: Language) -> None:
    found = quantities(nlp, "They found hundreds of forward deployed Scud-B, Frog-5 and Frog-7 missiles.")[0]
    assert (found.unit, found.counted and found.counted.text) == (
        "missile",
        "forward deployed Scud-B, Frog-5 and Frog-7 missiles",
    )


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ('his " open letters', (1, 4), (2, 4)),  # a mark that none closes, before the noun
        ('open letters " again', (0, 4), (0, 2)),  # and after it
        ('the " open letters " again', (1, 4), (1, 5)),
    ],
)
def test_a_phrase_has_both_marks_of_a_quotation_or_none(
    nlp: Language, words: str, place: tuple[int, int], expected: tuple[int, int]
) -> None:
    doc = Doc(nlp.vocab, words=words.split())
    assert closed(next(t for t in doc if t.text == "letters"), *place) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Half of the population is under twenty-five.", "year"),
        ("About 60 percent of the voters were over 45.", "year"),
        ("Most of the voters are under 30.", "year"),
        ("Nearly half are younger than 18.", "year"),
        ("They led 74 percent to 20 among voters 45 and older.", "year"),
        ("She led canvassers as old as 80.", "year"),
        ("A third of the shares were over 50.", "share"),
        ("The number of the patients was under 70.", None),
        ("All of the voters were over 500.", None),
        ("Half of the patients were over 70 kilos.", "kilogram"),
        ("The shop was under 30.", None),
        ("There were trees older than 12 trees.", "tree"),
    ],
)
def test_an_age_without_its_unit(nlp: Language, text: str, unit: str | None) -> None:
    assert quantities(nlp, text)[-1].unit == unit


def test_those_count_nothing(nlp: Language) -> None:
    share = quantities(nlp, "A third of those screened were obese.")[0]
    assert (share.unit, share.counted) == (None, None)


def test_a_hyphen_that_begins_a_text_ties_nothing(nlp: Language) -> None:
    tags, deps = ["HYPH", "NNS"], ["punct", "ROOT"]
    doc = Doc(nlp.vocab, words=["-", "engines"], heads=[1, 1], deps=deps, pos=["PUNCT", "NOUN"], tags=tags)
    assert phrase(doc[1], frozenset()) == (1, 2)


def test_a_long_chain_of_nouns_is_one_phrase(nlp: Language) -> None:
    length = 4001
    words = ["of" if i % 2 else "parts" for i in range(length)]
    deps = ["prep" if i % 2 else "pobj" for i in range(length)]
    deps[0] = "ROOT"
    pos = ["ADP" if i % 2 else "NOUN" for i in range(length)]
    doc = Doc(nlp.vocab, words=words, heads=[max(0, i - 1) for i in range(length)], deps=deps, pos=pos)
    assert phrase(doc[0], frozenset()) == (0, length)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ann Berg leads by 5 points.", None),
        ("Clinton leads Trump by 5 points.", None),
        ("Ann Berg beat Tom Hale by 5 percentage points.", None),
        ("Berg received 37 percent, according to the poll.", None),
        ("Turnout was 37 percent.", "Turnout"),
        ("Ann Berg's approval rating is 37 percent.", "Ann Berg's approval rating"),
        ("Shares of Microsoft rose 8 percent.", "Shares of Microsoft"),
        ("Microsoft rose 8 percent.", "Microsoft"),
        ("Boeing is 43 percent-owned by the state.", "Boeing"),
    ],
)
def test_a_share_is_of_no_name_that_only_has_it(nlp: Language, text: str, counted: str | None) -> None:
    (found,) = quantities(nlp, text)
    assert (found.counted and found.counted.text) == counted


@pytest.mark.parametrize(("text", "many"), [("At one point the crowd sang.", 0), ("They won by one point.", 1)])
def test_one_point_of_time_is_no_quantity(nlp: Language, text: str, many: int) -> None:
    assert len(quantities(nlp, text)) == many


def test_two_numbers_of_one_noun_count_the_noun_alone(nlp: Language) -> None:
    found = quantities(nlp, "They have two and four big children.")
    assert [(q.value, q.counted and q.counted.text) for q in found] == [(2, "big children"), (4, "big children")]


def test_a_mark_that_a_torn_parse_counts_is_no_empty_phrase(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["three", '"', "now"])
    assert closed(doc[1], 1, 2) == (1, 2)
