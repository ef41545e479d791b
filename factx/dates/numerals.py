"""Numbers, years, decades and ordinals, in figures and in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factx.dates.vocabulary import CENTURY_OF_DECADES, NUMBER_WORD, OTHER
from factx.lexicons import load
from factx.quantities.cardinal import compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factx.dates.lexer import Word

# Longer strings of digits count nothing that anybody means.
MAX_DIGITS = 300
FIRST_YEAR, LAST_YEAR = 1000, 9999
YEAR_DIGITS = 4
CENTURY, THIS_CENTURY = 100, 2000
# "'45" is 1945 and "'12" 2012: two-digit years from here on are of the last century; of decades, all but the noughties
# and the tens ("the '20s" of 2020 are not yet called so alone).
FIRST_SHORT_YEAR, FIRST_SHORT_DECADE = 40, 20
FIRST_TEN, LAST_TEN = 11, 20  # "nineteen ninety-one": years in words begin with these
LEAST_PART, MOST_PART = 10, 99


def numeral(kind: str, text: str) -> tuple[str, Any]:
    """Code and value of a word in figures; ``kind`` is its group in the lexer's pattern."""
    return _READERS[kind](text)


def _number(text: str) -> tuple[str, Any]:
    if len(text) > MAX_DIGITS:
        return OTHER, text
    if len(text) == YEAR_DIGITS and text.isdigit():
        return ("y" if int(text) >= FIRST_YEAR else "#"), int(text)
    plain = text.replace(",", "")
    try:
        return "#", int(plain) if plain.isdigit() else float(plain)
    except ValueError:  # "1.2.3"
        return OTHER, text


def _digits(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def full_year(two_digits: int, pivot: int = FIRST_SHORT_YEAR) -> int:
    """The year, or the first of a decade, that two digits mean."""
    if two_digits >= CENTURY:
        return two_digits
    return two_digits + (CENTURY_OF_DECADES if two_digits >= pivot else THIS_CENTURY)


def _mixed(text: str) -> tuple[str, Any]:
    whole, _, part = text.partition(" ")
    return "#", int(whole) + int(part[0]) / int(part[2])


_READERS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": lambda text: ("i", text),
    "quarter": lambda text: ("4", ("quarter" if text[0] == "Q" else "half", int(text[1]))),
    "figures": lambda text: ("/", text),
    "clock": lambda text: (":", text.replace(".", ":")),
    "ordinal": lambda text: ("o", _digits(text)),
    "decade": lambda text: ("Y", full_year(_digits(text), FIRST_SHORT_DECADE)),
    "short": lambda text: ("y", full_year(_digits(text))),
    "mixed": _mixed,
    "number": _number,
}


def in_words(words: Iterable[Word]) -> Iterator[Word]:
    """The words with runs of number words ("twenty", "-", "five") as one number, or as a year ("nineteen ninety")."""
    run: list[Word] = []
    before = ""  # the codes of the two words before the run
    for word in words:
        if word.code == NUMBER_WORD or (run and word.code in "-&") or (word.code == "#" and not run):
            run.append(word)
        elif run:
            yield from _joined(run, before)
            run, before = [], word.code
            yield word
        else:
            before = before[-1:] + word.code
            yield word
    yield from _joined(run, before)


def _joined(run: list[Word], before: str = "") -> Iterator[Word]:
    if run and run[0].code == "#":
        yield from _multiplied(run)
        return
    while run and run[0].code != NUMBER_WORD:
        yield run.pop(0)  # the "and" of "3 and four"
    tail: list[Word] = []
    while run and run[-1].code != NUMBER_WORD:
        tail.insert(0, run.pop())
    said = [w.value for w in run if w.code == NUMBER_WORD]
    if said:
        value, year = compose(said), _year(said)
        if year is not None:
            yield replace(run[0], code="y", value=year, end=run[-1].end)
        elif value is not None:
            code = _of_magnitudes(before) if all(w in load("numbers")["magnitudes"] for w in said) else "#"
            yield replace(run[0], code=code, value=value, end=run[-1].end)
        else:
            yield from (replace(w, code=OTHER) for w in run)
    yield from tail


def _of_magnitudes(before: str) -> str:
    """The code of a hundred, a thousand, a million, by the codes of the words before it.

    A number in "a thousand years", "the last hundred years"; in "several thousand years" a word beside the unit. None
    in "half a million years", "the Hundred Years' War".
    """
    if before[-1:] == "V":
        return "k"
    return "#" if before[-1:] in ("A", "L", "P", "N") and before != "hA" else OTHER


def _multiplied(run: list[Word]) -> Iterator[Word]:
    """A figure and the magnitude after it ("2 million") as one number."""
    figure, *rest = run
    magnitudes = load("numbers")["magnitudes"]
    if rest and rest[0].value in magnitudes:
        yield replace(figure, value=figure.value * magnitudes[rest[0].value], end=rest[0].end)
        yield from _joined(rest[1:])
    else:
        yield figure
        yield from _joined(rest)


def _year(said: list[str]) -> int | None:
    """As in "nineteen ninety-one": two numbers below a hundred side by side; "two thousand five" is one too."""
    if said[:2] == ["two", "thousand"] and compose(said) is not None:
        year = compose(said) or 0
        return year if year < THIS_CENTURY + CENTURY else None
    if said[1:2] == ["hundred"] and (year := compose(said) or 0) % CENTURY:
        return year if FIRST_TEN <= year // CENTURY <= LAST_TEN else None  # "nineteen hundred ninety-three"
    head, rest = compose(said[:1]), compose(said[1:])
    if head is None or rest is None or compose(said) is not None:
        return None
    return head * CENTURY + rest if FIRST_TEN <= head <= LAST_TEN and LEAST_PART <= rest <= MOST_PART else None
