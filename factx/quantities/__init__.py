"""How much: the numbers of a document and what they count, as ``doc._.quantities``.

``lexemes`` cuts the text; ``numbers``, ``written``, ``figures`` and ``cardinal`` read numbers; ``chains``, ``items``,
``labels``, ``names``, ``codes`` and ``years`` drop what is no amount; ``amounts`` ties numbers to the units written at
them (``measures``, ``currencies``, ``table``), ``ranges`` joins. What stands around is read by ``units`` (through the
parse: ``ages``, ``nouns``, ``measured``, ``complements``), ``comparators`` and ``changes`` (but ``idioms``); ``shared``
(with ``suspended``) and ``parts`` look from one quantity to the next, ``writing`` writes down.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language

from factx.extensions import ensure
from factx.quantities.amounts import Amount, amount
from factx.quantities.chains import unchained
from factx.quantities.changes import change
from factx.quantities.comparators import compared
from factx.quantities.context import Context
from factx.quantities.found import Found
from factx.quantities.items import unlisted
from factx.quantities.labels import is_amount
from factx.quantities.parts import with_parts
from factx.quantities.ranges import joined
from factx.quantities.shared import shared
from factx.quantities.units import unit_of, without_name
from factx.quantities.writing import recorded
from factx.quantities.written import numbers
from factx.quantities.years import YEARS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.quantities.changes import Change
    from factx.record import Date


@dataclass(frozen=True, slots=True)
class Quantities:
    """Sets ``doc._.quantities``; runs after the dates, whose numbers are taken (those of durations stand in both)."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        context = Context(doc)
        doc._.quantities = recorded(context, with_parts(context, shared(context, _found(context))))
        return doc


@Language.factory("factx_quantities", assigns=["doc._.quantities"], requires=["doc._.dates"])
def make_quantities(nlp: Language, name: str) -> Quantities:  # noqa: ARG001  spaCy's signature
    """The component that reads quantities."""
    for extension, default in (("dates", ()), ("quantities", ()), ("notices", None)):
        ensure(extension, default)
    return Quantities()


def _found(context: Context) -> list[Found]:
    """All amounts with what is said around each."""
    amounts = _amounts(context)
    taken = frozenset(t.i for a in amounts for t in context.tokens(a.first, a.last))
    made: list[Found] = []
    for each in amounts:
        words = compared(context, each)
        unit = unit_of(context, each, words, taken)
        moved = change(context, each, words.first, _held(made))
        made.append(Found(each, without_name(context, each, unit, changes=moved is not None), words, moved))
    return made


def _held(made: list[Found]) -> tuple[Amount, Change] | None:
    """The amount before, if it is one of a change."""
    return (made[-1].amount, made[-1].change) if made and made[-1].change else None


def _amounts(context: Context) -> list[Amount]:
    """The numbers that say how many or how much, with the units written at them, ranges joined."""
    lexemes = context.lexemes
    free = _free(context, [amount(lexemes, n) for n in unchained(lexemes, unlisted(lexemes, numbers(lexemes)))])
    return [a for a in joined(lexemes, free) if is_amount(context, a)]


def _free(context: Context, found: list[Amount]) -> list[Amount]:
    """The amounts that no date holds but a duration, or a set that says how many times ("three times a week")."""
    items = context.lexemes.items
    dates = (
        d for d in context.doc._.dates or () if d.type != "DURATION" and d.rule != "set-times" and not _is_odd_year(d)
    )
    taken = sorted((d.start, d.end) for d in dates)
    starts = [start for start, _ in taken]
    free = []
    for each in found:
        first, end = items[each.number.first].start, items[each.number.last].end
        i = bisect_right(starts, end - 1) - 1
        if i < 0 or taken[i][1] <= first:
            free.append(each)
    return free


def _is_odd_year(date: Date) -> bool:
    """Whether a date is a bare number that seldom is a year, so that its surroundings decide: "more than 5000"."""
    return date.rule == "year" and date.value.isdigit() and int(date.value) not in YEARS
