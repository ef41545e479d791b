"""Letters and signs glued to figures: "G20", "COVID-19", "7th", "5G", "#1", "+44", "007"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.numbers import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from factx.quantities.amounts import Amount
    from factx.quantities.lexemes import Lexemes


def is_code(lexemes: Lexemes, amount: Amount, tokens: Tokens) -> bool:
    """Whether figures are part of a code, and no amount of money."""
    number = amount.number
    if number.written or _is_money(tokens):
        return False
    figures = lexemes.items[number.start].text
    if len(figures) > 1 and figures.isdigit() and figures.startswith("0"):
        return True
    before = lexemes.at(number.first - 1)
    if before is not None and lexemes.glued(number.first) and amount.sign is None and number.start == number.first:
        if before.kind != "sign" or before.text in "#_@+&./:" or _is_attribute(lexemes, number.first):
            return True
        behind = lexemes.at(number.first - 2)
        hyphened = before.text in DASHES and before.glued and behind is not None and behind.kind != "sign"
        if hyphened and behind is not None and behind.lower not in load("numbered")["hyphened"]:
            return True
    return _has_foreign_tail(lexemes, amount)


def _is_money(tokens: Tokens) -> bool:
    """Whether the recogniser takes letters before figures for a currency ("R500m"), though the table has none."""
    return any(token.ent_type_ == "MONEY" for token in tokens)


def _is_attribute(lexemes: Lexemes, i: int) -> bool:
    """Whether the figures at lexeme ``i`` are a value of mark-up that was left in the text: id="123"."""
    return lexemes.is_sign(i - 1, "\"'") and lexemes.glued(i - 1) and lexemes.is_sign(i - 2, "=")


def _has_foreign_tail(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether letters that are no unit and no magnitude follow without space."""
    after = lexemes.at(amount.last + 1)
    if after is None or not after.glued or amount.last > amount.number.last:
        return False
    return after.kind == "word" or (after.text in "/:_@" and lexemes.glued(amount.last + 2))
