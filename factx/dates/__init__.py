"""When: the time expressions of a document, as ``doc._.dates``.

The entity recogniser decides what is a time expression (DATE, TIME); ``spans`` sets its edges right, ``words`` and
``grammar`` read it, ``explicit``, ``relative``, ``amounts`` and ``clock`` resolve it against the day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language

from factx.dates.fallback import read_explicit
from factx.dates.read import read
from factx.dates.reading import Context, Reading
from factx.dates.spans import expressions
from factx.extensions import ensure, notice
from factx.record import Date

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.record import Offsets

DATE_LENGTH = len("2023-11-12")
UNRESOLVED = "XXXX-XX-XX"
UNANCHORED = "relative-date-unanchored"
HOW_TO_ANCHOR = (
    "The text has dates that count from the day of publication, which is not known: they stay unresolved. "
    "Give it with --date YYYY-MM-DD."
)


@dataclass(frozen=True, slots=True)
class Dates:
    """Sets ``doc._.dates`` from ``doc.ents`` and ``doc._.published`` (ISO 8601, or None: never today)."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        doc._.dates = tuple(_dates(doc))
        return doc


@Language.factory("factx_dates", assigns=["doc._.dates"], requires=["doc.ents"])
def make_dates(nlp: Language, name: str) -> Dates:  # noqa: ARG001  spaCy's signature
    """The component that reads dates."""
    for extension, default in (("published", None), ("dates", ()), ("notices", None)):
        ensure(extension, default)
    return Dates()


def published_day(value: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None if there is none or it is not one."""
    try:
        return date.fromisoformat((value or "")[:DATE_LENGTH])
    except ValueError:
        return None


def _dates(doc: Doc) -> list[Date]:
    whole = doc.text  # spaCy joins it anew each time it is asked for
    found: list[Date] = []
    context = Context(published_day(doc._.published))
    unanchored: Offsets | None = None
    for offsets, label in expressions(doc):
        text = whole[slice(*offsets)]
        reading = read(text, context) or read_explicit(text, context) or _unread(label)
        found.append(_date(f"d{len(found) + 1}", offsets, text, reading))
        if reading.unanchored and unanchored is None:
            unanchored = offsets
        if reading.type == "DATE" and reading.grain == "day" and reading.first is not None:
            context = Context(context.published, reading.first)
    if unanchored is not None:
        notice(doc, UNANCHORED, HOW_TO_ANCHOR, unanchored)
    return found


def _unread(label: str) -> Reading:
    return Reading(UNRESOLVED, "none", "TIME" if label == "TIME" else "DATE", flags=("unresolved",))


def _date(number: str, offsets: Offsets, text: str, reading: Reading) -> Date:
    return Date(
        id=number,
        start=offsets[0],
        end=offsets[1],
        text=text,
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        grain=reading.grain,
        anchor=reading.anchor,
        rule=reading.rule,
        flags=reading.flags,
    )
