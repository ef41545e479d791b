"""A time expression's text to its reading: simple rules first, then what is built from them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factx.dates import amounts, clock, explicit, relative
from factx.dates.grammar import first_reading, rule
from factx.dates.periods import CENTURY
from factx.dates.words import words_of
from factx.lexicons import load

if TYPE_CHECKING:
    from factx.dates.grammar import Match
    from factx.dates.reading import Context, Reading
    from factx.dates.words import Word

_MOD = {"E": "START", "M": "MID", "F": "END", "e": "START", "f": "END"}
# A point in time is not longer or shorter than an amount, but before or after the moment that the amount leads to.
_POINT_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}


def read(text: str, context: Context) -> Reading | None:
    """The reading of an expression, None if the grammar has none. Never looks at the clock of the machine."""
    mod, rest = _approximated(text)
    reading = read_words(words_of(rest), context)
    if reading is None or mod is None:
        return reading
    if reading.type == "DATE":
        mod = _POINT_MOD.get(mod, mod)
    return replace(reading, mod=reading.mod or mod)


def read_words(words: tuple[Word, ...], context: Context) -> Reading | None:
    """The reading of words; see ``read``."""
    return first_reading(RULES, words, context)


@cache
def _approximators() -> tuple[tuple[str, str], ...]:
    """Phrases and their TIMEX3 mods, longest first."""
    return tuple(sorted(load("timewords")["approximators"].items(), key=lambda item: -len(item[0])))


def _approximated(text: str) -> tuple[str | None, str]:
    """As in "more than two years" as its mod and "two years"."""
    lowered = text.lower()
    for phrase, mod in _approximators():
        if lowered.startswith(phrase + " "):
            return mod, text[len(phrase) + 1 :]
    return None, text


def _part(match: Match, context: Context) -> Reading | None:
    """As in "early 2009", "the end of the month", "late last week", "earlier today", "later this month"."""
    side, rest = match.word("side"), read_words(match.part("rest"), context)
    if side is None or rest is None or rest.type not in ("DATE", "TIME") or rest.mod:
        return None
    made = replace(rest, mod=_MOD[side.code], rule=f"{rest.rule}+part")
    if rest.rule == "unit-bare":
        made = replace(made, flags=())  # "earlier in the week", "the end of the year" can only be this one
    return _cut(made, context) if side.code in "ef" else made


def _cut(reading: Reading, context: Context) -> Reading:
    """A period from its begin to the day of publication ("earlier"), or from there to its end ("later")."""
    day = context.published
    if day is None or reading.first is None or reading.last is None or not reading.first <= day <= reading.last:
        return reading
    return replace(reading, last=day) if reading.mod == "START" else replace(reading, first=day)


def _time_and_day(match: Match, context: Context) -> Reading | None:
    value, day = clock.time_value(match), read_words(match.part("rest"), context)
    return None if value is None or day is None else clock.on_day(day, value)


def _span(match: Match, context: Context) -> Reading | None:
    """As in "2014-2018", "May to July", "between Monday and Friday": one interval."""
    first = read_words(match.part("from"), context)
    last = read_words(match.part("rest"), context)
    if first is None or last is None or {first.type, last.type} != {"DATE"} or "/" in first.value + last.value:
        return None
    return replace(
        last,
        value=f"{first.value}/{last.value}",
        rule="range",
        first=first.first,
        flags=tuple(dict.fromkeys(first.flags + last.flags)),
        unanchored=first.unanchored or last.unanchored,
        anchor=first.anchor if last.anchor == "none" else last.anchor,
    )


def _days(match: Match, context: Context) -> Reading | None:
    """As in "Oct. 7-9", "7-9 October 2009", "May 3 to 5": the month and the year stand once."""
    month, year = match.part("month"), match.part("year")
    first = read_words((*month, *match.part("from"), *year), context)
    last = read_words((*month, *match.part("to"), *year), context)
    if first is None or last is None or first.grain != "day" or last.grain != "day":
        return None
    return replace(last, value=f"{first.value}/{last.value}", rule="range", first=first.first)


def _two_years(match: Match, context: Context) -> Reading | None:
    """As in "2014-15"."""
    start, end = match.word("from"), match.word("to")
    if start is None or end is None or end.value != (start.value + 1) % CENTURY:
        return None
    last = replace(end, code="y", value=start.value + 1)
    first, second = read_words((start,), context), read_words((last,), context)
    if first is None or second is None:
        return None
    return replace(second, value=f"{first.value}/{second.value}", rule="range", first=first.first)


# Without a time of its own: each rule below takes one away, so that reading never branches twice over the same words.
_DAY = r"(?P<rest>[^p:nx]+?)"

RULES = (
    *explicit.RULES,
    *relative.RULES,
    *amounts.RULES,
    *clock.RULES,
    rule(r"D?(?P<side>[EMF])O?(?P<rest>.+)", _part),
    rule(r"(?P<side>[ef])(?P<rest>.+)", _part),
    rule(_DAY + r"c?" + clock.PART, _time_and_day),
    rule(clock.PART + r"O?c?" + _DAY, _time_and_day),
    rule(_DAY + r"c?" + clock.CLOCK, _time_and_day),
    rule(clock.CLOCK + r"c?O?" + _DAY, _time_and_day),
    rule(r"(?P<month>m)(?P<from>[#o])[-2](?P<to>[#o])(?P<year>c?y)?", _days),
    rule(r"(?P<from>[#o])[-2](?P<to>[#o])O?(?P<month>m)(?P<year>c?y)?", _days),
    rule(r"(?P<from>y)-(?P<to>#)", _two_years),
    rule(r">(?P<from>[^&]+)&(?P<rest>.+)", _span),
    rule(r"(?P<from>[^-2>]+)[-2](?P<rest>[^-2]+)", _span),
)
