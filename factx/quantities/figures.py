"""Numbers written in figures: what they say, and what they might say if they are malformed."""

from __future__ import annotations

import re
from dataclasses import dataclass

MALFORMED = "malformed-number"
TOO_LARGE = "number-too-large"

# Whole numbers are exact up to here in every reader of JSON; larger ones are given as floats.
EXACT = 2**53
# More figures than this say nothing; with magnitudes after them they stay far from overflowing a float (1.8e308).
MAX_FIGURES = 100
GROUP = 3

_SPACES = re.compile("[\u00a0\u202f\u2009]")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_LAKH = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+){2,}")
_DOT_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
_TWO_SIGNS = re.compile(r"[.,]{2}")
_LIST = re.compile(r"[0-9]{1,2}(?:,[0-9]{1,2}){2,}")


@dataclass(frozen=True, slots=True)
class Figure:
    """The value; or in its place flags, and the readings, each with the slip that it takes the writer to have made."""

    value: float | None
    flags: tuple[str, ...] = ()
    readings: tuple[float, ...] = ()
    reasons: tuple[str, ...] = ()


def number(value: float) -> float:
    """The number as JSON should have it: an int where it is whole and exact."""
    if isinstance(value, int):
        return value if abs(value) <= EXACT else float(value)
    return int(value) if value.is_integer() and abs(value) <= EXACT else value


def figure(text: str) -> Figure | None:
    """What a run of figures and separators says; None for versions, addresses and lists ("3.2.1", "1,2,3")."""
    text = _SPACES.sub(",", text)
    if len(text) > MAX_FIGURES:
        return Figure(None, (TOO_LARGE,))
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text) or _LAKH.fullmatch(text):
        return Figure(_value(text))
    if _DOT_GROUPED.fullmatch(text):
        return _malformed({_value(text.replace(".", "")): "full stops separate thousands"})
    if _DOTTED.fullmatch(text) or _LIST.fullmatch(text):
        return None
    return _malformed(_readings(text))


def _malformed(readings: dict[float, str]) -> Figure:
    return Figure(None, (MALFORMED,), tuple(readings), tuple(readings.values()))


def _value(text: str) -> float:
    plain = text.replace(",", "")
    return number(float(plain) if "." in plain else int(plain))


def _readings(text: str) -> dict[float, str]:
    """What it may mean, the smallest slip first: a separator, then a figure, too many or too few."""
    if _TWO_SIGNS.search(text):
        digits = re.split(r"[.,]+", text)
        return {
            _value(digits[0] + "." + "".join(digits[1:])): "a sign too many",
            _value("".join(digits)): "signs that do not belong",
        }
    if _CONTINENTAL.fullmatch(text):
        continental = text.replace(".", "").replace(",", ".")
        return {_value(continental): "full stops separate thousands, a comma the decimals"}
    whole, _, decimals = text.partition(".")
    tail = f".{''.join(c for c in decimals if c.isdigit())}" if decimals else ""
    *head, last = whole.split(",")
    stem = "".join(head)
    found = {_value(stem + last + tail): "a comma is out of place"}
    if 0 < len(last) != GROUP and head:
        slip = "lacks a figure" if len(last) < GROUP else "has a figure too many"
        found.setdefault(_value(stem + last[:GROUP].ljust(GROUP, "0") + tail), f"the last group {slip}")
    if len(head) == 1 and len(last) < GROUP and last.strip("0") and not tail:
        found.setdefault(_value(f"{stem}.{last}"), "the comma stands for a decimal point")
    return found
