"""The reading of one document's expressions in their order: each may lean on what was named before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.dates import periods
from factx.dates.compose import grain_of
from factx.dates.fallback import read_explicit
from factx.dates.forms import About, Day, Fixed, Moment, Named, Part, Shift, Stretch, Unit, Weekday
from factx.dates.periods import Period
from factx.dates.reading import Context, Reading
from factx.dates.resolve import resolve
from factx.dates.tense import direction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc

    from factx.dates.finder import Expression
    from factx.dates.forms import Form
    from factx.dates.reading import Direction

UNRESOLVED = "XXXX-XX-XX"
# The end of the rules by which a story gives a day or month the year of the date before.
TOLD = "-told"
# A text is a story of other times if it has at least this many dates with years that are more than one year before its
# publication, and three times as many of them as words that lean on that day ("today", "Friday", "last week"): so do
# all articles of WikiWars, and 3 of 204 of TimeBank and AQUAINT.
FEW, YEARS_AWAY, TIMES_AS_MANY = 3, 1, 3


@dataclass(slots=True)
class Story:
    """What is known so far."""

    context: Context
    named_at: int = -1

    @classmethod
    def of(cls, published: date | None, forms: Sequence[Form | None]) -> Story:
        """The begin of a document with these forms."""
        return cls(Context(published, narrative=_is_narrative(published, forms)))

    def read(self, doc: Doc, found: Expression) -> Reading:
        """The reading of the next expression."""
        if found.form is None:
            return read_explicit(found.text) or Reading(UNRESOLVED, "none", found.kind, flags=("unresolved",))
        context = self._towards(_direction(doc, found))
        if isinstance(found.form, Moment) and found.form.day is None and self._has_day(doc, found):
            found = replace(found, form=replace(found.form, day=Unit("day", 0, "text")))
        reading = resolve(found.form, context) if found.form else None
        if reading is None:
            return Reading(UNRESOLVED, "none", found.kind, flags=("unresolved",))
        if reading.rule.endswith(TOLD) and context.published is None and not self._goes_on(doc, found, reading):
            reading = reading.with_flags("ambiguous")
        if found.form is not None:
            self._remember(found.form, reading)
        if self.context.reference is not context.reference:
            self.named_at = found.start
        return reading

    def begin(self, found: Expression, last: Expression, end: Reading) -> Reading | None:
        """The begin of a range, read again with its end: a day or month without a year is the last before that."""
        form = found.form
        if not isinstance(form, Named) or not isinstance(last.form, Named) or end.first is None:
            return None
        if form.within is not None or form.pointer or form.kind != last.form.kind:
            return None
        for year in (end.first.year, end.first.year - 1):
            read = resolve(replace(form, within=Fixed(periods.year(year), "year")), self.context) if year else None
            if read is not None and read.first is not None and read.first <= end.first:
                return replace(read, anchor=end.anchor)
        return None

    def _has_day(self, doc: Doc, found: Expression) -> bool:
        """Whether a time of the day belongs to the day named last: in the same sentence, or anywhere in a story."""
        reference = self.context.reference
        if reference is None or reference.grain != "day":
            return False
        if self.context.narrative or not doc.has_annotation("SENT_START"):
            return True
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        return span is not None and span.sent.start_char <= self.named_at

    def _goes_on(self, doc: Doc, found: Expression, reading: Reading) -> bool:
        """Whether a day that lacks its year follows, in time and in the same or the next sentence, the one before."""
        reference = self.context.reference
        if reference is None or reading.first is None or not doc.has_annotation("SENT_START"):
            return True
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        near = span is None or not span.sent.start or doc[span.sent.start - 1].sent.start_char <= self.named_at
        return near and reading.first >= reference.first

    def _towards(self, where: Direction | None) -> Context:
        c = self.context
        return replace(c, direction=where)

    def _remember(self, form: Form, reading: Reading) -> None:
        c = self.context
        if reading.first is None or reading.last is None or reading.type not in ("DATE", "TIME"):
            return
        period = Period(reading.value, reading.first, reading.last, reading.grain or "day")
        reference, quarter = c.reference, c.quarter
        if reading.grain == "quarter" and not isinstance(form, Shift):
            quarter = period
        if reading.type == "TIME" or "/" in reading.value:
            period = Period(reading.first.isoformat(), reading.first, reading.last, "day")
        if period.grain == "day" or (c.narrative and _is_place(form)):
            reference = period
        named = c.named if isinstance(form, Unit) and form.bare else period
        self.context = replace(c, reference=reference, direction=None, quarter=quarter, named=named)


def _is_place(form: Form) -> bool:
    """Whether a form says when something of the story was, so that the next dates may count from it."""
    return grain_of(form) in ("day", "week", "weekend", "month", "season", "quarter", "half", "year")


def _direction(doc: Doc, found: Expression) -> Direction | None:
    form = found.form
    while isinstance(form, Part | About | Moment) and (inner := form.day if isinstance(form, Moment) else form.form):
        form = inner
    weekend = isinstance(form, Unit) and form.unit == "weekend" and not form.step
    later = isinstance(form, Unit) and form.base == "text" and form.step > 0
    free = weekend or later or isinstance(form, Weekday | Stretch) or (isinstance(form, Named) and form.within is None)
    if not free or (isinstance(form, Weekday | Named) and form.pointer) or not doc.has_annotation("DEP"):
        return None
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    return direction(span) if span is not None else None


def _is_narrative(published: date | None, forms: Sequence[Form | None]) -> bool:
    told = deictic = 0
    for form in forms:
        if form is None:
            continue
        year = _year_said(form)
        if year is not None and (published is None or published.year - year > YEARS_AWAY):
            told += 1
        elif _leans(form):
            deictic += 1
    return told >= FEW and told > TIMES_AS_MANY * deictic


def _year_said(form: Form) -> int | None:
    match form:
        case Fixed():
            return form.period.first.year
        case Named(within=Fixed(period=period)):
            return period.first.year
        case Part() | About():
            return _year_said(form.form)
        case _:
            return None


def _leans(form: Form) -> bool:
    match form:
        case Named():
            return bool(form.pointer) or (form.within is not None and _leans(form.within))
        case Unit():
            return form.base == "published"
        case Part() | About():
            return _leans(form.form)
        case Moment():
            return form.day is not None and _leans(form.day)
        case _:
            return isinstance(form, Day | Weekday | Stretch)
