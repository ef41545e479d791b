"""The words that have a part in time expressions, each with a one-letter code: patterns over codes are the grammar.

w weekday · W weekdays · m month · v holiday · s season · p part of the day · q parts of the day
t today, yesterday … · u unit · U units · # number · y year · Y decade · o ordinal · i ISO date · / date in figures
4 quarter or half ("Q3") · : clock time · x am, pm · z time zone · n noon, midnight · L last · P past · K previous
T this · S that, same · N next · J following · C coming · r recent, latest · R now, soon … · D the · A a · O of
E early · M middle · F late, end · e earlier · f later · b before · a after · G ago · H every · Q daily … · @ per
V several · Z once, twice · X times · h half · k more, full … · l long · g fiscal · B BC · I in, on, at · < from
> between · 2 to · - dash · & and · j or · c comma · ' possessive · ~ about, more than … · ? no month, but like one
! end of a clause · | end of a paragraph · . anything else
"""

from __future__ import annotations

from functools import cache
from typing import Any

from factx.lexicons import load

OTHER, BREAK = ".", "|"
NUMBER_WORD = "d"
_PER_WORD = (
    ("ordinals", "o"),
    ("seasons", "s"),
    ("season_plurals", "s"),
    ("parts", "p"),
    ("plural_parts", "q"),
    ("days", "t"),
    ("adverbs", "Q"),
    ("references", "R"),
)
CENTURY_OF_DECADES = 1900  # "the nineties" are of this century


@cache
def vocabulary() -> dict[str, tuple[str, Any]]:
    """Every single word that has a code, in lower case: {word: (code, value)}."""
    times = load("timewords")
    table: dict[str, tuple[str, Any]] = {w: (code, w) for w, code in times["codes"].items()}
    table |= {w: ("k", w) for w in times["between_count_and_unit"]}
    table |= {w: ("z", w) for w in times["zones"]}
    table |= dict.fromkeys(times["vague"], ("V", None))
    for key, code in _PER_WORD:
        table |= {w: (code, value) for w, value in times[key].items()}
    table |= {w: ("Y", CENTURY_OF_DECADES + value) for w, value in times["decades"].items()}
    table |= {w: ("n", value) for w, value in times["clock"].items()}
    table |= {w: ("U" if plural else "u", unit) for w, (unit, plural) in times["units"].items() if w not in table}
    table |= {w: ("m", value) for w, value in load("months")["months"].items()}
    table |= {w: ("w", value) for w, value in load("weekdays")["weekdays"].items()}
    table |= {w: ("W", value) for w, value in load("weekdays")["plural"].items()}
    return table


@cache
def phrases() -> dict[str, tuple[tuple[str, str, Any], ...]]:
    """Expressions of several words by their first word, longest first: {first: ((phrase, code, value), …)}."""
    times, holidays = load("timewords"), load("holidays")
    table: dict[str, tuple[str, Any]] = {p: (code, value) for p, (code, value) in times["phrases"].items()}
    table |= {p: ("~", p) for p in times["approximators"]}
    table |= {name: ("v", name) for kind in ("fixed", "weekday", "easter") for name in holidays[kind]}
    by_first: dict[str, list[tuple[str, str, Any]]] = {}
    for phrase, (code, value) in table.items():
        by_first.setdefault(_first_word(phrase), []).append((phrase, code, value))
    return {first: tuple(sorted(some, key=lambda p: -len(p[0]))) for first, some in by_first.items()}


def _first_word(phrase: str) -> str:
    end = next((i for i, c in enumerate(phrase) if not c.isalpha()), len(phrase))
    return phrase[:end]


def is_like_a_month(word: str) -> bool:
    """Whether a lower-case word that is no month ends like one ("octember")."""
    months = load("months")
    return word.endswith(tuple(months["endings"])) and word not in months["no_months"]


@cache
def words_of(key: str) -> frozenset[str]:
    """A word list of the lexicon "timewords"."""
    return frozenset(load("timewords")[key])
