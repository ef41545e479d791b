"""Whether a word that may mean a time means one here: "may", "second", "fall", "the day", "1500", "current"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.dates.entities import TIME
from factx.dates.forms import Amount, DayOfMonth, Fixed, Moment, Named, Ref

if TYPE_CHECKING:
    from spacy.tokens import Span

    from factx.dates.candidates import Candidate
    from factx.dates.entities import Entities

# Years that news writes without a word to say so; a number outside them needs the entity recogniser's support.
FIRST_YEAR, LAST_YEAR = 1500, 2100
# Events and laws are named by their dates ("the 1960 election"); other names only look so ("Today", "Friday Night").
NAMES_WITH_DATES = frozenset({"EVENT", "LAW"})
YEAR_BEFORE = frozenset("in since until by of during before after from to and between early late through around , ( –".split())


def stands(span: Span, candidate: Candidate, entities: Entities) -> bool:
    """Whether a candidate is a time expression here."""
    labels = entities.labels(candidate.start, candidate.end)
    if candidate.codes == "Au" and _is_rate(span):
        return False
    if candidate.codes in ("Au", "Du", "u") and span[-1].lower_ == "second":
        return False  # an ordinal, or what nobody times
    if candidate.codes.endswith("Au") and span[-1].lower_ == "quarter" and _followed_by_of(span):
        return False
    if isinstance(candidate.form, Ref) and _opens(span):
        return False
    if labels & TIME:
        return True
    if (name := entities.name_around(candidate.start, candidate.end)) is not None:
        return name in NAMES_WITH_DATES
    if not entities.known:
        return True
    form = candidate.form
    match form:
        case Fixed() if candidate.codes == "y":
            return _is_year(span, form.period.first.year, labels)
        case Named() if candidate.codes in ("m", "s", "Ds"):
            return span[-1].tag_ in ("NNP", "NN", "") and not labels and span[-1].lower_ != "fall"
        case Moment(day=None):
            return ":" in candidate.codes or "x" in candidate.codes
        case DayOfMonth():
            return False
        case Amount():
            return candidate.codes not in ("u", "U", "Au") and not labels
        case _:
            return True


def _is_year(span: Span, year: int, labels: set[str]) -> bool:
    if labels or not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    before = span.doc[span.start - 1].lower_ if span.start else ""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return before in YEAR_BEFORE and (after is None or after.tag_ not in ("NNS", "CD", "NN"))


def _is_rate(span: Span) -> bool:
    """As in "$3 a year", "twice a week": the article means "for each"."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and (before.pos_ in ("NUM", "SYM", "NOUN") or before.lower_ in ("once", "twice"))


def _followed_by_of(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lower_ in ("of", "percent", "point")


def _opens(span: Span) -> bool:
    """As in "Now, what is that?": the word opens a sentence and says nothing of time."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    return span[0].text.istitle() and after == "," and len(span) == 1
