"""Which stretches of a document are time expressions: the DATE and TIME entities, with their edges set right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.dates.words import codes, words_of
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from factx.record import Offsets

LABELS = ("DATE", "TIME")

# Words that belong to an expression when they stand before it: "earlier" this month, "the" past week, "mid"-October.
_ADVERBS = {"E": "LTNPDmwyst#oYKJ", "F": "LTNPDmwyst#oYKJp", "M": "LTNmyswYotpu", "e": "LTNt", "f": "LTNt"}
_DETERMINERS = {"T": "uPLwmsp", "L": "uwmsp#V", "P": "uwms#V", "N": "uwms#V", "D": "PLNCKJ", "A": "u", "C": "u#V"}
_PUNCTUATION = ",.;:-–—'’\"”“()"
# Two neighbours are one expression if their codes together look like this: "Oct." "7", "Friday" "May 8, 2009".
_JOINS = {"m#", "mo", "my", "mcy", "m#y", "m#cy", "moy", "mocy", "wm#", "wcm#", "wcmo", "wcm#cy", "wm#cy", "#m", "#my"}
_GLUE = ("", ",")
# A time of day and its day are one too: "3 p.m." on "Friday", "noon" "Saturday", "Oct. 7" "morning".
_CLOCK = r"(?:[:n]x?|#x)z*"
_DAY = r"(?:w|t|(?:wc?)?m[#o](?:c?y)?)"
_MOMENT = re.compile(f"{_CLOCK}c?{_DAY}|{_DAY}c?{_CLOCK}|{_DAY}p")
_MOMENT_GLUE = (*_GLUE, "on", "at", ", at", ", on")


def expressions(doc: Doc) -> list[tuple[Offsets, str]]:
    """Offsets and entity label of every time expression, in order, none overlapping another. Ages are none."""
    found: list[tuple[int, int, str]] = []
    for start, end, label in _entities(doc):
        trimmed = _trimmed(doc, start, end)
        if trimmed is None or is_age(doc, *trimmed):
            continue
        floor = found[-1][1] if found else 0
        found.append((max(_widened_left(doc, *trimmed), floor), _widened_right(doc, trimmed[1]), label))
    return [((doc[s].idx, _end(doc, e)), label) for s, e, label in found if s < e]


def _entities(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """DATE and TIME entities as token ranges; those that the recogniser split are joined."""
    held: tuple[int, int, str] | None = None
    for ent in doc.ents:
        if ent.label_ not in LABELS:
            continue
        if held and _are_one(doc, held, ent.start, ent.end):
            held = (held[0], ent.end, held[2])
            continue
        if held:
            yield held
        held = (ent.start, ent.end, ent.label_)
    if held:
        yield held


def _are_one(doc: Doc, held: tuple[int, int, str], start: int, end: int) -> bool:
    gap = doc[held[1] : start].text.strip()
    if gap not in _MOMENT_GLUE or "\n" in doc[held[1] - 1 : start].text_with_ws:
        return False
    letters = codes(words_of(doc[held[0] : end].text))
    return (gap in _GLUE and letters in _JOINS) or _MOMENT.fullmatch(letters) is not None


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Without leading prepositions, outer punctuation and a possessive "'s"."""
    strip = load("timewords")["strip"]
    while start < end and (doc[start].lower_ in strip or _is_edge(doc[start])):
        if doc[start].text in ("'", "’", "‘") and end - start > 1 and doc[start + 1].text[:1].isdigit():
            break  # '90s
        if doc[start : start + 2].text.lower() in load("timewords")["approximators"]:
            break  # at least four decades
        start += 1
    start = _after_side_adverb(doc, start, end)
    while start < end and (_is_edge(doc[end - 1]) or doc[end - 1].lower_ in ("'s", "’s")):
        end -= 1
    return (start, end) if start < end else None


def _after_side_adverb(doc: Doc, start: int, end: int) -> int:
    """As in "later on Sunday" is "Sunday"; "later on Oct. 7" is "Oct. 7"."""
    if end - start > 2 and _code(doc[start]) in ("e", "f") and doc[start + 1].lower_ == "on":  # noqa: PLR2004
        return start + 2
    return start


def _is_edge(token: Token) -> bool:
    return token.is_space or all(c in _PUNCTUATION for c in token.text)


def is_age(doc: Doc, start: int, end: int) -> bool:
    """Whether a stretch is somebody's age ("42-year-old", "aged 42", "her early 30s") and no time."""
    times = load("timewords")
    inside = [t.lower_ for t in doc[start:end]]
    before = doc[start - 1].lower_ if start else ""
    after = [t.lower_ for t in doc[end : end + 2]]
    words = [part for word in inside for part in word.split("-")]
    old = any(w in times["ages"] for w in (*words, before)) or (
        after[:1] == ["old"] or after == ["-", "old"] or after[:1] == ["-old"]
    )
    letters = codes(words_of(doc[start:end].text))
    if letters == "#" and _between_commas(doc, start, end):
        return True
    return old or ("Y" in letters and (before in times["possessives"] or inside[0] in times["possessives"]))


def _between_commas(doc: Doc, start: int, end: int) -> bool:
    """As in "Peskov, 56, said": after a person and a comma, before another comma or the end of the sentence."""
    if start < 2 or doc[start - 1].text != "," or doc[start - 2].ent_type_ != "PERSON":  # noqa: PLR2004
        return False
    return end == len(doc) or doc[end].text in ",."


def _code(token: Token) -> str:
    words = words_of(token.text)
    return words[0].code if len(words) == 1 else ""


def _widened_left(doc: Doc, start: int, end: int) -> int:
    """With the determiner and the adverb that stand just before."""
    letters = codes(words_of(doc[start:end].text))
    for table in (_DETERMINERS, _DETERMINERS, _ADVERBS):
        before = _before(doc, start)
        code = _code(doc[before]) if before is not None else ""
        if before is not None and letters and letters[0] in table.get(code, ""):
            start, letters = before, code + letters
    return _with_adverb_phrase(doc, start, letters)


def _before(doc: Doc, start: int) -> int | None:
    """The token before, over a hyphen ("mid-October"); None at a line's begin."""
    if start and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
        start -= 1
    return start - 1 if start and "\n" not in doc[start - 1].text else None


def _with_adverb_phrase(doc: Doc, start: int, letters: str) -> int:
    """As in "earlier in" before "the week", "the end of" before "the month" where the entity begins late."""
    if letters == "Du" and start > 1 and doc[start - 1].lower_ == "in" and _code(doc[start - 2]) in ("e", "f"):
        return start - 2
    return start


def _widened_right(doc: Doc, end: int) -> int:
    """With an "ago" that the entity leaves out."""
    return end + 1 if end < len(doc) and _code(doc[end]) == "G" and doc[end].lower_ == "ago" else end


def _end(doc: Doc, end: int) -> int:
    return doc[end - 1].idx + len(doc[end - 1])
