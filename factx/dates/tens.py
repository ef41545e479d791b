"""Decades that are none: "temperatures in the low 40s", "from the mid-30s to the low-50s", "in their 30s and 40s"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Span

    from factx.dates.candidates import Candidate

# Without a sentence, so many tokens around a decade are looked at.
AROUND = 12
_CENTURY = re.compile("[0-9]{3}")


def is_of_numbers(span: Span, candidate: Candidate) -> bool:
    """Whether a decade of two figures or in words is a ten of degrees, percent, points or years of life.

    "Low", "high", "upper" and "lower" stand before no decade; "mid-30s" is none beside one of those, or a measure.
    """
    around = _sentence(span)
    at, end = candidate.start - around.start_char, candidate.end - around.start_char
    text = around.text.lower()
    if _CENTURY.search(text, at, end):
        return False
    placed, listed, measured = patterns()
    if placed.search(text[:at]) or listed.search(text[:at]) or measured.match(text, end):
        return True
    return "M" in candidate.codes and (
        any(placed.search(text[: m.start()]) for m in re.finditer(r"[1-9]0s", text))
        or any(word in text for word in load("timewords")["measured_in_tens"])
    )


def _sentence(span: Span) -> Span:
    doc = span.doc
    return span.sent if doc.has_annotation("SENT_START") else doc[max(0, span.start - AROUND) : span.end + AROUND]


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a placed ten, before a ten in a list of ages, and the measure after one."""
    numbers, times = load("numbers"), load("timewords")
    ten = rf"(?:[1-9]0['’]?s|{'|'.join(times['decades'])})"
    parts = rf"(?:(?:{'|'.join(numbers['tens_parts'])})[-\s]+)*"
    joins = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+to\s+)"
    return (
        re.compile(r"\b(?:low|lower|high|upper)(?:[-\s]+(?:to|and|or))?[-\s]+$"),
        re.compile(rf"\b(?:{'|'.join(numbers['tens_of_life'])})\s+(?:{parts}{ten}{joins})+(?:the\s+)?{parts}$"),
        re.compile(r"[-\s]{0,3}(?:percent\b|per\s?cent\b|%|°|degrees?\b)"),
    )
