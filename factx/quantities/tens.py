"""Numbers by their ten: "the low 40s", "mid-30s percent", "her late 50s", "high teens"; decades are dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.numbers import DASHES, TEN, Number

if TYPE_CHECKING:
    from factx.quantities.context import Context
    from factx.quantities.lexemes import Lexemes

TEENS = "teens"
# "in their late 20s, 30s and early 40s": how many lexemes back the word is looked for that says whose age it is.
REACH = 16
AFTER_AGES = ("NOUN", "PROPN", "ADJ")


def ten(lexemes: Lexemes, i: int) -> Number | None:
    """The ten that begins at lexeme ``i``, where a word places it ("low 40s") or says whose age it is ("her 40s")."""
    found = _ends(lexemes, i)
    if found is None:
        return None
    low, last = found
    first = _first(lexemes, i)
    high = low + TEN - 1 if lexemes.lower(i) != TEENS else load("numbers")["small"]["nineteen"]
    made = Number(first, last, None, low=low, high=high, approximate=True, written=True, ten=True)
    placed = any(lexemes.lower(k) in load("numbers")["tens_placed"] for k in range(first, i))
    return made if placed or is_of_life(lexemes, made) else None


def is_of_life(lexemes: Lexemes, number: Number) -> bool:
    """Whether a ten is somebody's age: "in his early 30s", "in their 30s, 40s and 50s"."""
    table = load("numbers")
    for i in range(number.first - 1, number.first - 1 - REACH, -1):
        each = lexemes.at(i, number.first)
        if each is None:
            return False
        if each.lower in table["tens_of_life"]:
            return number.ten
        in_list = each.lower in table["tens_parts"] or each.lower in table["tens_joins"] or each.text in DASHES
        if not in_list and _ends(lexemes, i) is None and _ends(lexemes, i - 1) is None:
            return False
    return False


def is_of_times(context: Context, number: Number) -> bool:
    """Whether a ten is no age but says of what time something of somebody's is: "his mid-90s hits"."""
    if not is_of_life(context.lexemes, number):
        return False
    end = context.tokens(number.first, number.last).end
    return end < len(context.doc) and context.doc[end].pos_ in AFTER_AGES


def _ends(lexemes: Lexemes, i: int) -> tuple[int, int] | None:
    """The lowest number of the ten at lexeme ``i``, and its last lexeme: "40s", "40's", "forties", "teens"."""
    each = lexemes.at(i)
    if each is None:
        return None
    if each.kind == "word":
        words = {**load("timewords")["decades"], TEENS: load("numbers")["small"]["thirteen"]}
        return (words[each.text], i) if each.text in words else None
    last = i + 2 if lexemes.is_sign(i + 1, "'’") else i + 1
    glued = all(lexemes.glued(k) for k in range(i + 1, last + 1)) and lexemes.lower(last) == "s"
    digits = each.text
    return (int(digits), last) if glued and len(digits) == 2 and digits[0] in "123456789" and digits[1] == "0" else None  # noqa: PLR2004


def _first(lexemes: Lexemes, i: int) -> int:
    """The lexeme where the words begin that place the ten at lexeme ``i``: "low- to mid-30s"."""
    table, first = load("numbers"), i
    for k in range(i - 1, i - 1 - REACH, -1):
        word = lexemes.lower(k, i)
        if word in table["tens_parts"]:
            first = k
        elif not word or (word not in table["tens_joins"] and word not in DASHES):
            break
    return first
