"""Quantities as the record has them, and the warnings about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.extensions import notice
from factx.quantities.figures import MALFORMED
from factx.quantities.parts import LARGER_THAN_WHOLE
from factx.quantities.units import extent
from factx.record import Quantity

if TYPE_CHECKING:
    from factx.quantities.context import Context
    from factx.quantities.found import Found
    from factx.record import Span


def recorded(context: Context, found: list[Found]) -> tuple[Quantity, ...]:
    """One quantity for each that was found, in the order of the text."""
    made = tuple(_quantity(context, i, each) for i, each in enumerate(found))
    for quantity in made:
        _warn(context, quantity)
    return made


def _quantity(context: Context, i: int, found: Found) -> Quantity:
    number, unit, change = found.amount.number, found.unit, found.change
    start, end = extent(context, found.amount)
    return Quantity(
        id=_id(i),
        start=start,
        end=end,
        text=context.text[start:end],
        value=number.value,
        low=number.low,
        high=number.high,
        comparator=found.compared.comparator,
        approximate=found.compared.approximate,
        change=change.direction if change else None,
        change_role=change.role if change else None,
        part_of=None if found.whole is None else _id(found.whole),
        unit=unit.name,
        unit_text=unit.text,
        counted=unit.counted,
        flags=(*number.flags, *found.flags),
        readings=tuple(reading for reading, _ in found.readings),
        reasons=tuple(reason for _, reason in found.readings),
        dimension=unit.dimension,
        per=unit.per,
        comparator_words=_words(context, found.compared.words),
        approximate_words=_words(context, found.compared.about),
        change_words=_words(context, (change.word, change.word) if change else None),
    )


def _id(i: int) -> str:
    return f"q{i + 1}"


def _words(context: Context, lexemes: tuple[int, int] | None) -> Span | None:
    return None if lexemes is None else context.span(*lexemes)


def _warn(context: Context, quantity: Quantity) -> None:
    where = (quantity.start, quantity.end)
    if MALFORMED in quantity.flags:
        readings = zip(quantity.readings, quantity.reasons, strict=True)
        possible = " or ".join(f"{reading:,} ({reason})" for reading, reason in readings)
        notice(context.doc, MALFORMED, f"The number {quantity.text!r} is malformed; it may mean {possible}.", where)
    if LARGER_THAN_WHOLE in quantity.flags:
        message = f"{quantity.text!r} is given as a part, but is larger than its whole ({quantity.part_of})."
        notice(context.doc, LARGER_THAN_WHOLE, message, where)
