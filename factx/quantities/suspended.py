"""Numbers whose unit is written once for several, with a hyphen: "four-, five- and six-cylinder engines"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.quantities.numbers import DASHES

if TYPE_CHECKING:
    from factx.quantities.amounts import Amount
    from factx.quantities.lexemes import Lexemes


def is_suspended(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether a hyphen after a number waits for the unit of the next: "four-," or "four- and"."""
    hyphen = amount.last + 1
    if amount.unit is not None or not (lexemes.is_sign(hyphen, DASHES) and lexemes.glued(hyphen)):
        return False
    after = lexemes.at(hyphen + 1, amount.last)
    return after is not None and (after.text in ",/" or (after.kind == "word" and not after.glued))
