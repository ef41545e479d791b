"""Numbers in a text: figures, words and magnitudes, as stretches of lexemes. What they count, ``units`` says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.cardinal import compose, is_cardinal
from factx.quantities.figures import figure, number

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes

HALF = 0.5
# "one hundred and twenty-three million four hundred and fifty-six thousand seven hundred and eighty-nine" is 19
# lexemes; a longer run is no number, and a limit keeps reading linear and values finite.
MAX_LEXEMES = 24
# "two hundred thousand", "a thousand million": magnitudes in a row.
MAX_MAGNITUDES = 3
DASHES = "-‐‑–—"


@dataclass(frozen=True, slots=True)
class Number:
    """Lexemes ``first`` to ``last`` (both included) that say a number, a range or a vague many."""

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    flags: tuple[str, ...] = ()
    readings: tuple[float, ...] = ()
    written: bool = False  # in words


def numbers(lexemes: Lexemes) -> list[Number]:
    """All numbers, in order, none overlapping another; labels, scores and the like are still among them."""
    found: list[Number] = []
    i = 0
    while i < len(lexemes.items):
        made = _figure(lexemes, i) if lexemes.items[i].kind == "figure" else _words(lexemes, i)
        if made is not None:
            found.append(made)
        i = made.last + 1 if made else i + 1
    return found


def _figure(lexemes: Lexemes, i: int) -> Number | None:
    """A number that begins with figures, with its fraction and magnitude."""
    said = figure(lexemes.items[i].text)
    if said is None:
        return None
    made = Number(i, i, said.value, flags=said.flags, readings=said.readings)
    return _magnified(lexemes, _fraction_added(lexemes, made))


def _fraction_added(lexemes: Lexemes, made: Number) -> Number:
    """With "½", " 1/2" or "and a half" after it."""
    if made.value is None or made.value % 1:
        return made
    after = made.last + 1
    part = load("numbers")["characters"].get(lexemes.lower(after, made.first))
    if part is not None:
        return replace(made, last=after, value=number(made.value + part))
    ratio = _ratio(lexemes, after) if not lexemes.glued(after) else None
    if ratio is not None:
        return replace(made, last=after + 2, value=number(made.value + ratio))
    if [lexemes.lower(after + k, made.first) for k in range(3)] == ["and", "a", "half"]:
        return replace(made, last=after + 2, value=number(made.value + HALF))
    return made


def _ratio(lexemes: Lexemes, i: int) -> float | None:
    """As in "1/2" at lexeme ``i``, None if it is no common fraction."""
    top, bottom = lexemes.at(i), lexemes.at(i + 2)
    if top is None or bottom is None or {top.kind, bottom.kind} != {"figure"} or not lexemes.is_sign(i + 1, "/"):
        return None
    if not (top.text.isdigit() and len(top.text) == 1 and bottom.text.isdigit() and bottom.glued):
        return None
    known = [str(d) for d in load("numbers")["denominators"]]
    return int(top.text) / int(bottom.text) if bottom.text in known and int(top.text) < int(bottom.text) else None


def _magnified(lexemes: Lexemes, made: Number, most: int = MAX_MAGNITUDES) -> Number:
    """With its magnitudes: "3.5bn", "1.2 million", "$5m", "3-million", "two hundred thousand"."""
    table = load("numbers")
    after = made.last + 1
    if lexemes.glued(after):
        glued = table["glued"].get(lexemes.items[after].text)
        if glued is None and has_currency(lexemes, made.first):
            glued = table["glued_after_currency"].get(lexemes.items[after].text)
        if glued is None and _counts_millions(lexemes, after):
            glued = table["glued_after_currency"]["m"]
        if glued is not None:
            return _times(made, after, glued)
    step = after + 1 if lexemes.is_sign(after, DASHES) and lexemes.glued(after + 1) else after
    factor = table["magnitudes"].get(lexemes.lower(step, made.first))
    if factor is None or not most:
        return made
    return _magnified(lexemes, _times(made, step, factor), most - 1)


def _counts_millions(lexemes: Lexemes, i: int) -> bool:
    """Whether the "m" at lexeme ``i`` is a million and no metre: "35m of its devices", "5m people"."""
    after = lexemes.at(i + 1, i)
    if lexemes.items[i].text != "m" or after is None or after.glued or not after.text.islower():
        return False
    people = after.lower in load("plurals")["irregular"]
    return after.lower == "of" or people or (len(after.text) > 2 and after.text.endswith("s"))  # noqa: PLR2004  "is", "as"


def _times(made: Number, last: int, factor: int) -> Number:
    """Multiplied, the readings too."""
    value = None if made.value is None else number(round(made.value * factor, 6))
    return replace(made, last=last, value=value, readings=tuple(number(round(r * factor, 6)) for r in made.readings))


def has_currency(lexemes: Lexemes, i: int) -> bool:
    """Whether a currency sign or code stands right before lexeme ``i``."""
    return lexemes.at(i - 1) is not None and lexemes.items[i - 1].text in load("currencies")["signs"]


def _words(lexemes: Lexemes, i: int) -> Number | None:
    """A number that begins with a word: "twenty-five", "half a million", "a dozen", "tens of thousands"."""
    table = load("numbers")
    word = lexemes.items[i].lower
    if word in table["characters"]:
        return Number(i, i, table["characters"][word])
    if word == "half" and lexemes.lower(i + 1, i) in table["articles"]:
        made = _magnitudes_from(lexemes, i + 2, i)
        return made and replace(made, first=i, value=number((made.value or 0) * HALF))
    if word in table["articles"]:
        return _after_article(lexemes, i)
    if word in table["plural"]:
        return _many(lexemes, i)
    return _cardinal(lexemes, i) if is_cardinal(word) else None


def _magnitudes_from(lexemes: Lexemes, i: int, near: int) -> Number | None:
    """As in "hundred thousand" at lexeme ``i``, with nothing counted before it."""
    table = load("numbers")["magnitudes"]
    value, last = 1, i
    while last - i < MAX_MAGNITUDES and (factor := table.get(lexemes.lower(last, near))) is not None:
        value, last = value * factor, last + 1
    return Number(i, last - 1, value, written=True) if last > i else None


def _after_article(lexemes: Lexemes, i: int) -> Number | None:
    """As in "a hundred and five", "a couple"."""
    couple = load("numbers")["couple"].get(lexemes.lower(i + 1, i))
    if couple is not None and lexemes.lower(i + 2, i) == "of":
        return Number(i, i + 1, couple, approximate=lexemes.lower(i + 1) == "couple", written=True)
    if lexemes.lower(i + 1, i) not in load("numbers")["magnitudes"]:
        return None
    made = _cardinal(lexemes, i + 1)
    return made and replace(made, first=i)


def _many(lexemes: Lexemes, i: int) -> Number | None:
    """As in "dozens", "hundreds of thousands": a lower bound, as the contract has it: twice the magnitude."""
    table = load("numbers")
    low, last = table["plural"][lexemes.lower(i)], i
    following = lexemes.lower(i + 2, i) if lexemes.lower(i + 1, i) == "of" else ""
    if following in table["plural"] and lexemes.lower(i) in table["many_of"]:
        low, last = low * table["plural"][following] // 2, i + 2
    if lexemes.lower(last) in ("tens", "scores") and (last > i or lexemes.lower(last + 1, i) != "of"):
        return None
    if lexemes.lower(i) == "tens" and last == i:
        return None
    return Number(i, last, None, low=number(low), approximate=True, written=True)


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
    return _denominated(lexemes, _fraction_added(lexemes, best)) if best else None


def _joins(lexemes: Lexemes, j: int, i: int) -> bool:
    """Whether lexeme ``j`` joins number words: a hyphen, or the "and" of "two hundred and five"."""
    if lexemes.is_sign(j, "-‐‑") and j > i:
        return lexemes.glued(j) and lexemes.glued(j + 1)
    small = load("numbers")["small"] | load("numbers")["tens"]
    return (
        lexemes.lower(j, i) == "and"
        and lexemes.lower(j - 1) in load("numbers")["magnitudes"]
        and (lexemes.lower(j + 1, i) in small)
    )


def _denominated(lexemes: Lexemes, made: Number) -> Number:
    """As in "two-thirds", "three quarters of": a fraction."""
    after = made.last + 1
    hyphen = lexemes.is_sign(after, "-‐‑")
    step = after + 1 if hyphen else after
    part = load("numbers")["fractions"].get(lexemes.lower(step, made.first))
    if part is None or made.value is None or not (hyphen or lexemes.lower(step + 1, made.first) == "of"):
        return made
    return replace(made, last=step, value=number(made.value * part))
