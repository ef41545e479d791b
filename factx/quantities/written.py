"""Numbers that begin with a word: "twenty-five", "half a million", "a dozen", "tens of thousands", "two thirds"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.cardinal import compose, is_cardinal
from factx.quantities.figures import number
from factx.quantities.numbers import HALF, MAX_MAGNITUDES, Number, fraction_added, in_figures, magnified, signed
from factx.quantities.tens import ten

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes

# "one hundred and twenty-three million four hundred and fifty-six thousand seven hundred and eighty-nine" is 19
# lexemes; a longer run is no number, and a limit keeps reading linear and values finite.
MAX_LEXEMES = 24
HYPHENS = "-‐‑"
DIGITS = 10


def numbers(lexemes: Lexemes) -> list[Number]:
    """All numbers, in order, none overlapping another; labels, scores and the like are still among them."""
    found: list[Number] = []
    heads = _heads()
    i = 0
    while i < len(lexemes.items):
        each = lexemes.items[i]
        made = ten(lexemes, i) or (in_figures(lexemes, i) if each.kind == "figure" else None)
        if made is None and each.kind == "word" and each.lower in heads:
            made = _words(lexemes, i)
        if made is not None:
            found.append(made)
        i = made.last + 1 if made else i + 1
    return found


@cache
def _heads() -> frozenset[str]:
    """The words with which a written number can begin."""
    table = load("numbers")
    groups = ("small", "tens", "magnitudes", "characters", "plural", "several", "folds")
    words = {word for group in groups for word in table[group]}
    return frozenset(words.union(table["articles"], ("half", "quarter", "couple", "few")))


def _words(lexemes: Lexemes, i: int) -> Number | None:
    """The number that begins with the word at lexeme ``i``, by the kind of that word."""
    table = load("numbers")
    word = lexemes.items[i].lower
    if word in table["characters"]:
        return Number(i, i, table["characters"][word], fraction=True)
    if word in table["folds"]:
        return Number(i, i, table["folds"][word], written=True)
    readers = (
        ({"half"}, _half),
        ({"quarter"}, _quarter),
        (table["articles"], _after_article),
        (table["plural"], _many),
        (table["several"], _several),
        ({"couple"}, _couple),
        ({"few"}, _few),
    )
    read = next((read for words, read in readers if word in words), _cardinal)
    return read(lexemes, i)


def _half(lexemes: Lexemes, i: int) -> Number | None:
    """As in "half a million", "half the condos", "by half", "half a mile"; not "by half-time"."""
    table = load("numbers")
    article = lexemes.lower(i + 1, i) in table["articles"]
    made = _magnitudes_from(lexemes, i + 1 + article, i)
    if made is not None:
        return replace(made, first=i, value=number((made.value or 0) * HALF))
    if lexemes.lower(i - 1, i) in table["not_half"]:
        return None
    if article and lexemes.lower(i + 2, i) in table["halved"]:
        return Number(i, i + 1, HALF, written=True)
    if lexemes.is_sign(i + 1, HYPHENS) and lexemes.glued(i + 1) and lexemes.lower(i + 2, i) in table["halved"]:
        return Number(i, i, HALF, written=True)
    after = lexemes.at(i + 1, i)
    alone = lexemes.lower(i - 1, i) in table["before_fraction"] and not (
        after and after.glued and after.text in HYPHENS
    )
    made = Number(i, i, HALF, written=True, fraction=True)
    return _of_one(lexemes, made) if alone or lexemes.lower(i + 1, i) in table["half_of"] else None


def _quarter(lexemes: Lexemes, i: int) -> Number | None:
    """As in "quarter million"."""
    made = _magnitudes_from(lexemes, i + 1, i)
    if made is None:
        return None
    return replace(made, first=i, value=number((made.value or 0) * load("numbers")["fractions"]["quarter"]))


def _magnitudes_from(lexemes: Lexemes, i: int, near: int) -> Number | None:
    """As in "hundred thousand" at lexeme ``i``, with nothing counted before it."""
    table = load("numbers")["magnitudes"]
    value, last = 1, i
    while last - i < MAX_MAGNITUDES and (factor := table.get(lexemes.lower(last, near))) is not None:
        value, last = value * factor, last + 1
    return Number(i, last - 1, value, written=True) if last > i else None


def _after_article(lexemes: Lexemes, i: int) -> Number | None:
    """As in "a hundred and five", "a couple", "a few dozen", "a third of"."""
    table = load("numbers")
    word = lexemes.lower(i + 1, i)
    if some := _couple(lexemes, i + 1) if word == "couple" else _few(lexemes, i + 1) if word == "few" else None:
        return replace(some, first=i)
    if word == "couple" and lexemes.lower(i + 2, i) == "of":
        return Number(i, i + 1, table["couple"][word], approximate=True, written=True)
    if word in table["fractions"] and _is_share(lexemes, i):
        made = Number(i, i + 1, table["fractions"][word], written=True, fraction=True)
        return _of_one(lexemes, _of_magnitude(lexemes, made))
    if word == "quarter" and (quarter := _quarter(lexemes, i + 1)) is not None:
        return replace(quarter, first=i)
    if word not in table["magnitudes"]:
        return None
    made_after = _cardinal(lexemes, i + 1)
    return made_after and replace(made_after, first=i)


def _is_share(lexemes: Lexemes, i: int) -> bool:
    """Whether "a third" at lexeme ``i`` is a fraction and no third one: "a third of", "by a third"."""
    return lexemes.lower(i + 2, i) == "of" or lexemes.lower(i - 1, i) in load("numbers")["before_fraction"]


def _of_magnitude(lexemes: Lexemes, made: Number) -> Number:
    """As in "a quarter of a million"."""
    after = made.last + 1
    if lexemes.lower(after, made.first) == "of" and lexemes.lower(after + 1, made.first) in ("a", "one"):
        many = _magnitudes_from(lexemes, after + 2, made.first)
        if many is not None:
            return replace(many, first=made.first, value=number((made.value or 0) * (many.value or 0)))
    return made


def _of_one(lexemes: Lexemes, made: Number) -> Number:
    """As in "half of 1 percent"."""
    after = [lexemes.lower(made.last + k, made.first) for k in (1, 2, 3)]
    if after[:2] not in (["of", "1"], ["of", "one"], ["of", "a"]) or after[2] not in load("numbers")["percents"]:
        return made
    return replace(made, last=made.last + 2, fraction=False)


def _many(lexemes: Lexemes, i: int) -> Number | None:
    """As in "thousands", "hundreds of thousands": from one power of ten to the next; "dozens" says no upper end."""
    table = load("numbers")
    word, last = lexemes.lower(i), i
    low = table["plural"][word]
    following = lexemes.lower(i + 2, i) if lexemes.lower(i + 1, i) == "of" else ""
    if following in table["plural"]:
        low, last = low * table["plural"][following], i + 2
    elif word == "tens" or (word == "scores" and lexemes.lower(i + 1, i) != "of"):
        return None
    if word in table["open"]:
        return Number(i, last, None, low=number(2 * low), approximate=True, written=True)
    return Number(i, last, None, low=number(low), high=number(low * 10), written=True)


def _several(lexemes: Lexemes, i: int) -> Number | None:
    """As in "several", "several hundred": a lower bound."""
    low = load("numbers")["several"][lexemes.lower(i)]
    return _few(lexemes, i) or Number(i, i, None, low=number(low), approximate=True, written=True)


def _few(lexemes: Lexemes, i: int) -> Number | None:
    """As in "few dozen", "several hundred": a lower bound; a bare "few" is no number."""
    many = _magnitudes_of(lexemes, i + 1, i)
    if many is None:
        return None
    low = load("numbers")["several"]["several"] * (many.value or 1)
    return replace(many, first=i, value=None, low=number(low), approximate=True)


def _couple(lexemes: Lexemes, i: int) -> Number | None:
    """As in "couple dozen", "couple of million"; a bare "couple" is two people."""
    table = load("numbers")["couple"]
    many = _magnitudes_of(lexemes, i + 1 + (lexemes.lower(i + 1, i) == "of"), i)
    if many is None:
        return None
    return replace(many, first=i, value=number(table["couple"] * (many.value or 1)), approximate=True)


def _magnitudes_of(lexemes: Lexemes, i: int, near: int) -> Number | None:
    """As in "hundred thousand" at lexeme ``i``; not the "million" of "several million-dollar homes"."""
    many = _magnitudes_from(lexemes, i, near)
    tied = many is not None and lexemes.is_sign(many.last + 1, HYPHENS) and lexemes.glued(many.last + 1)
    return None if tied else many


def _cardinal(lexemes: Lexemes, i: int) -> Number | None:
    """The longest run of number words from lexeme ``i`` that says one number."""
    best: Number | None = None
    words: list[str] = []
    for j in range(i, i + MAX_LEXEMES):
        word = lexemes.lower(j, i)
        if is_cardinal(word):
            words.append(word)
            value = compose(words)
            if value is None:
                break
            best = Number(i, j, number(value), written=True)
        elif not _joins(lexemes, j, i):
            break
    if best is None:
        return None
    best = _with_fraction(lexemes, _with_decimals(lexemes, best))
    return signed(lexemes, _of_magnitude(lexemes, _denominated(lexemes, best)))


def _with_fraction(lexemes: Lexemes, made: Number) -> Number:
    """As in "two and a half", "two and a half million", "a million and a half"."""
    whole = fraction_added(lexemes, made)
    if whole.last == made.last or made.value is None or whole.value is None:
        return made
    factor = load("numbers")["magnitudes"].get(lexemes.lower(made.last), 1)
    return magnified(lexemes, replace(whole, value=number(made.value + (whole.value - made.value) * factor)))


def _joins(lexemes: Lexemes, j: int, i: int) -> bool:
    """Whether lexeme ``j`` joins number words: a hyphen, or the "and" of "two hundred and five"."""
    if lexemes.is_sign(j, HYPHENS) and j > i:
        return lexemes.glued(j) and lexemes.glued(j + 1)
    small = load("numbers")["small"] | load("numbers")["tens"]
    return (
        lexemes.lower(j, i) in ("and", "&")
        and lexemes.lower(j - 1) in load("numbers")["magnitudes"]
        and (lexemes.lower(j + 1, i) in small)
    )


def _with_decimals(lexemes: Lexemes, made: Number) -> Number:
    """As in "two point five"."""
    if made.value is None or lexemes.lower(made.last + 1, made.first) != "point":
        return made
    small, digits, last = load("numbers")["small"], "", made.last + 1
    while (digit := small.get(lexemes.lower(last + 1, made.first), DIGITS)) < DIGITS:
        digits, last = digits + str(digit), last + 1
    return magnified(lexemes, replace(made, last=last, value=float(f"{made.value}.{digits}"))) if digits else made


def _denominated(lexemes: Lexemes, made: Number) -> Number:
    """As in "two-thirds", "two thirds", "three quarters of", "one fifth of": a fraction."""
    after = made.last + 1
    hyphen = lexemes.is_sign(after, HYPHENS)
    step = after + 1 if hyphen else after
    word = lexemes.lower(step, made.first)
    part = load("numbers")["fractions"].get(word)
    if part is None or not made.value:
        return made
    sure = hyphen or lexemes.lower(step + 1, made.first) == "of"
    if not sure and (word in load("numbers")["loose_fractions"] or (made.value == 1) == word.endswith("s")):
        return made
    return replace(made, last=step, value=number(made.value * part), fraction=True)
