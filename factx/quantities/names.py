"""Names that numbers are part of: "Section 427", "Apollo 11", "the S&P 500", "Model 3s", "10 Downing Street"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.numbers import DASHES
from factx.quantities.years import counts_plural

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from factx.quantities.amounts import Amount
    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number


def is_name(lexemes: Lexemes, number: Number) -> bool:
    """A written number that names: "number one", "Round Two", "high-five"."""
    before = lexemes.at(number.first - 1, number.first)
    if not number.written or before is None:
        return False
    if before.text in DASHES and before.glued and lexemes.glued(number.first):
        return lexemes.lower(number.first - 2, number.first) not in load("numbered")["hyphened"]
    named = before.lower == "number" or lexemes.items[number.first].text[0].isupper()
    return named and before.lower in load("numbered")["labels"] and number.first == number.last


def is_label(lexemes: Lexemes, amount: Amount, tokens: Tokens) -> bool:
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


def _is_tied(tokens: Tokens) -> bool:
    """Whether the parse puts a number and the name before it into one phrase."""
    name, root = tokens.doc[tokens.start - 1], tokens.root
    return root.head.i == name.i or name.head.i in (root.i, root.head.i)


def is_house(lexemes: Lexemes, amount: Amount) -> bool:
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
