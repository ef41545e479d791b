"""Ages, which look like durations: "42-year-old", "aged 42", "her early 30s", "wise beyond her years"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Span

_DASH = re.compile("[-‐‑–—]")


def is_age(span: Span, codes: str) -> bool:
    """Whether a stretch is somebody's age and no time."""
    ages, possessives = _ages()
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1].lower_ if start else ""
    after = [t.lower_ for t in doc[end : end + 2]]
    if (
        before in ages
        or after[:1] == ["old"]
        or (after[-1:] == ["old"] and _DASH.fullmatch(after[0]))
        or after[:1] == ["-old"]
        or after == ["of", "age"]
    ):
        return True
    if any(part in ages for t in span for part in _DASH.split(t.lower_)):
        return True
    if codes == "U" and before in possessives and start > 1 and doc[start - 2].lower_ == "beyond":
        return True
    if not codes:
        return _between_commas(span)
    return "Y" in codes and (before in possessives or span[0].lower_ in possessives)


def _between_commas(span: Span) -> bool:
    """As in "Peskov, 56, said": after a person and a comma, before another comma or the end of the sentence."""
    doc, start, end = span.doc, span.start, span.end
    if not span.text.isdigit() or start < 2 or doc[start - 1].text != "," or doc[start - 2].ent_type_ != "PERSON":  # noqa: PLR2004
        return False
    return end == len(doc) or doc[end].text in ",."


@cache
def _ages() -> tuple[frozenset[str], frozenset[str]]:
    times = load("timewords")
    return frozenset(times["ages"]), frozenset(times["possessives"])
