"""Whether a word that may mean a time means one here: "may", "second", "fall", "the day", "1500", "current"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.dates.entities import TIME
from factx.dates.forms import Amount, DayOfMonth, Fixed, Moment, Named, Ref, Unit
from factx.dates.tens import is_of_numbers
from factx.dates.vocabulary import words_of

if TYPE_CHECKING:
    from spacy.tokens import Span

    from factx.dates.candidates import Candidate
    from factx.dates.entities import Entities

# Years that news writes without a word to say so; a number outside them needs the entity recogniser's support.
FIRST_YEAR, LAST_YEAR = 1500, 2100
# Events and laws are named by their dates ("the 1960 election"); other names only look so ("Today", "Friday Night").
NAMES_WITH_DATES = frozenset({"EVENT", "LAW"})


def stands(span: Span, candidate: Candidate, entities: Entities) -> bool:
    """Whether a candidate is a time expression here."""
    if _means_something_else(span, candidate):
        return False
    labels = entities.labels(candidate.start, candidate.end)
    if labels & TIME:
        return True
    if (name := entities.name_around(candidate.start, candidate.end)) is not None:
        return name in NAMES_WITH_DATES
    return not entities.known or _is_clear(span, candidate, labels)


def _means_something_else(span: Span, candidate: Candidate) -> bool:
    """Readings that even an entity recogniser falls for."""
    codes, last = candidate.codes, span[-1].lower_
    if (codes == "Au" and _is_rate(span)) or (codes[0] == "Z" and span[0].dep_ == "mark"):
        return True  # "$3 a year"; "once a week had passed"
    if "Y" in codes and ((span.start and span.doc[span.start - 1].is_currency) or is_of_numbers(span, candidate)):
        return True  # "a handful of $20s", "the low 20s"
    if (last == "thousand" and _counts(span)) or (last == "second" and codes in ("Au", "Du", "u")):
        return True  # no year; an ordinal, or what nobody times
    if last == "quarter" and codes.endswith("Au") and _followed_by_of(span):
        return True
    if isinstance(candidate.form, Unit) and candidate.form.bare and _is_told_which(span):
        return True
    return isinstance(candidate.form, Ref) and _opens(span)


def _counts(span: Span) -> bool:
    """As in "two thousand soldiers", which is no year."""
    return span.end < len(span.doc) and span.doc[span.end].tag_ in ("NNS", "JJ")


def _is_told_which(span: Span) -> bool:
    """As in "the day that he was elected", "the year of the fire": not that of the article."""
    return any(c.i >= span.end and (c.dep_ in ("relcl", "acl") or c.lower_ == "of") for c in span.root.children)


def _is_clear(span: Span, candidate: Candidate, labels: set[str]) -> bool:
    """Whether the words say enough where no entity does."""
    form, codes = candidate.form, candidate.codes
    match form:
        case Fixed() if codes == "y":
            return _is_year(span, form.period.first.year, labels)
        case Named() if codes in ("m", "s", "Ds"):
            return span[-1].tag_ in ("NNP", "NN", "") and not labels and span[-1].lower_ != "fall"
        case Moment(day=None):
            return ":" in codes or "x" in codes
        case DayOfMonth():
            return False
        case Amount():
            return codes not in ("u", "U", "Au", "Dou") and not labels
        case _:
            return True


def _is_year(span: Span, year: int, labels: set[str]) -> bool:
    if labels or not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    before = span.doc[span.start - 1].lower_ if span.start else ""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return before in words_of("year_before") and (after is None or after.tag_ not in ("NNS", "CD", "NN"))


def _is_rate(span: Span) -> bool:
    """As in "$3 a year", "twice a week": the article means "for each"."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and (
        before.pos_ in ("NUM", "SYM", "NOUN") or before.text == "-" or before.lower_ in ("once", "twice")
    )


def _followed_by_of(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lower_ in ("of", "percent", "point")


def _opens(span: Span) -> bool:
    """As in "Now, what is that?": the word opens a sentence and says nothing of time."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    return span[0].text.istitle() and after == "," and len(span) == 1
