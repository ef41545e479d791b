"""Numbers that name or place something and are no amounts: years, flights, sections, versions, house numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.codes import is_code
from factx.quantities.names import is_house, is_label, is_name
from factx.quantities.numbers import DASHES
from factx.quantities.table import entry
from factx.quantities.tens import is_of_times
from factx.quantities.years import is_year

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from factx.quantities.amounts import Amount
    from factx.quantities.context import Context
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number

# Entities whose numbers are part of a name ("Apollo 11", "the Group of 20").
NAMES = {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "ORDINAL"}
TEN = 10
LOOSE = ("compound", "npadvmod")


def is_amount(context: Context, amount: Amount) -> bool:
    """Whether a number says how many or how much."""
    lexemes, number = context.lexemes, amount.number
    tokens = context.tokens(number.start, number.last)
    if any(t.like_url or t.like_email for t in tokens):
        return False
    if number.fraction:
        return not _in_name(tokens)
    if lexemes.lower(amount.first - 1, amount.first) in load("numbered")["age_before"]:
        return True
    if number.ten:
        return not is_of_times(context, number)
    if _is_decade(lexemes, amount) or is_name(lexemes, number):
        return False
    return not (
        (amount.unit is None and _in_name(tokens))
        or is_code(lexemes, amount, tokens)
        or is_label(lexemes, amount, tokens)
        or _is_listed(lexemes, amount, tokens)
        or _is_tag(amount, tokens)
        or is_house(lexemes, amount)
        or lexemes.lower(number.first - 1, number.first) == "per"  # "15 deaths per 100,000 people"
        or is_year(lexemes, amount, tokens)
        or _is_clock(lexemes, amount)
        or _is_moment(lexemes, number)
        or _is_pronoun(lexemes, number, tokens)
    )


def _is_clock(lexemes: Lexemes, amount: Amount) -> bool:
    """As in "nearly 2 a.m.", where the dates have missed it."""
    after = [lexemes.lower(i, amount.first) for i in range(amount.number.last + 1, amount.number.last + 4)]
    return amount.unit is None and "".join(after) in load("numbered")["halves_of_day"]


def _is_moment(lexemes: Lexemes, number: Number) -> bool:
    """As in "at one point", "at one time": some time."""
    words = [lexemes.lower(i, number.first) for i in range(number.first - 1, number.last + 2)]
    return words in (["at", "one", "point"], ["at", "one", "time"])


def _in_name(tokens: Tokens) -> bool:
    return any(token.ent_type_ in NAMES for token in tokens)


def _is_decade(lexemes: Lexemes, amount: Amount) -> bool:
    """As in "in her 20s", which are no seconds."""
    number = amount.number
    tens = number.value is not None and number.value > 0 and number.value % TEN == 0
    after = number.last + 2 if lexemes.is_sign(number.last + 1, "'’") else number.last + 1
    glued = lexemes.glued(number.last + 1) and lexemes.glued(after) and lexemes.lower(after) == "s"
    return tens and glued and lexemes.lower(number.first - 1, number.first) in load("numbered")["before_decade"]


def _is_tag(amount: Amount, tokens: Tokens) -> bool:
    """A bare figure that the parse hangs on a name before it, or on nothing: "Studio 54"."""
    if amount.number.written or amount.unit is not None or not tokens[0].has_dep():
        return False
    root = tokens.root
    return root.dep_ in LOOSE and root.head.i < tokens.start


def _is_listed(lexemes: Lexemes, amount: Amount, tokens: Tokens) -> bool:
    """As in "Prescott (4)", "1) ...", "Chelsea – 3": a shirt, a note, an item of a list, a row of a table."""
    number = amount.number
    if number.written or amount.unit is not None or number.first != number.last:
        return False
    if lexemes.is_sign(number.first - 1, DASHES) and tokens.root.dep_ not in ("nummod", "quantmod"):
        return True
    opened, closed = lexemes.is_sign(number.first - 1, "(["), lexemes.is_sign(number.last + 1, ")]")
    return closed and (opened or not _opened(lexemes, number.first))


def _opened(lexemes: Lexemes, i: int) -> bool:
    """Whether a bracket is open on the line before lexeme ``i``."""
    line, j = lexemes.items[i].line, i - 1
    while j >= 0 and lexemes.items[j].line == line and not lexemes.is_sign(j, ")]"):
        if lexemes.is_sign(j, "(["):
            return True
        j -= 1
    return False


def _is_pronoun(lexemes: Lexemes, number: Number, tokens: Tokens) -> bool:
    """A "one" that stands for somebody or something; with a parse, one that modifies no noun."""
    if not number.written or number.first != number.last:
        return False
    after = lexemes.at(number.last + 1, number.first)
    if _is_item(lexemes, number):
        return True
    if lexemes.lower(number.first) not in ("one", "zero") or entry(after.text if after else "", glued=False):
        return False
    if after is None or (after.kind == "sign" and after.text not in DASHES):
        return True
    hyphen = after.kind == "sign" and lexemes.lower(number.last + 2, number.first) in load("numbered")["one_hyphened"]
    if hyphen or after.lower in load("numbered")["pronoun_one"]:  # "one-sided" says of how, not how many
        return True
    return bool(tokens.root.dep_) and tokens.root.dep_ not in ("nummod", "quantmod", "compound")


def _is_item(lexemes: Lexemes, number: Number) -> bool:
    """As in "two truths: one, that ..., and, two, that ...": a number between commas that counts off."""
    before, after = lexemes.at(number.first - 1, number.first), lexemes.at(number.last + 1, number.first)
    closed = after is not None and after.text in ",:"
    return closed and before is not None and before.lower in (",", ":", ";", "and")
