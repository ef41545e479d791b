"""From a text to the words that may belong to time expressions, with their codes and places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factx.dates.numerals import in_words, numeral
from factx.dates.vocabulary import (
    BREAK,
    NUMBER_WORD,
    OTHER,
    is_like_a_month,
    is_number_word,
    phrases,
    vocabulary,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = re.compile(
    r"(?P<quarter>\b[QH][1-4]\b)"
    r"|(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    r"|(?P<figures>[0-9]{1,2}(?P<mark>[/.-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})(?![0-9]|[/.-][0-9]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{1,2}\.[0-9]{2}(?=\s?[ap]\.?m))"
    r"|(?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>['’‘]?[0-9]{1,3}0['’]?s\b)"
    r"|(?P<short>['’‘][0-9][0-9]\b)"
    r"|(?P<mixed>[0-9]{1,3} [1-9]/[1-9](?![0-9]))"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<dash>[-–—])"
    r"|(?P<comma>,)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<stop>[.;:!?)])"
    r"|(?P<other>[^\s'’‘\"“”])"
)
_SIGNS = {"dash": "-", "comma": "c", "possessive": "'", "gap": BREAK, "stop": "!", "other": OTHER}


SECOND = 2  # the ordinal, which may be the unit

# Words seen are kept with their codes, at most so many.
MEMORY = 100_000


class Word(NamedTuple):
    """One word: ``text[start:end]``; what ``value`` is depends on the code."""

    code: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text's words, and their codes in one string: ``codes[i]`` is that of ``words[i]``."""

    text: str
    words: list[Word]
    codes: str


def lex(text: str) -> Lexed:
    """The words of a text."""
    words = list(in_words(_raw(text)))
    for i, word in enumerate(words):
        if i and word.code in "opq":
            words[i] = _in_place(words, i)
    return Lexed(text, words, "".join(w.code for w in words))


def _raw(text: str) -> Iterator[Word]:
    """Words as they stand; a phrase is one word."""
    known, heads = vocabulary(), phrases()
    skip = 0
    for match in _WORDS.finditer(text):
        start = match.start()
        if start < skip:
            continue
        kind = match.lastgroup or "other"
        if kind == "word":
            word = match.group()
            if (plain := _plain(word)) is not None:
                yield Word(*plain, start, match.end())
                continue
            lower = word.lower()
            phrase = _phrase(text, start, heads.get(_head(lower), ()))
            made = phrase or _word(text, word, lower, start, known.get(lower))
            yield made
            skip = made.end  # with its full stop
        elif kind in _SIGNS:
            yield Word(_SIGNS[kind], None, start, match.end())
        else:
            yield Word(*numeral(kind, match.group()), start, match.end())


@lru_cache(MEMORY)
def _plain(word: str) -> tuple[str, str] | None:
    """Code and value of a word that is in no list and begins no phrase, as nearly all; None of any other."""
    lower = word.lower()
    return None if lower in vocabulary() or _head(lower) in phrases() else (_unlisted(word, lower), lower)


def _unlisted(word: str, lower: str) -> str:
    if is_number_word(lower):
        return NUMBER_WORD
    return "?" if word[0].isupper() and is_like_a_month(lower) else OTHER


def _head(lower: str) -> str:
    return lower.partition(".")[0]


def _phrase(text: str, start: int, some: tuple[tuple[str, str, Any], ...]) -> Word | None:
    for phrase, code, value in some:
        end = start + len(phrase)
        said = text[start:end].lower().replace("’", "'").replace("\n", " ")
        if said == phrase and not text[end : end + 1].isalnum():
            return Word(code, value, start, end)
    return None


def _word(text: str, word: str, lower: str, start: int, found: tuple[str, Any] | None) -> Word:
    end = start + len(word)
    if found is None:
        return Word(_unlisted(word, lower), lower, start, end)
    code, value = found
    if word[0].islower() and lower in words_of("capitals_only"):
        return Word(OTHER, lower, start, end)
    if text[end : end + 1] == "." and lower in words_of("with_full_stop"):
        end += 1
    return Word(code, value if code != "z" else word, start, end)


def _in_place(words: list[Word], i: int) -> Word:
    """The word as its neighbours make it: "second" a unit after a number, and so "nights"."""
    word = words[i]
    counted = _is_count(words, i)
    if word.code == "o" and word.value == SECOND and word.end - word.start == len("second") and counted:
        return Word("u", "second", word.start, word.end)
    if word.code in "pq" and word.value == "NI" and counted:
        return Word("u" if word.code == "p" else "U", "night", word.start, word.end)
    return word


def _is_count(words: list[Word], i: int) -> bool:
    """Whether a number stands before a word, with or without a hyphen."""
    before = words[i - 1]
    if before.code == "-" and i > 1:
        before = words[i - 2]
    return before.code in "#V"
