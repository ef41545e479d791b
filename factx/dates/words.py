"""The words of a time expression, each with a one-letter code, so that the grammar is patterns over codes.

w weekday · W weekdays (plural) · m month · v holiday · s season · p part of the day · q parts (plural)
t today, yesterday, tomorrow, tonight · u unit of time · # number · y year · Y decade · o ordinal · i ISO date
: clock time · x am, pm · z time zone · n noon, midnight · L last · P past · K previous · T this · S same, that
N next · J following · C coming · r recent · D the · A a · O of · E early, beginning · M middle · F late, end
e earlier, before · f later, after · G ago · H every · Q daily … · R now, recently … · V few, several · h half
& and · - dash · 2 to · > between · c comma · b BC · ? anything else
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from factx.lexicons import load
from factx.quantities.cardinal import compose, is_cardinal

if TYPE_CHECKING:
    from collections.abc import Callable

# Longer digit strings are no year, day or count of anything a calendar knows.
MAX_DIGITS = 9
FIRST_YEAR, LAST_YEAR = 1000, 9999
YEAR_DIGITS = 4
# "'45" is 1945 and "'12" 2012: two-digit years from here on are of the last century; of decades, all but the noughties
# and the tens ("the '20s" of 2020 are not yet called so alone).
FIRST_SHORT_YEAR, FIRST_SHORT_DECADE = 40, 20
CENTURY = 100

_WORDS = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{1,2}\.[0-9]{2}(?=\s?[ap]\.?m))"
    r"|(?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>['’‘]?[0-9]{1,3}0['’]?s\b)"
    r"|(?P<short>['’‘][0-9][0-9]\b)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)"
    r"|(?P<dash>[-–—])"
    r"|(?P<comma>,)"
    r"|(?P<other>[^\s.'’‘]|['’‘])"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an expression; what ``value`` is depends on the code."""

    code: str
    value: Any
    text: str


def codes(words: tuple[Word, ...]) -> str:
    """The codes, one letter a word: what the patterns match."""
    return "".join(w.code for w in words)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of an expression, without fillers ("on", "trading"), hyphens inside compounds and possessive "'s"."""
    lowered = text.lower().replace("’", "'")
    raw: list[Word] = []
    for part in _split_holidays(lowered):
        raw += [part] if isinstance(part, Word) else [_word(m) for m in _WORDS.finditer(part)]
    kept = [w for w in _possessives_dropped(_numbers_joined(raw)) if w.code != "."]
    kept = [_in_place(kept, i) for i in range(len(kept))]
    return tuple(w for i, w in enumerate(kept) if w.code != "-" or _is_range(kept, i))


@cache
def _holidays() -> re.Pattern[str]:
    names = sorted(load("holidays")["fixed"], key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")


def _split_holidays(text: str) -> list[str | Word]:
    fixed: dict[str, str] = load("holidays")["fixed"]
    parts: list[str | Word] = list(_holidays().split(text))
    return [
        Word("v", tuple(map(int, fixed[p].split("-"))), p) if isinstance(p, str) and p in fixed else p for p in parts
    ]


def _word(match: re.Match[str]) -> Word:
    kind, text = match.lastgroup, match.group()
    if kind == "word":
        return Word(*_vocabulary().get(text, ("d", text) if is_cardinal(text) else ("?", text)), text)
    made = _MAKERS[str(kind)](text)
    return Word(*made, text)


def _quote_or_other(text: str) -> tuple[str, Any]:
    return ("'" if text == "'" else "?", text)


def _number(text: str) -> tuple[str, Any]:
    if len(text) > MAX_DIGITS:
        return "?", text
    if "." in text:
        return "#", float(text)
    value = int(text)
    return ("y" if len(text) == YEAR_DIGITS and FIRST_YEAR <= value <= LAST_YEAR else "#"), value


def _digits(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def _full_year(two_digits: int, pivot: int) -> int:
    return two_digits + (1900 if two_digits >= pivot else 2000) if two_digits < CENTURY else two_digits


_MAKERS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": lambda text: ("i", text),
    "clock": lambda text: (":", tuple(int(p) for p in re.split(r"[:.]", text))),
    "ordinal": lambda text: ("o", _digits(text)),
    "decade": lambda text: ("Y", _full_year(_digits(text), FIRST_SHORT_DECADE)),
    "short": lambda text: ("y", _full_year(_digits(text), FIRST_SHORT_YEAR)),
    "number": _number,
    "dash": lambda text: ("-", text),
    "comma": lambda text: ("c", text),
    "other": _quote_or_other,
}


@cache
def _vocabulary() -> dict[str, tuple[str, Any]]:
    """Every word that has a code: {word: (code, value)}."""
    times = load("timewords")
    table: dict[str, tuple[str, Any]] = {w: (".", w) for w in times["fillers"]}
    table |= {w: ("z", w) for w in times["zones"]}
    table |= {w: ("V", w) for w in times["vague"]}
    table |= {w: (code, w) for w, code in times["codes"].items()}
    for key, code in (
        ("ordinals", "o"),
        ("seasons", "s"),
        ("parts", "p"),
        ("plural_parts", "q"),
        ("days", "t"),
        ("adverbs", "Q"),
    ):
        table |= {w: (code, value) for w, value in times[key].items()}
    table |= {w: ("Y", 1900 + value) for w, value in times["decades"].items()}
    table |= {w: ("R", value) for w, value in times["references"].items()}
    table |= {w: ("n", tuple(map(int, value.split(":")))) for w, value in times["clock"].items()}
    table |= {w: ("u", tuple(value)) for w, value in times["units"].items() if w not in table}
    table |= {w: ("m", value) for w, value in load("months")["months"].items()}
    table |= {w: ("w", value) for w, value in load("weekdays")["weekdays"].items()}
    table |= {w: ("W", value) for w, value in load("weekdays")["plural"].items()}
    return table


def _numbers_joined(words: list[Word]) -> list[Word]:
    """Runs of number words ("twenty", "-", "five") as one number."""
    joined: list[Word] = []
    run: list[Word] = []
    for word in [*words, Word("end", None, "")]:
        if word.code == "d" or (run and word.code in "-&"):
            run.append(word)
            continue
        tail: list[Word] = []
        while run and run[-1].code != "d":
            tail.insert(0, run.pop())
        if run:
            joined.append(_joined(run))
        joined += tail
        run = []
        if word.code != "end":
            joined.append(word)
    return _multiplied(joined)


def _joined(run: list[Word]) -> Word:
    text = " ".join(w.text for w in run)
    value = compose([w.text for w in run if w.code == "d"])
    return Word("?", text, text) if value is None else Word("#", value, text)


def _multiplied(words: list[Word]) -> list[Word]:
    """A figure and the magnitude after it ("2 million years") as one number."""
    merged: list[Word] = []
    for word in words:
        if (
            merged
            and merged[-1].code == "#"
            and merged[-1].text[-1].isdigit()
            and word.code == "#"
            and word.text.isalpha()
        ):
            merged[-1] = Word("#", merged[-1].value * word.value, f"{merged[-1].text} {word.text}")
        else:
            merged.append(word)
    return merged


def _possessives_dropped(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for i, word in enumerate(words):
        if word.code == "'" or (word.text == "s" and i and words[i - 1].code == "'"):
            continue
        kept.append(word)
    return kept


def _in_place(words: list[Word], i: int) -> Word:
    """The word as its neighbours make it: "second" an ordinal before "quarter", "nights" a unit after a number."""
    word = words[i]
    if word.text in ("night", "nights") and i and words[i - 1].code in "#V":
        return Word("u", ("night", word.text == "nights"), word.text)
    after = words[i + 1] if i + 1 < len(words) else None
    if (
        word.text == "second"
        and after is not None
        and (after.code in "hm" or after.text in ("quarter", "century", "decade"))
    ):
        return Word("o", 2, word.text)
    return word


def _is_range(words: list[Word], i: int) -> bool:
    """Whether a dash stands between two of a kind ("2014-2018", "May-July", "7-9"), and not inside a compound."""
    if not 0 < i < len(words) - 1:
        return False
    before, after = words[i - 1].code, words[i + 1].code
    return before == after or (before in "y#" and after in "y#m") or (before == "#" and after == "o")
