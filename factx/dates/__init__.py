"""When: the time expressions of a document, as ``doc._.dates``.

``candidates`` finds them with a grammar over words and gives each a semantic form; ``finder`` weighs them against the
entities and the parse; ``resolve`` reads them against the day of publication or the last date that the text named.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language

from factx.dates.finder import expressions
from factx.dates.story import Story
from factx.extensions import ensure, notice
from factx.record import Date

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.dates.finder import Expression
    from factx.dates.reading import Reading

DATE_LENGTH = len("2023-11-12")
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
    text = doc.text  # spaCy joins it anew each time it is asked for
    found = expressions(doc, text)
    story = Story.of(published_day(doc._.published), [one.form for one in found])
    read: list[Date] = []
    warned = False
    before: Expression | None = None
    for one in found:
        reading = story.read(doc, one)
        made = _date(f"d{len(read) + 1}", one, text, reading)
        if one.range_by and before is not None and (one.range_by == "words" or reading.grain == read[-1].grain):
            begin = story.begin(before, one, reading)
            start = _date(read[-1].id, before, text, begin) if begin is not None else read[-1]
            read[-1] = replace(start, until=made.id) if _in_order(start, made) else start
        read.append(made)
        before = one
        if reading.unanchored and not warned:
            notice(doc, UNANCHORED, HOW_TO_ANCHOR, (one.start, one.end))
            warned = True
    return read


def _in_order(first: Date, last: Date) -> bool:
    """Whether two dates can be the ends of a range; of unknown days, those of the same grain can."""
    if first.type != last.type or first.type not in ("DATE", "TIME"):
        return False
    if first.first is None or last.last is None:
        return first.grain == last.grain
    return first.first <= last.last


def _date(number: str, found: Expression, text: str, reading: Reading) -> Date:
    return Date(
        id=number,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        grain=reading.grain,
        anchor=reading.anchor,
        rule=reading.rule,
        flags=tuple(dict.fromkeys((*reading.flags, *found.flags))),
    )
