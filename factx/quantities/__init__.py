"""How much: the numbers of a document and what they count, as ``doc._.quantities``.

``lexemes`` cuts the text, ``numbers``, ``figures`` and ``cardinal`` read numbers, ``ranges`` joins and ``labels`` drops
what is no amount; ``units``, ``nouns`` and ``comparators`` read what stands around.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.language import Language

from factx.extensions import ensure, notice
from factx.quantities.comparators import CHAIN_WINDOW, Change, Compared, change, compared, is_part
from factx.quantities.figures import MALFORMED
from factx.quantities.labels import is_amount
from factx.quantities.lexemes import Lexemes, lexemes_of
from factx.quantities.numbers import Number, numbers
from factx.quantities.ranges import joined
from factx.quantities.units import Unit, unit_of
from factx.record import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Found:
    """A number with everything that its surroundings say of it."""

    number: Number
    unit: Unit
    compared: Compared
    change: Change | None


@dataclass(frozen=True, slots=True)
class Quantities:
    """Sets ``doc._.quantities``; runs after the dates, whose numbers are taken (those of durations stand in both)."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        doc._.quantities = tuple(_quantities(doc))
        return doc


@Language.factory("factx_quantities", assigns=["doc._.quantities"], requires=["doc._.dates"])
def make_quantities(nlp: Language, name: str) -> Quantities:  # noqa: ARG001  spaCy's signature
    """The component that reads quantities."""
    for extension, default in (("dates", ()), ("quantities", ()), ("notices", None)):
        ensure(extension, default)
    return Quantities()


def _quantities(doc: Doc) -> list[Quantity]:
    lexemes = lexemes_of(doc.text)
    made: list[Quantity] = []
    before: Found | None = None
    partners: list[tuple[int, int]] = []
    for number in _free(doc, lexemes, joined(lexemes, numbers(lexemes))):
        if not is_amount(doc, lexemes, number):
            continue
        found = _found(doc, lexemes, number, before)
        whole = made[-1].id if made and _is_part(doc, lexemes, found, before) else None
        made.append(_quantity(doc, lexemes.text, f"q{len(made) + 1}", found, whole))
        if _are_partners(before, found):
            partners.append((len(made) - 2, len(made) - 1))
        before = found
    for a, b in partners:
        made[a], made[b] = _with_unit_of(made[a], made[b]), _with_unit_of(made[b], made[a])
    return made


def _are_partners(before: Found | None, found: Found) -> bool:
    """Whether two numbers are the ends of one change and so of one unit: "from 4.8 to 4.7 percent"."""
    if before is None or before.change is None or found.change is None:
        return False
    near = found.number.first - before.number.last <= CHAIN_WINDOW
    return near and {before.change.role, found.change.role} == {"from", "to"}


def _with_unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """The quantity with the other's unit if it has none; the unit's words stand elsewhere, so there are none here."""
    return quantity if quantity.unit else replace(quantity, unit=other.unit)


def _free(doc: Doc, lexemes: Lexemes, found: list[Number]) -> list[Number]:
    """The numbers that no date but a duration holds."""
    taken = sorted((d.start, d.end) for d in doc._.dates or () if d.type != "DURATION")
    starts = [start for start, _ in taken]
    free = []
    for number in found:
        first, end = lexemes.items[number.first].start, lexemes.items[number.last].end
        i = bisect_right(starts, end - 1) - 1
        if i < 0 or taken[i][1] <= first:
            free.append(number)
    return free


def _found(doc: Doc, lexemes: Lexemes, number: Number, before: Found | None) -> Found:
    unit, words = unit_of(doc, lexemes, number), compared(lexemes, number)
    held = (before.number, before.change) if before and before.change else None
    return Found(number, unit, words, change(lexemes, number, words.first, firm=unit.firm, before=held))


def _is_part(doc: Doc, lexemes: Lexemes, found: Found, before: Found | None) -> bool:
    """Whether a count is part of the one before it, in the same sentence."""
    if before is None or before.unit.firm or found.unit.firm or not is_part(lexemes, found.compared.first):
        return False
    between = doc.char_span(before.unit.start, found.unit.end, alignment_mode="expand")
    return between is not None and not any(t.is_sent_start for t in between[1:])


def _quantity(doc: Doc, text: str, number_id: str, found: Found, whole: str | None) -> Quantity:
    number, unit = found.number, found.unit
    if MALFORMED in number.flags:
        possible = " or ".join(f"{r:,}" for r in number.readings)
        notice(
            doc,
            MALFORMED,
            f"The number {text[unit.start : unit.end]!r} is malformed; it may mean {possible}.",
            (unit.start, unit.end),
        )
    return Quantity(
        id=number_id,
        start=unit.start,
        end=unit.end,
        text=text[unit.start : unit.end],
        value=number.value,
        low=number.low,
        high=number.high,
        comparator=found.compared.comparator,
        approximate=found.compared.approximate,
        change=found.change.direction if found.change else None,
        change_role=found.change.role if found.change else None,
        part_of=whole,
        unit=unit.name,
        unit_text=unit.text,
        counted=unit.counted,
        flags=number.flags,
        readings=number.readings,
    )
