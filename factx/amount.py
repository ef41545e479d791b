"""A quantity in a few characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Quantity


def amount(quantity: Quantity) -> str:
    """Such as ``< 600 citizens``, ``about 3.2 percent``, ``24 or more``; the text's own words for what has no value."""
    number = _number(quantity)
    if not number:
        return f"{quantity.text} ({', '.join(quantity.flags)})" if quantity.flags else quantity.text
    unit = quantity.unit_text or quantity.unit
    return f"{number} {unit}" if unit else number


def _number(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if quantity.value is not None:
        sign = {"=": "about" if quantity.approximate else "", "<=": "≤", ">=": "≥"}
        return f"{sign.get(quantity.comparator, quantity.comparator)} {_figure(quantity.value)}".strip()
    if low is not None and high is not None:
        return f"{_figure(low)} to {_figure(high)}"
    if low is not None:
        return f"{_figure(low)} or more"
    return "" if high is None else f"{_figure(high)} or less"


def _figure(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
