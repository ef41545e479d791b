"""Numbers that name or place something and are no amounts: years, flights, sections, versions, house numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.codes import is_code
from factx.quantities.numbers import DASHES
from factx.quantities.table import entry
from factx.quantities.years import counts_plural, is_year

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
    if _is_decade(lexemes, amount) or _is_name(lexemes, number):
        return False
    return not (
        (amount.unit is None and _in_name(tokens))
        or is_code(lexemes, amount, tokens)
        or _is_label(lexemes, amount, tokens)
        or _is_listed(lexemes, amount, tokens)
        or _is_tag(amount, tokens)
        or _is_house(lexemes, amount)
        or lexemes.lower(number.first - 1, number.first) == "per"  # "15 deaths per 100,000 people"
        or is_year(lexemes, amount, tokens)
        or _is_clock(lexemes, amount)
        or _is_pronoun(lexemes, number, tokens)
    )


def _is_clock(lexemes: Lexemes, amount: Amount) -> bool:
    """As in "nearly 2 a.m.", where the dates have missed it."""
    after = [lexemes.lower(i, amount.first) for i in range(amount.number.last + 1, amount.number.last + 4)]
    return amount.unit is None and "".join(after) in load("numbered")["halves_of_day"]


def _in_name(tokens: Tokens) -> bool:
    return any(token.ent_type_ in NAMES for token in tokens)


def _is_decade(lexemes: Lexemes, amount: Amount) -> bool:
    """As in "in her 20s", which are no seconds."""
    number = amount.number
    tens = number.value is not None and number.value > 0 and number.value % TEN == 0
    after = number.last + 2 if lexemes.is_sign(number.last + 1, "'’") else number.last + 1
    glued = lexemes.glued(number.last + 1) and lexemes.glued(after) and lexemes.lower(after) == "s"
    return tens and glued and lexemes.lower(number.first - 1, number.first) in load("numbered")["before_decade"]


def _is_name(lexemes: Lexemes, number: Number) -> bool:
    """A written number that names: "number one", "Round Two", "high-five"."""
    before = lexemes.at(number.first - 1, number.first)
    if not number.written or before is None:
        return False
    if before.text in DASHES and before.glued and lexemes.glued(number.first):
        return lexemes.lower(number.first - 2, number.first) not in load("numbered")["hyphened"]
    named = before.lower == "number" or lexemes.items[number.first].text[0].isupper()
    return named and before.lower in load("numbered")["labels"] and number.first == number.last


def _is_label(lexemes: Lexemes, amount: Amount, tokens: Tokens) -> bool:
    """As in "Section 427", "No. 1", "Apollo 11", "the S&P 500", "H.R. 1280"."""
    number = amount.number
    if number.written or (amount.unit is not None and not _is_plural_name(lexemes, amount)):
        return False
    i = number.first - 1
    while lexemes.is_sign(i, "."):
        i -= 1
    before = lexemes.at(i, number.first)
    if _is_index(lexemes, i) or _is_labelled_after(lexemes, amount):
        return True
    if before is None or before.kind != "word":
        return False
    if before.lower in load("numbered")["labels"]:
        return before.lower not in ("no", "round") or before.text[0].isupper() or i < number.first - 1
    if not before.text[0].isupper() or not tokens[0].has_dep() or tokens.start == 0:
        return False
    return not counts_plural(tokens) and tokens.doc[tokens.start - 1].tag_ in ("NNP", "NNPS") and _is_tied(tokens)


def _is_plural_name(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether an "s" after a name's number is no second: "Model 3s", "Boeing 737s"."""
    before, ending = lexemes.at(amount.first - 1, amount.first), lexemes.at(amount.number.last + 1)
    if before is None or ending is None or not (ending.text == "s" and ending.glued and before.text[0].isupper()):
        return False
    return before.lower in load("numbered")["named"] or before.lower in load("numbered")["labels"]


def _is_labelled_after(lexemes: Lexemes, amount: Amount) -> bool:
    """As in "the 90049 ZIP code"."""
    after = [lexemes.lower(i, amount.first) for i in (amount.last + 1, amount.last + 2)]
    return any(words in load("numbered")["labels_after"] for words in (after[0], " ".join(after)))


def _is_index(lexemes: Lexemes, i: int) -> bool:
    """Whether a name that numbers follow ends at lexeme ``i``: "Nasdaq", "Fortune", "S&P"."""
    name = lexemes.at(i, i + 1)
    if name is None or not name.text[0].isupper():
        return False
    letters = [x.text for x in lexemes.items[max(0, i - 2) : i + 1]]
    return name.lower in load("numbered")["named"] or letters == ["S", "&", "P"]


def _is_tag(amount: Amount, tokens: Tokens) -> bool:
    """A bare figure that the parse hangs on a name before it, or on nothing: "Studio 54"."""
    if amount.number.written or amount.unit is not None or not tokens[0].has_dep():
        return False
    root = tokens.root
    return root.dep_ in LOOSE and root.head.i < tokens.start


def _is_house(lexemes: Lexemes, amount: Amount) -> bool:
    """As in "10 Downing Street"."""
    if amount.number.written or amount.unit is not None:
        return False
    streets = load("numbered")["streets"]
    after = [lexemes.at(i, amount.first) for i in range(amount.last + 1, amount.last + 5)]
    for i, word in enumerate(after):
        if word is None or not (word.text[0].isupper() or word.kind == "figure" or word.glued):
            return False
        if i and word.text in streets:
            return True
    return False


def _is_tied(tokens: Tokens) -> bool:
    """Whether the parse puts a number and the name before it into one phrase."""
    name, root = tokens.doc[tokens.start - 1], tokens.root
    return root.head.i == name.i or name.head.i in (root.i, root.head.i)


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
    if after.lower in load("numbered")["pronoun_one"]:
        return True
    return bool(tokens.root.dep_) and tokens.root.dep_ not in ("nummod", "quantmod", "compound")


def _is_item(lexemes: Lexemes, number: Number) -> bool:
    """As in "two truths: one, that ..., and, two, that ...": a number between commas that counts off."""
    before, after = lexemes.at(number.first - 1, number.first), lexemes.at(number.last + 1, number.first)
    closed = after is not None and after.text in ",:"
    return closed and before is not None and before.lower in (",", ":", ";", "and")
