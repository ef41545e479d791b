"""The time expressions of a document.

What the grammar finds and the entities and the parse let stand, and the rest of the DATE and TIME entities, which the
grammar does not know.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factx.dates.ages import is_age
from factx.dates.candidates import candidates
from factx.dates.entities import Entities
from factx.dates.evidence import stands
from factx.dates.extent import goes_on, inner_edges, modified, trimmed
from factx.dates.forms import About, Amount, Named
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

    from factx.dates.candidates import Candidate
    from factx.dates.forms import Form

# What stands before a range, and between its ends: "from … to", "… through", "…-…", "between … and".
_WORDS, _DASH = re.compile("<[-2]D?|>&D?"), re.compile(".?-")
TIME_LABELS = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Expression:
    """``text``, which is the document's ``[start:end]``; ``form`` is None if the grammar has none for it.

    ``range_by``: what ties it to the expression before as the end of a range.
    """

    start: int
    end: int
    text: str
    form: Form | None
    kind: Literal["DATE", "TIME"] = "DATE"
    flags: tuple[str, ...] = ()
    range_by: Literal["", "words", "dash"] = ""


def expressions(doc: Doc, text: str) -> list[Expression]:
    """All time expressions in order, none overlapping another. Ages are none."""
    entities = Entities.of(doc)
    found, taken = [], []
    for candidate in candidates(text):
        taken.append((candidate.start, candidate.end))
        if (one := _judged(doc, text, candidate, entities)) is not None:
            found.append(one)
    found += _left_over(doc, taken)
    return sorted(found, key=lambda e: e.start)


def _judged(doc: Doc, text: str, candidate: Candidate, entities: Entities) -> Expression | None:
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if span is None or is_age(span, candidate.codes) or not stands(span, candidate, entities):
        return None
    start, end = inner_edges(span, candidate)
    form = candidate.form
    if isinstance(form, About) and isinstance(form.form, Amount) and goes_on(span):
        start, form = span[1].idx, form.form
    flags = _name_flags(span, form, in_name=entities.name_around(start, end) is not None)
    return Expression(start, end, text[start:end], form, flags=flags, range_by=_range_by(candidate.follows))


def _name_flags(span: Span, form: Form, *, in_name: bool) -> tuple[str, ...]:
    """Marks a date in a name, and a day that names what happened on it ("the October 7 attacks"), of whatever year."""
    day = isinstance(form, Named) and form.kind in ("month-day", "holiday")
    thing = modified(span) if day else None
    if not in_name and (thing is None or thing.pos_ not in ("NOUN", "PROPN")):
        return ()
    no_year = isinstance(form, Named) and form.kind == "month-day" and form.within is None
    return ("in-name", "ambiguous") if no_year else ("in-name",)


def _range_by(codes: str) -> Literal["", "words", "dash"]:
    if _DASH.fullmatch(codes):
        return "dash"
    return "words" if _WORDS.fullmatch(codes) else ""


def _left_over(doc: Doc, taken: list[tuple[int, int]]) -> Iterator[Expression]:
    """Entities that the grammar says nothing of."""
    ends = [end for _, end in taken]
    for ent in doc.ents:
        at = bisect_left(ends, ent.start_char + 1)
        if ent.label_ not in TIME_LABELS or (at < len(taken) and taken[at][0] < ent.end_char):
            continue
        span = trimmed(ent)
        if span is not None and not _says_nothing(span) and not is_age(span, ""):
            yield Expression(span.start_char, span.end_char, span.text, None, _kind(ent))


def _says_nothing(span: Span) -> bool:
    """One word in small letters ("period"), a unit ("Day" of "Waitangi Day"), or an ordinal ("a second")."""
    alone = len(span) == 1 and (span.text.islower() or span.text.lower() in load("timewords")["units"])
    return alone or span[-1].lower_ == "second"


def _kind(ent: Span) -> Literal["DATE", "TIME"]:
    return "TIME" if ent.label_ == "TIME" else "DATE"
