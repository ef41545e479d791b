"""Cardinal numbers written in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Sequence

THOUSAND = 1000


def is_cardinal(word: str) -> bool:
    """Whether a lower-case word is part of a written number ("and" is not)."""
    numbers = load("numbers")
    return word in numbers["small"] or word in numbers["tens"] or word in numbers["magnitudes"]


def compose(words: Sequence[str]) -> int | None:
    """What number words without "and" and hyphens say: ("two", "hundred", "five") is 205; None if no number."""
    numbers = load("numbers")
    total = group = 0
    last = ""  # kind of the word before: two of a kind in a row are two numbers, not one
    for word in words:
        if word in numbers["small"]:
            if last == "small" or (
                last == "tens" and not 0 < numbers["small"][word] < min(numbers["tens"].values()) / 2
            ):
                return None
            group, last = group + numbers["small"][word], "small"
        elif word in numbers["tens"]:
            if last in ("small", "tens"):
                return None
            group, last = group + numbers["tens"][word], "tens"
        elif word in numbers["magnitudes"]:
            total, group = _scaled(total, group, numbers["magnitudes"][word])
            last = "magnitude"
        else:
            return None
    return total + group if words else None


def _scaled(total: int, group: int, factor: int) -> tuple[int, int]:
    """The sum so far and the open group after a magnitude: hundreds stay open, thousands and more close the group."""
    if factor < THOUSAND:
        return total, max(group, 1) * factor
    if total and not group:  # "thousand million"
        return total * factor, 0
    return total + max(group, 1) * factor, 0
