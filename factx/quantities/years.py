"""Years: "in 2012", "the 2012 election", "in 1066", "A.D. 1000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.nouns import PLURALS

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from factx.quantities.amounts import Amount
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number

YEARS = range(1500, 2101)
RECENT = range(1900, 2051)
EARLY_YEARS = range(300, 1500)
YEAR_FIGURES = (3, 4)


def is_year(lexemes: Lexemes, amount: Amount, tokens: Tokens) -> bool:
    """Four figures of the last centuries with nothing to count: "in 2012", "the 2012 election"; and those of an era."""
    number = amount.number
    figures = lexemes.items[number.start].text
    if number.written or amount.unit is not None:
        return False
    if _has_era(lexemes, number):
        return True
    if number.start != number.last or len(figures) not in YEAR_FIGURES or not figures.isdigit():
        return False
    before = lexemes.lower(number.first - 1, number.first)
    if int(figures) not in YEARS:
        return before == "in" and int(figures) in EARLY_YEARS and not _modifies(tokens)
    if before == "of" and _is_sum(lexemes, int(figures), number.first - 2, tokens):
        return False
    return before in load("numbered")["year_words"] or not counts_plural(tokens)


def _is_sum(lexemes: Lexemes, value: int, i: int, tokens: Tokens) -> bool:
    """As in "an average of 1500", "a survey of 1709 children"; not "the class of 1968"."""
    return lexemes.lower(i, i + 1) in load("numbered")["light"] or (value not in RECENT and counts_plural(tokens))


def _modifies(tokens: Tokens) -> bool:
    """Whether a number stands before a noun."""
    return tokens.root.dep_ != "pobj"


def _has_era(lexemes: Lexemes, number: Number) -> bool:
    """As in "A.D. 1000", "44 BC"."""
    eras = load("numbered")["eras"]
    after = lexemes.at(number.last + 1, number.first)
    if after is not None and after.text in eras:
        return True
    if _is_before(lexemes, number.first, eras):
        return True
    other = lexemes.at(number.first - 2, number.first)  # "between A.D. 1000 and 1260"
    paired = lexemes.lower(number.first - 1, number.first) in load("numbered")["year_joins"]
    return paired and other is not None and other.kind == "figure" and _is_before(lexemes, number.first - 2, eras)


def _is_before(lexemes: Lexemes, i: int, eras: list[str]) -> bool:
    before = [lexemes.at(j, i) for j in range(i - 4, i)]
    spelt = "".join(b.text for b in before if b is not None and b.text != ".")
    return any(spelt.endswith(era) for era in eras)


def counts_plural(tokens: Tokens) -> bool:
    """Whether a plural after the number is what it counts."""
    root = tokens.root
    return root.dep_ == "nummod" and root.head.i >= tokens.end and root.head.tag_ in PLURALS
