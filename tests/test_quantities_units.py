"""Units: money, measures, rates, dimensions, and what they are said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.quantities.table import entry, table

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Quantity


def one(nlp: Language, text: str) -> Quantity:
    (found,) = nlp(text)._.quantities
    assert found.text == text[found.start : found.end]
    quantity: Quantity = found
    return quantity


@pytest.mark.parametrize(
    ("text", "unit", "words", "dimension"),
    [
        ("It cost US$5 million.", "dollar", "US$", "currency"),
        ("It cost HK $5 million.", "hong kong dollar", "HK $", "currency"),
        ("It cost EUR50m.", "euro", "EUR", "currency"),
        ("It cost 5 Swiss francs.", "swiss franc", "Swiss francs", "currency"),
        ("It cost 5 Danish crowns.", "danish krone", "Danish crowns", "currency"),
        ("It cost 50p.", "penny", "p", "currency"),
        ("It cost millions of dollars.", "dollar", "dollars", "currency"),
        ("It is 12 km long.", "kilometre", "km", "length"),
        ("It covers 12 km².", "square kilometre", "km²", "area"),
        ("It covers 12 square miles.", "square mile", "square miles", "area"),
        ("It runs at 2.4Ghz.", "gigahertz", "Ghz", "frequency"),
        ("The sign is 30' high.", "foot", "'", "length"),
        ("It rose 25 basis points.", "basis point", "basis points", "ratio"),
        ("It rose 2 percentage points.", "percentage point", "percentage points", "ratio"),
        ("Sales grew sixfold.", "fold", "sixfold", "ratio"),
        ("It was 20 degrees Celsius.", "celsius", "degrees Celsius", "temperature"),
        ("He lost 20 pounds.", "pound-mass", "pounds", "mass"),
        ("It carried 20 passengers.", "passenger", "passengers", "count"),
        ("He averages 15.3 ppg.", "point per game", "ppg", "sport statistic"),
        ("The board is 2 in.", "inch", "in", "length"),
        ("It makes 640bhp.", "brake horsepower", "bhp", "power"),
        ("It failed at 8.9 ksi.", "kilopound per square inch", "ksi", "pressure"),
    ],
)
def test_a_unit_has_a_name_its_words_and_a_dimension(
    nlp: Language, text: str, unit: str, words: str, dimension: str
) -> None:
    found = one(nlp, text)
    assert (found.unit, found.unit_text, found.dimension) == (unit, words, dimension)


@pytest.mark.parametrize(
    ("text", "unit", "per", "dimension"),
    [
        ("He drove at 100 km per hour.", "kilometre per hour", "hour", "speed"),
        ("He drove at 100 feet per second.", "foot per second", "second", "speed"),
        ("It cost $5 a share.", "dollar per share", "share", "currency per count"),
        ("They earn $15 an hour.", "dollar per hour", "hour", "currency per time"),
        ("It pumps 3 million barrels of oil per day.", "barrel per day", "day", "flow"),
        ("It has 14 million visitors per month.", "visitor", "month", "count per time"),
        ("It cost $5 per square foot.", "dollar per square foot", "square foot", "currency per area"),
        ("There were 15 deaths per 100,000 people.", "death", "100,000 people", "count per count"),
    ],
)
def test_a_rate_says_what_it_is_per(nlp: Language, text: str, unit: str, per: str, dimension: str) -> None:
    found = one(nlp, text)
    assert (found.unit, found.per, found.dimension) == (unit, per, dimension)


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("Some 600 Russian citizens are waiting.", 600, "citizen", "Russian citizens"),
        ("Thousands of Russian citizens are waiting.", None, "citizen", "Russian citizens"),
        ("The dead numbered 40.", 40, "dead", "dead"),
        ("Deaths rose to 12.", 12, "death", "Deaths"),
        ("The death toll rose to 12.", 12, None, "death toll"),
        ("Core inflation rose 3 percent.", 3, "percentage", "Core inflation"),
        ("They pay a 25 percent tax.", 25, "percentage", "tax"),
        ("It had revenue of $5 million.", 5000000, "dollar", "revenue"),
        ("About 60 percent of voters agree.", 60, "percentage", "voters"),
        ("He bought a notebook for $5.", 5, "dollar", "notebook"),
        ("One in five Americans agree.", 0.2, "American", "Americans"),
        ("The S&P 500 rose 3 percent.", 3, "percentage", "S&P 500"),
        ("A 15 percent drop in sales hit the firm.", 15, "percentage", "drop in sales"),
        ("It led a rally in bank stocks, which were up 3 percent.", 3, "percentage", "bank stocks"),
        ("Sales rose by a third.", 1 / 3, None, "Sales"),
        ("The plan cut the budget by $5 million.", 5000000, "dollar", "budget"),
        ("It cost $5 million in Trump company losses.", 5000000, "dollar", "Trump company losses"),
        ("He owns 5 SUVs.", 5, "SUV", "SUVs"),
        ("The bill would add $5 million to the deficit.", 5000000, "dollar", "deficit"),
        ("It is a market worth over $5 million.", 5000000, "dollar", "market"),
        ("It wiped $5 million off the value of the company.", 5000000, "dollar", "value of the company"),
        ("They got 50 percent off a new phone.", 50, "percentage", "new phone"),
        ("Global trade saw a 5 percent rebound.", 5, "percentage", "Global trade"),
        ("The index fell to a low of 64 points.", 64, "point", "index"),
        ("More than 60 percent of the Fortune 500 agree.", 60, "percentage", "Fortune 500"),
        ("It trades at 1.4 times book value.", 1.4, "time", "book value"),
        ("The rate is 10 times the national average.", 10, "time", "national average"),
        ("She has a 6-month-old baby.", 6, "month", "baby"),
        ("Children under the age of 5 died.", 5, "year", "Children"),
        ("Gains were led by bank stocks, which were up 3 percent.", 3, "percentage", "bank stocks"),
        ("Top scorers: John Smith (13.2 ppg)", 13.2, "point per game", "John Smith"),
    ],
)
def test_what_is_counted_or_measured_is_found_through_the_parse(
    nlp: Language, text: str, value: float | None, unit: str | None, counted: str
) -> None:
    found = one(nlp, text)
    assert (found.value, found.unit) == (value, unit)
    assert found.counted is not None
    assert found.counted.text == counted


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It holds 45 and 50 mg.", ["milligram", "milligram"]),
        ("Oil fell from $75 per barrel to 45.", ["dollar per barrel", "dollar per barrel"]),
        ("Growth slowed from 4.8 to 4.7 percent.", ["percentage", "percentage"]),
        ("Index funds rose 64 points to 4,577.", ["point", "point"]),
        ("It will offer 435 homes by open sale and 187 by tender.", ["home", "home"]),
        ("It has 10 judges rather than 11.", ["judge", "judge"]),
        ("It raised 280 million of the 500 million euros.", ["euro", "euro"]),
        ("They sell four-, five- and six-cylinder cars.", ["cylinder", "cylinder", "cylinder"]),
        ("At least 45 people were killed and more than 100 wounded.", ["people", "people"]),
        ("The team won 98 games, 14 more than last year.", ["game", "game"]),
        ("They gave her 45 and 50 mg ethanol.", ["milligram", "milligram"]),
        ("Output was 29 million barrels, 500,000 fewer than in June.", ["barrel", "barrel"]),
        ("It has 987 subsidiaries abroad, 537 of which are in Bermuda.", ["subsidiary", "subsidiary"]),
    ],
)
def test_a_unit_written_once_is_shared(nlp: Language, text: str, units: list[str]) -> None:
    found = nlp(text)._.quantities
    assert [q.unit for q in found] == units
    assert None in [q.unit_text for q in found]


def test_ends_of_a_change_share_what_they_are_per(nlp: Language) -> None:
    before, after = nlp("Oil fell from $75 per barrel to $45.")._.quantities
    assert (before.unit, before.per) == (after.unit, after.per) == ("dollar per barrel", "barrel")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It offered C$6 (US$4.46) per share.", ["canadian dollar per share", "dollar per share"]),
        ("It offered C$6 per share (US$4.46).", ["canadian dollar per share", "dollar per share"]),
        ("It offered C$6 (US$4.46) in cash.", ["canadian dollar", "dollar"]),
        ("It failed at 890 psi (6.1 MPa).", ["pound per square inch", "megapascal"]),
        ("It was 20 C (68 F) outside.", ["celsius", "fahrenheit"]),
    ],
)
def test_an_amount_in_two_units_is_per_one_thing(nlp: Language, text: str, units: list[str]) -> None:
    assert [q.unit for q in nlp(text)._.quantities] == units


def test_a_length_in_two_units_is_of_one_thing(nlp: Language) -> None:
    found = nlp("It has 8 miles (13 kilometres) of new tunnels.")._.quantities
    assert [q.counted.text for q in found] == ["new tunnels", "new tunnels"]


def test_what_comes_in_exchange_is_not_what_an_amount_is_of(nlp: Language) -> None:
    assert one(nlp, "They got $5 million in exchange for the house.").counted is None


def test_a_share_of_a_part_is_of_what_its_whole_is_of(nlp: Language) -> None:
    (_, part) = nlp("It holds 25 percent of all inmates, 40 percent of whom are young.")._.quantities
    assert (part.unit, part.counted.text) == ("percentage", "inmates")


@pytest.mark.parametrize(
    "text",
    [
        "when she was six.",
        "He will be 35 by the end of May.",
        "The average age is 42.",
        "The suspect, 27, was held.",
        "people under 30 voted.",
        "a 63-year-old left.",
    ],
)
def test_an_age_is_in_years(nlp: Language, text: str) -> None:
    assert one(nlp, text).unit == "year"


@pytest.mark.parametrize(("symbol", "name"), [("mW", "milliwatt"), ("MW", "megawatt"), ("ghz", "gigahertz")])
def test_short_symbols_mind_their_case_and_long_ones_do_not(symbol: str, name: str) -> None:
    found = entry(symbol, glued=True)
    assert found is not None
    assert found.name == name


def test_a_symbol_that_is_a_word_in_lower_case_minds_its_case() -> None:
    assert entry("WAR", glued=False) is not None
    assert entry("war", glued=False) is None


def test_a_letter_is_a_unit_only_where_it_is_glued() -> None:
    assert entry("K", glued=False) is None
    assert entry("K", glued=True) is not None


def test_every_unit_has_a_name_of_its_own_words_and_a_dimension() -> None:
    for word, unit in (*table().words.items(), *table().symbols.items()):
        assert word
        assert unit.name
        assert unit.dimension
