"""How much: numbers, what compares them, and what they count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from factx.dates import make_dates
from factx.quantities import make_quantities

if TYPE_CHECKING:
    from factx.record import Quantity

NLP = spacy.blank("en")
DATES, QUANTITIES = make_dates(NLP, "factx_dates"), make_quantities(NLP, "factx_quantities")


def annotated(doc: Doc) -> tuple[Quantity, ...]:
    doc = QUANTITIES(DATES(doc))
    found: tuple[Quantity, ...] = doc._.quantities
    assert all(q.text == doc.text[q.start : q.end] for q in found)
    assert all(q.counted is None or q.counted.text == doc.text[q.counted.start : q.counted.end] for q in found)
    json.dumps([q.value for q in found], allow_nan=False)
    return found


def quantities(text: str, **entities: str) -> tuple[Quantity, ...]:
    """The quantities of a text without a parse; ``entities`` are labels with the words they stand on."""
    doc = NLP.make_doc(text)
    spans = [doc.char_span(text.index(w), text.index(w) + len(w), label=e) for e, w in entities.items()]
    doc.ents = [span for span in spans if span is not None]
    return annotated(doc)


def one(text: str, **entities: str) -> Quantity:
    (found,) = quantities(text, **entities)
    return found


def parsed(rows: str) -> Doc:
    """A document of rows "word/POS/TAG/head/dep", the head counted from the word itself."""
    fields = [row.split("/") for row in rows.split()]
    heads = [i + int(f[3]) for i, f in enumerate(fields)]
    return Doc(
        NLP.vocab,
        words=[f[0] for f in fields],
        pos=[f[1] for f in fields],
        tags=[f[2] for f in fields],
        heads=heads,
        deps=[f[4] for f in fields],
        lemmas=[f[0] for f in fields],
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600", 600),
        ("1,200", 1200),
        ("12,34,567", 1234567),
        ("3.5", 3.5),
        (".5", 0.5),
        ("1.2 million", 1200000),
        ("3.5bn", 3500000000),
        ("twenty-five", 25),
        ("two hundred", 200),
        ("two hundred and five", 205),
        ("one million three hundred thousand", 1300000),
        ("half a million", 500000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("2½", 2.5),
        ("1 1/2", 1.5),
        ("two and a half", 2.5),
        ("two-and-a-half", 2.5),
        ("3-and-a-half", 3.5),
        ("two and a half million", 2500000),
        ("a million and a half", 1500000),
        ("a quarter million", 250000),
        ("two point five", 2.5),
        ("two-thirds", 2 / 3),
        ("a quarter of a million", 250000),
        ("one in five", 0.2),
        ("nine out of ten", 0.9),
        ("eight of 10", 0.8),
        ("2.998×10−8", 2.998e-8),
        ("minus 5", -5),
        ("-5", -5),
        ("12k", 12000),
        ("9007199254740993", float(2**53)),
        ("1" * 40, float("1" * 40)),
    ],
)
def test_numbers_in_figures_and_words(text: str, value: float) -> None:
    found = one(f"{text} tents")
    assert (found.text, found.value) == (text, value)
    assert isinstance(found.value, type(value))


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "unit_text"),
    [
        ("$3 million", "$3 million", 3000000, "dollar", "$"),
        ("€5", "€5", 5, "euro", "€"),
        ("$5m", "$5m", 5000000, "dollar", "$"),
        ("3 million euros", "3 million", 3000000, "euro", "euros"),
        ("12%", "12%", 12, "percentage", "%"),
        ("12 percent", "12 percent", 12, "percentage", "percent"),
        ("5 percentage points", "5", 5, "percentage point", "percentage points"),
        ("5km", "5", 5, "kilometre", "km"),
        ("a 10-mile road", "10", 10, "mile", "mile"),
        ("60 miles per hour", "60", 60, "mile per hour", "miles per hour"),
        ("35m people", "35m", 35000000, None, None),
        ("a 100m race", "100", 100, "metre", "m"),
    ],
)
def test_units_of_the_tables(text: str, span: str, value: float, unit: str | None, unit_text: str | None) -> None:
    found = one(text)
    assert (found.text, found.value, found.unit, found.unit_text) == (span, value, unit, unit_text)


@pytest.mark.parametrize(
    ("text", "comparator", "approximate"),
    [
        ("600", "=", False),
        ("Nearly 600", "<", True),
        ("about 600", "=", True),
        ("More than 600", ">", False),
        ("over $600", ">", False),
        ("more than a dozen", ">", False),
        ("just over 600", ">", True),
        ("at least 600", ">=", False),
        ("at least some 600", ">=", True),
        ("no fewer than 600", ">=", False),
        ("up to 600", "<=", False),
        ("as many as 600", "<=", False),
        ("fewer than 600", "<", False),
        ("600 or more", ">=", False),
        ("5 km or less", "<=", False),
        ("600+", ">=", False),
        ("not exceeding 600", "<=", False),
        ("can't exceed 600", "<=", False),
        ("no shorter than 600", ">=", False),
        ("not nearly 600", "<", True),
        ("the best part of 600", "<", True),
        ("past $600", ">", False),
        ("climbed past 600", ">", False),
        ("walked past 600", "=", False),
        ("not to exceed 600", "<=", False),
        ("the past 600", "=", False),
        ("in the past about 600", "=", True),
        ("near $600", "=", True),
        ("as young as 600", ">=", False),
        ("600 at the most", "<=", False),
        ("600, give or take", "=", True),
        ("600 and counting", ">=", False),
        ("inched back up to 600", "=", False),
    ],
)
def test_comparator_and_approximation_are_two_things(text: str, comparator: str, approximate: bool) -> None:  # noqa: FBT001
    assert (one(text).comparator, one(text).approximate) == (comparator, approximate)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds", 100, 1000),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of millions", 10**8, 10**9),
        ("dozens", 24, None),
        ("scores of tents", 40, None),
        ("several", 3, None),
        ("several hundred", 300, None),
    ],
)
def test_a_vague_many_is_a_range_and_approximate_where_it_has_no_upper_end(
    text: str, low: int, high: int | None
) -> None:
    found = one(text)
    assert (found.value, found.low, found.high, found.approximate) == (None, low, high, high is None)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("10-15 tents", "10-15", 10, 15),
        ("between 10 and 15 tents", "10 and 15", 10, 15),
        ("5 to 6 tents", "5 to 6", 5, 6),
        ("$3-4 million", "$3-4 million", 3000000, 4000000),
        ("$62 to $68", "$62 to $68", 62, 68),
        ("between 5% and 6%", "5% and 6%", 5, 6),
        ("44 mg to 50 mg", "44 mg to 50", 44, 50),
        ("8- to 16-metre", "8- to 16", 8, 16),
        ("two or three tents", "two or three", 2, 3),
        ("tickets from $62 to $68", "$62 to $68", 62, 68),
        ("rose by 3 to 5 percent", "3 to 5 percent", 3, 5),
        ("lost 20-30 players", "20-30", 20, 30),
        ("the ages of 17 and 20", "17 and 20", 17, 20),
        ("a 10-to-15-year sentence", "10-to-15", 10, 15),
        ("5m-6m cars", "5m-6m", 5000000, 6000000),
        ("from 450 sq ft up to 900 sq ft", "450 sq ft up to 900", 450, 900),
    ],
)
def test_a_range_is_one_quantity(text: str, span: str, low: float, high: float) -> None:
    found = one(text)
    assert (found.text, found.value, found.low, found.high) == (span, None, low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rose 3.2% to $1.4 billion from $1.3bn", [("up", "by"), ("up", "to"), ("up", "from")]),
        ("fell by about 12% to 3,400", [("down", "by"), ("down", "to")]),
        ("fell from 5% to 3%", [("down", "from"), ("down", "to")]),
        ("an increase of 5%", [("up", "by")]),
        ("a 5% drop", [("down", "by")]),
        ("declines of 5%", [("down", "by")]),
        ("rose a whopping 5%", [("up", "by")]),
        ("fell by half", [("down", "by")]),
        ("edged up to 4.2%", [("up", "to")]),
        ("dropped below 10%", [("down", "to")]),
        ("dropped as low as 10%", [("down", "to")]),
        ("up 3%", [("up", "by")]),
        ("set up 20 tents", [(None, None)]),
        ("added 1.1%", [("up", "by")]),
        ("added 12 points", [("up", "by")]),
        ("added 12 km", [(None, None)]),
        ("added $12", [(None, None)]),
        ("lost 20 tons of ice", [(None, None)]),
        ("adds up to 5%", [(None, None)]),
        ("boiling down to 5%", [(None, None)]),
        ("whittled down to 5%", [("down", "to")]),
        ("five weeks this fall", [(None, None)]),
        ("up to 50 tents", [(None, None)]),
    ],
)
def test_change_holds_for_every_number_of_the_change(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(q.change, q.change_role) for q in quantities(text)] == expected


def test_the_ends_of_a_change_share_their_unit() -> None:
    assert [q.unit for q in quantities("fell from 4.8 to 4.7 percent")] == ["percentage", "percentage"]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("11,00", (1100, 11000)),
        ("1,0000", (10000, 1000)),
        ("3..5", (3.5, 35)),
        ("12,5", (125, 12500, 12.5)),
        ("1.200.000", (1200000,)),
        ("1.000,50", (1000.5,)),
    ],
)
def test_malformed_numbers_are_flagged_with_their_readings(text: str, readings: tuple[float, ...]) -> None:
    doc = QUANTITIES(DATES(NLP.make_doc(f"Over {text} tents")))
    (found,) = doc._.quantities
    assert (found.text, found.value, found.comparator) == (text, None, ">")
    assert (found.flags, found.readings) == (("malformed-number",), readings)
    assert [(n.code, n.span) for n in doc._.notices] == [("malformed-number", (5, 5 + len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "He won 3-1.",
        "the 5-4 vote",
        "the 7th man",
        "the first man",
        "in 2012 he",
        "version 3.2.1",
        "Section 427",
        "No. 1",
        "COVID-19 and G20",
        "call 555-123-4567 now",
        "call +44 20 7946 0958 now",
        "agent 007",
        "at 14:05 he",
        "open 24/7",
        "https://a.example/600/7 there",
        "one of them",
        "221 Baker Street",
        "won 3 to 1",
        "A.D. 1000",
        "truths: one, that he left, and, two, that he came back",
        'id="123" he',
        "the shirt (4) he",
        "Chelsea – 3",
        "a 2-to-1 vote",
        "a high-five",
        "the number one fan",
        "in Round Two",
        "in her 20s",
        "in the 90’s",
        "131 West 23rd Street",
        "the Fortune 500 firms",
        "S&P 500 minis",
        "the 90049 ZIP Code",
        "won 2 – 1",
        "Sweden 1 – 0 Korea",
        "their Model 3s sold",
    ],
)
def test_ordinals_labels_scores_and_the_like_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_numbers_in_names_are_no_quantities() -> None:
    assert quantities("The Group of 20 met", ORG="Group of 20") == ()


def test_numbers_in_dates_are_taken_but_durations_stand_in_both() -> None:
    assert quantities("on Oct. 7 he", DATE="Oct. 7") == ()
    assert quantities("two years ago", DATE="two years ago") == ()
    found = one("for three years he", DATE="three years")
    assert (found.text, found.value, found.unit) == ("three", 3, "year")


@pytest.mark.parametrize("text", ["a 42-year-old man", "a man aged 42", "he is 42 years old", "people over 42"])
def test_ages_are_years(text: str) -> None:
    assert (one(text).value, one(text).unit) == (42, "year")


def test_a_number_between_commas_after_a_person_is_an_age() -> None:
    assert one("Dmitry Peskov, 56, said", PERSON="Dmitry Peskov").unit == "year"


def test_what_is_counted_hangs_on_the_parse() -> None:
    (found,) = annotated(
        parsed(
            "Nearly/ADV/RB/1/advmod 600/NUM/CD/2/nummod Russian/ADJ/JJ/1/amod "
            "citizens/NOUN/NNS/1/nsubj wait/VERB/VBP/0/ROOT"
        )
    )
    assert (found.text, found.unit, found.unit_text) == ("600", "citizen", "citizens")
    assert found.counted is not None
    assert found.counted.text == "Russian citizens"


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("people/NOUN/NNS", "people"),
        ("children/NOUN/NNS", "child"),
        ("Palestinians/PROPN/NNPS", "Palestinian"),
        ("boxes/NOUN/NNS", "box"),
        ("cities/NOUN/NNS", "city"),
    ],
)
def test_a_unit_is_a_singular(noun: str, unit: str) -> None:
    (found,) = annotated(parsed(f"80/NUM/CD/1/nummod {noun}/1/nsubj left/VERB/VBD/0/ROOT"))
    assert found.unit == unit


def test_dozens_of_houses_are_houses() -> None:
    (found,) = annotated(
        parsed("Dozens/NOUN/NNS/3/nsubj of/ADP/IN/-1/prep houses/NOUN/NNS/-1/pobj burned/VERB/VBD/0/ROOT")
    )
    assert (found.low, found.unit) == (24, "house")


def test_a_number_after_its_noun_is_a_label() -> None:
    rows = "Apollo/PROPN/NNP/2/nsubj 12/NUM/CD/-1/nummod landed/VERB/VBD/0/ROOT"
    assert annotated(parsed(rows)) == ()


def test_a_part_names_its_whole() -> None:
    first, second = quantities("80 tents, including more than 40 tents")
    assert (first.part_of, second.part_of) == (None, first.id)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "9" * 90 + " million" * 50,
        "hundred " * 2000,
        "5 people, 6 and " * 2000,
        "2^" * 2000 + "1e" * 2000 + "2",
        "million and a half " * 2000,
        "1,1" * 2000,
        "1-" * 2000 + "1",
        "5" + "½" * 50,
        "٣٤ x²",
        "-",
        "",
    ],
)
def test_numbers_survive_anything(text: str) -> None:
    quantities(text)


def test_a_fraction_of_one_percent_is_a_percentage() -> None:
    found = one("less than half of 1 percent")
    assert (found.text, found.value, found.unit, found.comparator) == ("half of 1 percent", 0.5, "percentage", "<")


@pytest.mark.parametrize(
    ("text", "value"),
    [("outnumbered 3 to 1", 3), ("a 3-to-1 ratio", 3), ("odds of 5 to 2", 2.5), ("a ratio of 3:1", 3)],
)
def test_odds_say_how_many_times(text: str, value: float) -> None:
    assert (one(text).value, one(text).unit) == (value, "ratio")


def test_plus_or_minus_is_no_minus() -> None:
    assert one("plus or minus 4 points").value == 4


@pytest.mark.parametrize("text", ["18 percent, or less than a third", "50 tents and over 80 cars"])
def test_a_phrase_compares_the_number_that_it_stands_before(text: str) -> None:
    assert [q.comparator != "=" for q in quantities(text)] == [False, True]


@pytest.mark.parametrize(
    "text", ["at 3:15", "won 3:1", "by half-time", "a 16:9 screen", "until nearly 2 a.m.", "between A.D. 1000 and 1260"]
)
def test_clock_times_scores_years_and_the_like_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("20 dollars 43 cents", 20.43, "dollar"), ("3 pounds and 50 pence", 3.5, "pound sterling")],
)
def test_notes_and_coins_are_one_amount(text: str, value: float, unit: str) -> None:
    assert (one(text).value, one(text).unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("more than 7.5 million Danish crowns ($1.1 million)", [">", ">"]),
        ("over 5 miles, or 8 km", [">", ">"]),
        ("about 5 miles (8 km)", ["=", "="]),
        ("more than 5 miles (3 percent)", [">", "="]),
    ],
)
def test_a_bound_holds_for_the_same_amount_in_another_unit(text: str, comparators: list[str]) -> None:
    assert [q.comparator for q in quantities(text)] == comparators


def test_a_year_ago_is_no_rate() -> None:
    assert one("$4.5 billion a year ago").unit == "dollar"
    assert one("$4.5 billion a year").unit == "dollar per year"


@pytest.mark.parametrize("text", ["about 1000 came", "more than 5000 or so"])
def test_a_number_that_seldom_is_a_year_is_an_amount_though_a_date_was_seen(text: str) -> None:
    label = text[: text.index("000") + 3]
    assert one(text, DATE=label).value in (1000, 5000)
