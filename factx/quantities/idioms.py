"""Words of change that say no change where they stand: "adds up to", "make up 80 percent", "lost $5 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from factx.quantities.amounts import Amount
    from factx.quantities.context import Context
    from factx.quantities.lexemes import Lexemes

CURRENCY, RATIO, LEVEL, LENGTH = "currency", "ratio", "level", "length"


def is_idiom(lexemes: Lexemes, i: int) -> bool:
    """Whether "up" or "down" at lexeme ``i`` only belongs to its verb: "add up to", "boil down to"."""
    words = load("changes")
    return lexemes.lower(i) in words["adverbs"] and lexemes.lower(i - 1, i) in words["idioms"]


def is_particle(context: Context, word: int) -> bool:
    """Whether "up" only belongs to a verb of no motion: "make up 80 percent"."""
    token = context.token(context.lexemes.items[word].start)
    particle = token.lower_ in load("changes")["adverbs"] and token.dep_ == "prt"
    moves = token.head.lemma_ in load("changes")["motions"] or token.head.lower_ in load("changes")["steps"]
    return particle and not moves


def is_loss(lexemes: Lexemes, amount: Amount, word: int) -> bool:
    """Whether money or "20 tons of ice" is lost or gained; "lost 190 points" and "gained 3 percent" are changes.

    Nor does anything fall that "went down 80 kilometres south of" a place.
    """
    if amount.unit is None:
        return False
    if lexemes.lower(word) in load("changes")["adverbs"] and amount.unit.dimension == LENGTH:
        after = lexemes.lower(amount.last + 1, amount.first)
        return after in load("numbered")["ways"] and after != "from"  # "down 3 feet from last year"
    if lexemes.lower(word) in load("changes")["only_rates"]:  # "added 1.1 percent", but "added 5 km of track"
        up = lexemes.lower(word + 1) in load("changes")["adverbs"]  # "adds up to"
        return up or amount.unit.dimension not in (RATIO, LEVEL)
    if lexemes.lower(word) not in load("changes")["not_money"]:
        return False
    of = amount.unit.dimension != RATIO and lexemes.lower(amount.last + 1, amount.first) == "of"
    return of or amount.unit.dimension == CURRENCY
