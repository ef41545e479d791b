"""Two numbers that are one quantity: "10-15", "between 5% and 6%", "two or three", "one in five", "3 to 1"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.chains import is_odds
from factx.quantities.changes import changes_before
from factx.quantities.currencies import Named
from factx.quantities.figures import number
from factx.quantities.numbers import DASHES

if TYPE_CHECKING:
    from factx.quantities.amounts import Amount
    from factx.quantities.lexemes import Lexemes

# "one out of every five": the most words between the numbers of a ratio.
MAX_BETWEEN = 3
# "20 or 30" is one amount, "3 or 100" two.
MOST_APART = 3
RATIO = "ratio"
TO = (("to",), ("through",), ("-", "to"), ("‑", "to"), ("-", "to", "-"), ("‑", "to", "‑"))
TEN = 10


def joined(lexemes: Lexemes, found: list[Amount]) -> list[Amount]:
    """Ranges and ratios as one amount."""
    kept: list[Amount] = []
    for each in found:
        pair = _pair(lexemes, kept[-1], each) if kept else None
        if pair is None:
            kept.append(each)
        else:
            kept[-1] = pair
    return kept


def _pair(lexemes: Lexemes, a: Amount, b: Amount) -> Amount | None:
    """The one amount that two make, if they do."""
    if a.number.value is None or b.number.value is None or b.first - a.last - 1 > MAX_BETWEEN:
        return None
    between = tuple(x.lower for x in lexemes.items[a.last + 1 : b.first])
    if between in ((), ("and",)) and (sum_ := _with_cents(a, b)) is not None:
        return sum_
    if not between or lexemes.items[a.last].line != lexemes.items[b.first].line:
        return None
    if between in _ratios():
        return _share(lexemes, a, b, between)
    if _is_range(lexemes, a, b, between):
        return _range(lexemes, a, b)
    return _odds(lexemes, a, b) if between in (*TO, (":",)) else None


def _with_cents(a: Amount, b: Amount) -> Amount | None:
    """As in "20 dollars 43 cents", "5 pounds and 50 pence": one amount of money."""
    coins = load("currencies")["coins"]
    if a.unit is None or b.unit is None or coins.get(b.unit.name) is None or a.sign is not None:
        return None
    worth, name = coins[b.unit.name], a.unit.name.replace("pound-mass", "pound sterling")
    value, small = a.number.value or 0, b.number.value or 0
    if name.rpartition(" ")[2] not in worth["of"] or value % 1 or not 0 < small < worth["many"]:
        return None
    whole = replace(a.number, last=b.number.last, value=number(float(value + small / worth["many"])))
    return replace(a, number=whole, last=b.last, unit=a.unit._replace(name=name, dimension=b.unit.dimension))


def _ratios() -> set[tuple[str, ...]]:
    return {tuple(words.split()) for words in load("numbered")["ratios"]}


def _share(lexemes: Lexemes, a: Amount, b: Amount, between: tuple[str, ...]) -> Amount | None:
    """As in "one in five voters", "nine out of ten": a fraction; "two in 2015" and "two in 10 days" are none."""
    top, bottom = a.number.value or 0, b.number.value or 0
    if a.unit or b.unit or a.number.fraction or not 0 < top < bottom or top % 1 or bottom % 1:
        return None
    if (between == ("in",) and top != 1 and bottom != TEN) or (between == ("of",) and bottom != TEN):
        return None
    if lexemes.items[b.number.last].kind == "figure" and 1000 <= bottom <= 2100:  # noqa: PLR2004  a year
        return None
    joint = replace(a.number, last=b.number.last, value=top / bottom, fraction=True)
    return replace(a, number=joint, last=b.last)


def _odds(lexemes: Lexemes, a: Amount, b: Amount) -> Amount | None:
    """As in "outnumbered 3 to 1", "a ratio of 3 to 1": how many times."""
    low, high = b.number.value or 0, a.number.value or 0
    if a.unit or b.unit or not 0 < low < high or not (low == 1 or is_odds(lexemes, a.number, b.number)):
        return None
    joint = replace(a.number, last=b.number.last, value=number(float(high / low)))
    return replace(a, number=joint, last=b.last, unit=Named(RATIO, RATIO, a.first, b.last))


def _is_range(lexemes: Lexemes, a: Amount, b: Amount, between: tuple[str, ...]) -> bool:
    if not _raised(lexemes, a, b) < (b.number.value or 0) or not _fit(a, b):
        return False
    before = lexemes.lower(a.first - 1, a.first)
    if before == "between" or (before == "of" and lexemes.lower(a.first - 2, a.first) == "ages"):
        return between in (("and",), ("to",), ("-",), ("–",))
    if between == ("or",):
        return _is_or(a, b)
    if between in TO or (between == ("up", "to") and before == "from"):
        return _is_range_to(lexemes, a, b, before)
    glued = lexemes.glued(a.last + 1) == lexemes.glued(b.first)
    return len(between) == 1 and between[0] in DASHES and glued and b.number.written == a.number.written


def _fit(a: Amount, b: Amount) -> bool:
    """Whether the units are one, or written only once."""
    if a.unit is None or b.unit is None:
        return a.unit is None or a.sign is not None
    return a.unit.name == b.unit.name or (a.unit.per is None and b.unit.name.startswith(f"{a.unit.name} per"))


def _is_or(a: Amount, b: Amount) -> bool:
    """As in "two or three families"."""
    low, high = a.number.value or 0, b.number.value or 0
    if a.unit is not None or a.number.fraction or low % 1 or high % 1:
        return False
    return 0 < low < high <= MOST_APART * low


def _is_range_to(lexemes: Lexemes, a: Amount, b: Amount, before: str) -> bool:
    """Whether "3 to 5" is one amount: "rose 3 % to 5 %" and "rose from 3 to 5" are two."""
    roles = load("changes")["roles"]
    if before in roles:
        shared = a.unit is None and b.unit is not None and before != "from"
        return shared or (before == "from" and not changes_before(lexemes, a.first - 1))
    return a.unit is None or not changes_before(lexemes, a.first, near=True)


def _raised(lexemes: Lexemes, a: Amount, b: Amount) -> float:
    """The first number with the magnitude of the second: "3" of "3-4 million" is three million."""
    table = load("numbers")
    word = lexemes.items[b.number.last]
    factor = table["magnitudes"].get(word.lower) or table["glued"].get(word.text) or 1
    if factor == 1 and b.sign is not None:
        factor = table["glued_after_currency"].get(word.text, 1)
    plain = a.number.start == a.number.last and b.number.last > b.number.start
    value = a.number.value or 0
    return value * (factor if plain and value < (b.number.value or 0) / factor else 1)


def _range(lexemes: Lexemes, a: Amount, b: Amount) -> Amount:
    low = number(float(_raised(lexemes, a, b)))
    joint = replace(a.number, last=b.number.last, value=None, low=low, high=b.number.value)
    unit = b.unit if a.unit is None or (b.unit is not None and b.unit.per) else a.unit
    return replace(a, number=joint, last=b.last, unit=unit, sign=a.sign or b.sign, words=b.words or a.words)
