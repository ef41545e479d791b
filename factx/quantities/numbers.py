"""Numbers in a text, as stretches of lexemes: figures here, words in ``written``. What they count, others say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.currencies import sign_before
from factx.quantities.figures import figure, number

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes

HALF = 0.5
# "two hundred thousand", "a thousand million": magnitudes in a row.
MAX_MAGNITUDES = 3
# Larger powers of ten are misread text, no numbers of the news, and would not stay finite.
MAX_POWER_FIGURES = 2
TEN = 10
# "1/4", "3/10": longer numerators are no fractions of the news.
MAX_TOP = 2
DASHES = "-‐‑–—"
MINUS = "-−"


@dataclass(frozen=True, slots=True)
class Number:
    """Lexemes ``first`` to ``last`` (both included) that say a number, a range or a vague many.

    ``lead`` is where its figures or words begin: a minus sign may stand before them.
    """

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    flags: tuple[str, ...] = ()
    readings: tuple[float, ...] = ()
    reasons: tuple[str, ...] = ()
    written: bool = False  # in words
    fraction: bool = False  # a share of something: "two thirds", "one in five"
    ten: bool = False  # any of a ten: "low 40s", "her 40s"
    lead: int = -1

    @property
    def start(self) -> int:
        """The lexeme where the figures or words begin."""
        return self.lead if self.lead >= 0 else self.first


def in_figures(lexemes: Lexemes, i: int) -> Number | None:
    """The number that begins with the figures at lexeme ``i``: with its minus sign, fraction, power and magnitude."""
    said = figure(lexemes.items[i].text)
    if said is None:
        return None
    made = Number(i, i, said.value, flags=said.flags, readings=said.readings, reasons=said.reasons)
    made = _scientific(lexemes, made) or _plain_fraction(lexemes, made) or fraction_added(lexemes, made)
    return signed(lexemes, magnified(lexemes, made))


def signed(lexemes: Lexemes, made: Number) -> Number:
    """With a minus before it: "-5", "minus 5", "minus-5"; none are a hyphen between words and "plus or minus"."""
    i = made.first - 1
    said = lexemes.lower(i, made.first) in load("numbers")["minus"]
    if lexemes.is_sign(i, MINUS) and lexemes.glued(made.first):
        said = lexemes.lower(i - 1, made.first) in load("numbers")["minus"]
        alone = not lexemes.glued(i) or lexemes.is_sign(i - 1, "($€£")
        if not said and not (alone and (i == 0 or lexemes.items[i].text == "−" or _follows_word(lexemes, i))):
            return made
        i -= said
    elif not said:
        return made
    if lexemes.lower(i - 1, made.first) in load("numbers")["plus_or"]:
        return made
    return replace(made, first=i, lead=made.first, value=None if made.value is None else -made.value)


def _follows_word(lexemes: Lexemes, i: int) -> bool:
    """Whether a hyphen follows something on its line that it cannot count off: no bullet, no range."""
    before = lexemes.at(i - 1, i)
    return before is not None and before.kind != "figure"


def _scientific(lexemes: Lexemes, made: Number) -> Number | None:
    """As in "2.998×10−8", "8x2^10", "4e14"."""
    i = made.last + 1
    if made.value is None or not lexemes.glued(i):
        return None
    base, at = TEN, i + 1
    if lexemes.lower(i) in ("×", "x", "*"):
        if lexemes.lower(i + 1) not in ("10", "2"):
            return None
        base, at = int(lexemes.lower(i + 1)), i + 2
        if lexemes.is_sign(at, "^"):
            at += 1
    elif lexemes.lower(i) != "e":
        return None
    minus = lexemes.is_sign(at, MINUS)
    power = lexemes.at(at + minus)
    if power is None or not (power.glued and power.text.isascii() and power.text.isdigit()):
        return None
    if len(power.text) > MAX_POWER_FIGURES:
        return None
    exponent = -int(power.text) if minus else int(power.text)
    value = float(f"{made.value}e{exponent}") if base == TEN else made.value * 2.0**exponent
    return replace(made, last=at + minus, value=number(value))


def _plain_fraction(lexemes: Lexemes, made: Number) -> Number | None:
    """A fraction by itself: "1/4 inch", "2/3 of", "1/40 of"; dates, scores and 24/7 are none."""
    after = made.last + 1
    top, bottom = lexemes.items[made.first], lexemes.at(made.last + 2)
    if bottom is None or not (lexemes.is_sign(after, "/⁄") and lexemes.glued(after) and bottom.glued):
        return None
    if not (top.text.isdigit() and bottom.text.isdigit() and len(top.text) <= MAX_TOP):
        return None
    known = int(bottom.text) in load("numbers")["denominators"]
    wanted = lexemes.lower(made.last + 3, made.first) in load("numbers")["after_fraction"]
    if not 0 < int(top.text) < int(bottom.text) or not wanted or not (known or lexemes.lower(made.last + 3) == "of"):
        return None
    return replace(made, last=made.last + 2, value=int(top.text) / int(bottom.text), fraction=True)


def fraction_added(lexemes: Lexemes, made: Number) -> Number:
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
    step = 2 if lexemes.is_sign(after, DASHES) and lexemes.glued(after) else 1  # "two-and-a-half"
    words = range(after + step - 1, after + 3 * step, step)
    tail = tuple(lexemes.lower(i, made.first) for i in words)
    if tail[:2] == ("and", "a") and tail[2] in load("numbers")["fractions"]:
        return replace(made, last=words[-1], value=number(made.value + load("numbers")["fractions"][tail[2]]))
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


def magnified(lexemes: Lexemes, made: Number, most: int = MAX_MAGNITUDES) -> Number:
    """With its magnitudes: "3.5bn", "1.2 million", "$5m", "3-million", "two hundred thousand"."""
    table = load("numbers")
    after = made.last + 1
    if lexemes.glued(after):
        glued = table["glued"].get(lexemes.items[after].text)
        if glued is None and sign_before(lexemes, made.first):
            glued = table["glued_after_currency"].get(lexemes.items[after].text)
        if glued is None and _counts_millions(lexemes, after):
            glued = table["glued_after_currency"]["m"]
        if glued is not None:
            return _times(made, after, glued)
    elif (letter := _letter(lexemes, after, made.first)) is not None:
        return _times(made, after, letter)
    step = after + 1 if lexemes.is_sign(after, DASHES) and lexemes.glued(after + 1) else after
    word = lexemes.lower(step, made.first)
    factor = table["magnitudes"].get(word) or table["counted_magnitudes"].get(word)  # "three millions"
    if factor is None or not most:
        return made
    return magnified(lexemes, _times(made, step, factor), most - 1)


def _letter(lexemes: Lexemes, i: int, near: int) -> int | None:
    """The magnitude of a letter apart from its figures: "8 B people", "$5 m"; "bn" and "mln" need nothing after."""
    found = lexemes.at(i, near)
    if found is None or found.kind != "word":
        return None
    table = load("numbers")
    if len(found.text) > 1:
        return None if found.text not in table["glued"] else int(table["glued"][found.text])
    if sign_before(lexemes, near) is not None:
        both: dict[str, int] = table["glued"] | table["glued_after_currency"]
        return both.get(found.text)
    after = lexemes.at(i + 1, i)
    counts = found.text in ("B", "M") and after is not None and after.kind == "word" and after.text.islower()
    return int(table["glued"][found.text]) if counts and after and after.text.endswith(("s", "people")) else None


def _counts_millions(lexemes: Lexemes, i: int) -> bool:
    """Whether the "m" at lexeme ``i`` is a million and no metre: "35m of its devices", "5m people"."""
    after = lexemes.at(i + 1, i)
    if lexemes.items[i].text == "m" and lexemes.is_sign(i + 1, DASHES) and lexemes.lower(i + 3, i) == "m":
        return _counts_millions(lexemes, i + 3)  # "5m-6m cars"
    if lexemes.items[i].text != "m" or after is None or after.glued or not after.text.islower():
        return False
    people = after.lower in load("plurals")["irregular"]
    return after.lower == "of" or people or (len(after.text) > 2 and after.text.endswith("s"))  # noqa: PLR2004  "is", "as"


def _times(made: Number, last: int, factor: int) -> Number:
    """Multiplied, the readings too."""
    value = None if made.value is None else number(round(made.value * factor, 6))
    return replace(made, last=last, value=value, readings=tuple(number(round(r * factor, 6)) for r in made.readings))
