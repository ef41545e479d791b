"""Money: currency signs, codes and words around a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factx.lexicons import load

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes

# A sign may be two lexemes ("US$", "HK $", "Rs."), an adjective two words ("New Zealand dollars").
LONGEST = 2
DIMENSION = "currency"


class Named(NamedTuple):
    """A unit's name and dimension, written in lexemes ``first`` to ``last`` (both included)."""

    name: str
    dimension: str
    first: int
    last: int
    per: str | None = None


def sign_before(lexemes: Lexemes, i: int) -> Named | None:
    """The currency sign or code right before lexeme ``i``, the longest that fits: "$", "US$", "HK $", "EUR"."""
    signs = load("currencies")["signs"]
    near, number = lexemes.at(i - 1), lexemes.at(i)
    if near is None or (number is not None and number.line != near.line):
        return None
    if near.kind == "word" and len(near.text) > 1 and not near.text[0].isupper():
        return None
    for length in range(LONGEST, 0, -1):
        pieces = lexemes.items[max(0, i - length) : i]
        name = signs.get("".join(p.text for p in pieces))
        if name is not None and len(pieces) == length and pieces[0].line == near.line:
            return Named(name, DIMENSION, i - length, i - 1)
    return None


def money_after(lexemes: Lexemes, i: int) -> Named | None:
    """The currency at lexeme ``i``: "euros", "€", "US dollars", "Danish crowns"."""
    table = load("currencies")
    found = lexemes.at(i, i - 1)
    if found is None:
        return None
    sign = table["signs"].get(found.text)
    if sign is not None and (found.kind == "sign" or len(found.text) > 1) and not _precedes(lexemes, i):
        return Named(sign, DIMENSION, i, i)
    if found.glued and found.text in table["glued"]:
        return Named(table["glued"][found.text], DIMENSION, i, i)
    for length in range(LONGEST + 1, 0, -1):
        words = [_bare(lexemes.lower(j, i)) for j in range(i, i + length)]
        adjective, word = " ".join(words[:-1]), words[-1]
        name = currency(adjective, word)
        if name is not None:
            return Named(name, DIMENSION, i, i + length - 1)
    return None


def _precedes(lexemes: Lexemes, i: int) -> bool:
    """Whether the sign at lexeme ``i`` is that of the next number: "thousands of $12-an-hour workers"."""
    after = lexemes.at(i + 1, i)
    return after is not None and after.kind == "figure" and (after.glued or not lexemes.glued(i))


def currency(adjective: str, word: str) -> str | None:
    """The currency of a singular word and the adjective before it (or ""); None if it is none."""
    table = load("currencies")
    if not word:
        return None
    named: str | None = table["named"].get(f"{adjective} {word}".strip())
    if named is not None:
        return named
    word = table["words"].get(word, "")
    which = table["adjectives"].get(adjective) if adjective else ""
    return None if not word or which is None else f"{which} {word}".strip()


def _bare(word: str) -> str:
    """A currency word without its plural ending."""
    known = load("currencies")["words"]
    plural = word.endswith("s") and not word.endswith(("ss", "us")) and word not in known
    return word[:-1] if plural else word


def after_sign(lexemes: Lexemes, i: int) -> int:
    """The lexeme after what may follow "$31.20" to say whose dollars: "US", "U.S."."""
    if lexemes.at(i) is None or lexemes.items[i].text not in ("U", *load("currencies")["after_sign"]):
        return i
    if lexemes.items[i].text != "U":
        return i + 1
    spelt = [lexemes.lower(j, i) for j in range(i + 1, i + 4)]
    return i + 4 if spelt == [".", "s", "."] else i
