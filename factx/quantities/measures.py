"""Units that the text writes at a number: money, percentages, measures, and what they are per."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.currencies import Named, after_sign, money_after
from factx.quantities.numbers import DASHES
from factx.quantities.table import entry, table

if TYPE_CHECKING:
    from factx.quantities.lexemes import Lexemes


def measure_at(lexemes: Lexemes, i: int) -> Named | None:
    """The unit that begins at lexeme ``i``, the longest that fits, with its power: "km", "square miles", "m²".

    A hyphen before it is passed over ("10-mile").
    """
    if lexemes.is_sign(i, DASHES) and lexemes.glued(i + 1):
        i += 1
        if lexemes.lower(i) in load("numbered")["rounders"]:  # "50-odd miles"
            i += 1
    found = _unit_at(lexemes, i) or money_after(lexemes, i)
    return found and _with_power(lexemes, found)


def _unit_at(lexemes: Lexemes, i: int) -> Named | None:
    """A unit of the table, with the power before it: "km", "sq. ft"."""
    power = load("units")["powers"]["before"].get(lexemes.lower(i, i - 1))
    if power is None:
        return _base(lexemes, i)
    tied = lexemes.is_sign(i + 1, ".") or (lexemes.is_sign(i + 1, DASHES) and lexemes.glued(i + 2))  # "square-foot"
    base = _base(lexemes, i + 2 if tied else i + 1)
    return base and _raised(base, power, i, base.last)


def _base(lexemes: Lexemes, i: int) -> Named | None:
    glued = lexemes.glued(i)
    for last in range(i + 2 * table().longest - 1, i - 1, -1):
        pieces = lexemes.items[i : last + 1]
        if len(pieces) <= last - i or pieces[-1].line != lexemes.items[max(0, i - 1)].line:
            continue
        text = pieces[0].text + "".join(("" if p.glued else " ") + p.text for p in pieces[1:])
        found = entry(text, glued=glued)
        if found is not None and not _runs_on(lexemes, last):
            return Named(found.name, found.dimension, i, last)
    return _loose(lexemes, i)


def _runs_on(lexemes: Lexemes, last: int) -> bool:
    """Whether what looks like a unit is only the beginning of a word."""
    after = lexemes.at(last + 1, last)
    return after is not None and after.glued and after.kind == "word" and lexemes.items[last].kind == "word"


def _loose(lexemes: Lexemes, i: int) -> Named | None:
    """Signs and words that are units only in their place: 30', 5", "2 in thick", "2 in."."""
    data = load("units")
    name = data["loose"].get(lexemes.lower(i, i - 1))
    if name is None:
        return None
    sized = lexemes.lower(i + 1, i) in (*data["sizes"], ".", "")
    placed = lexemes.glued(i) and not lexemes.glued(i + 1) and _is_single(lexemes, i)
    return Named(name, "length", i, i) if placed or (sized and lexemes.items[i].kind == "word") else None


def _is_single(lexemes: Lexemes, i: int) -> bool:
    """Whether no mark before this one on the line opens what it would close: a quotation is no inch."""
    mark, line = lexemes.items[i].text, lexemes.items[i].line
    if lexemes.items[i].kind == "word":
        return True
    j = i - 1
    while j >= 0 and lexemes.items[j].line == line:
        if lexemes.items[j].text == mark:
            return False
        j -= 1
    return True


def _with_power(lexemes: Lexemes, found: Named) -> Named:
    """As in "km²", "km^2", "km2", "km squared"."""
    after = found.last + 1
    glued = lexemes.glued(after)
    step = after + 1 if glued and lexemes.is_sign(after, "^") else after
    word = lexemes.lower(step, found.first)
    power = load("units")["powers"]["after"].get(word)
    if power is None or found.dimension != "length" or glued == (len(word) > 1):
        return found
    return _raised(found, power, found.first, step) or found


def _raised(base: Named, power: str, first: int, last: int) -> Named | None:
    if base.dimension != "length":
        return None
    dimension = load("units")["dimensions"][f"{power} length"]
    return Named(f"{power} {base.name}", dimension, first, last)


def rated(lexemes: Lexemes, found: Named) -> Named:
    """With what it is per: "$5 a share", "km/s", "3 percent per year"."""
    if " per " in found.name:  # "mph"
        return found._replace(per=found.name.partition(" per ")[2])
    after = found.last + 1
    if found.dimension == "currency":
        after = after_sign(lexemes, after)
    rate = rate_at(lexemes, after)
    if rate is None:
        return found
    per, last = rate
    dimension = f"{found.dimension} per {dimension_of(per)}"
    dimension = load("units")["dimensions"].get(dimension, dimension)
    return Named(f"{found.name} per {per}", dimension, found.first, last, per)


def dimension_of(name: str) -> str:
    """What a unit or thing of a rate measures; things are counted."""
    power, _, base = name.partition(" ")
    if (raised := load("units")["dimensions"].get(f"{power} length")) is not None and dimension_of(base) == "length":
        return str(raised)
    known = entry(name, glued=False)
    return known.dimension if known else "count"


def rate_at(lexemes: Lexemes, i: int) -> tuple[str, int] | None:
    """What is said "per", "a" or "/" at lexeme ``i``: its singular name and its last lexeme."""
    word = lexemes.lower(i, i - 1)
    if word == "/" and lexemes.glued(i) and lexemes.glued(i + 1):
        return _unit_of_rate(lexemes, i + 1, loose=False)
    if word == "per":
        return _unit_of_rate(lexemes, i + 1, loose=True)
    hyphened = lexemes.is_sign(i, DASHES) and lexemes.is_sign(i + 2, DASHES)
    step = i + 1 if hyphened else i
    if lexemes.lower(step, i - 1) in load("numbers")["articles"] or lexemes.lower(step, i - 1) == "each":
        rate = _unit_of_rate(lexemes, step + 1 + hyphened, loose=False)
        when = rate is not None and lexemes.lower(rate[1] + 1, i - 1) in load("numbered")["other_times"]
        return None if when else rate  # "$4.5 billion a year ago"
    return None


def _unit_of_rate(lexemes: Lexemes, i: int, *, loose: bool) -> tuple[str, int] | None:
    """A unit of the table, or one of the things that money is paid per; after "per" any noun, or "100,000 people"."""
    first = lexemes.at(i, i - 1)
    if loose and first is not None and first.kind == "figure":
        last = i + 1 if lexemes.lower(i + 1, i).isalpha() else i
        return lexemes.text[first.start : lexemes.items[last].end], last
    found = _unit_at(lexemes, i)
    if found is not None and found.dimension != "ratio":
        found = _with_power(lexemes, found)
        return found.name, found.last
    word = lexemes.lower(i, i - 1)
    if word in load("numbered")["rates"] or (loose and word.isalpha()):
        return word, i
    return None
