"""Which numbers and dates of a claim have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factx.comparison.change import Change, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factx.record import Claim, Date, Quantity, Record

Item = TypeVar("Item", "Quantity", "Date")


def measure_changes(old: Claim, new: Claim, before: Record, after: Record) -> Iterator[Change]:
    """Each quantity and date that is another, or that only one has; and the date of saying."""
    quantities = _of(old.quantities, before.quantities), _of(new.quantities, after.quantities)
    for one, other in _paired(*quantities, _amount, _unit, _dimension):
        yield Change(Field.NUMBER, one, other)
    for day, another in _paired(_of(old.dates, before.dates), _of(new.dates, after.dates), _days, _grain, _type):
        yield Change(Field.DATE, day, another)
    said, says = _said(old, before), _said(new, after)
    if (said and _days(said)) != (says and _days(says)):
        yield Change(Field.SAID, said, says)


def _of(ids: Sequence[str], items: Sequence[Item]) -> list[Item]:
    """The items of these ids, in the order of the text."""
    return sorted((item for item in items if item.id in ids), key=lambda item: item.start)


def _said(claim: Claim, record: Record) -> Date | None:
    wanted = claim.attribution.date_id if claim.attribution else None
    return next((date for date in record.dates if date.id == wanted), None)


def _amount(quantity: Quantity) -> tuple[object, ...]:
    """What makes two quantities equal, whatever their words; a malformed one is its words."""
    known = quantity.value is not None or quantity.low is not None or quantity.high is not None
    return (
        (quantity.value, quantity.low, quantity.high) if known else quantity.text,
        quantity.comparator,
        quantity.approximate,
        quantity.unit,
        quantity.per,
        quantity.change,
        quantity.change_role,
    )


def _unit(quantity: Quantity) -> object:
    return quantity.unit, quantity.change_role


def _dimension(quantity: Quantity) -> object:
    return quantity.dimension, quantity.change_role


def _days(date: Date) -> tuple[object, ...]:
    return date.value, date.mod, date.first, date.last


def _grain(date: Date) -> object:
    return date.type, date.grain


def _type(date: Date) -> object:
    return date.type


def _paired(
    old: list[Item], new: list[Item], same: Callable[[Item], object], *alike: Callable[[Item], object]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Those that changed: like with like in their order, a last one with a last one, and the rest alone."""
    old, new, _ = _matched(old, new, same)
    for key in alike:
        old, new, pairs = _matched(old, new, key)
        yield from pairs
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    yield from ((one, None) for one in old)
    yield from ((None, other) for other in new)


def _matched(
    old: list[Item], new: list[Item], key: Callable[[Item], object]
) -> tuple[list[Item], list[Item], list[tuple[Item, Item]]]:
    """What is left of both, and the pairs with equal keys."""
    left: list[Item] = []
    rest = list(new)
    pairs: list[tuple[Item, Item]] = []
    for one in old:
        other = next((o for o in rest if key(o) == key(one)), None)
        if other is None:
            left.append(one)
        else:
            rest.remove(other)
            pairs.append((one, other))
    return left, rest, pairs
