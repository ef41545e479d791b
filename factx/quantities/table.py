"""The table of units: names by their words and symbols, with dimensions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# From this many letters on, a symbol means the same in any case ("Ghz", "MPH"); shorter ones do not ("mW", "MW").
CASELESS = 3


class Entry(NamedTuple):
    """A unit's singular name, and the dimension that it measures."""

    name: str
    dimension: str


class Table(NamedTuple):
    """Units by their words in lower case, and by their symbols as written; ``longest``: the most words in a name."""

    words: Mapping[str, Entry]
    symbols: Mapping[str, Entry]
    longest: int


@cache
def table() -> Table:
    """The units of ``lexicons/units.json``, plurals and prefixes spelt out."""
    data = load("units")
    words: dict[str, Entry] = {}
    symbols: dict[str, Entry] = {}
    cased: set[str] = set()
    for name, unit in data["units"].items():
        entry = Entry(name, unit["dimension"])
        words |= dict.fromkeys(_forms(unit["words"], unit.get("plurals")), entry)
        symbols |= dict.fromkeys(unit.get("symbols", ()), entry)
        cased |= set(unit.get("symbols", ()) if unit.get("cased") else ())
        for prefix in unit.get("prefixes", ()):
            multiple = Entry(prefix + name, unit["dimension"])
            words |= dict.fromkeys((prefix + form for form in _forms(unit["words"], unit.get("plurals"))), multiple)
            short = data["prefixes"][prefix]
            symbols |= dict.fromkeys((short + symbol for symbol in unit.get("symbols", ())), multiple)
    symbols |= dict(_powers(symbols))
    caseless = {s.lower(): e for s, e in symbols.items() if len(s) >= CASELESS and s not in cased}
    return Table(caseless | words, symbols, 1 + max(word.count(" ") for word in words))


def _powers(symbols: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Areas and volumes: "m²", "km³"."""
    data = load("units")
    for symbol, unit in symbols.items():
        for sign in "²³":
            if unit.dimension == "length" and symbol.isalpha():
                power = data["powers"]["after"][sign]
                yield symbol + sign, Entry(f"{power} {unit.name}", data["dimensions"][f"{power} length"])


def _forms(words: list[str], plurals: list[str] | None) -> Iterator[str]:
    """Singulars and plurals, in lower case."""
    for word in words:
        yield word.lower()
        if plurals is None:
            yield f"{word.lower()}s"
    yield from (plural.lower() for plural in plurals or ())


def entry(text: str, *, glued: bool) -> Entry | None:
    """What a symbol or word says; symbols of one letter are units only where they are glued to their number."""
    found = table().symbols.get(text)
    if found is not None and (glued or len(text) > 1 or not text.isalpha() or text in load("units")["spaced"]):
        return found
    return table().words.get(text.lower())
