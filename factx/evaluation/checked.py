"""Fields of a gold file, checked: what is not as it has to be is named in an InputError."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from factx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.record import Offsets

    Value = TypeVar("Value", bound=str)

SHOWN = 40  # characters of a bad value that a message shows


def spans(where: str, value: object, length: int) -> tuple[Offsets, ...]:
    """Spans in a text of ``length`` code points; none for null. Raises InputError."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputError(where, f"is not a list of spans but {shown(value)}; write [[start, end], …]")
    return tuple(_span(where, span, length) for span in value)


def _span(where: str, value: object, length: int) -> Offsets:
    if not isinstance(value, list) or [type(offset) for offset in value] != [int, int]:
        raise InputError(where, f"{shown(value)} is no span; write [start, end]")
    start, end = value
    if min(start, end) < 0 or max(start, end) > length:
        raise InputError(where, f"[{start}, {end}] is outside the text of {length} characters")
    if start >= end:
        raise InputError(where, f"[{start}, {end}] is {'empty' if start == end else 'reversed'}")
    return start, end


def one_of(values: Sequence[Value], said: dict[str, Any], key: str, where: str) -> Value | None:
    """What ``said`` has under ``key``: one of ``values``, or nothing. Raises InputError."""
    value = said.get(key)
    if value is None:
        return None
    for known in values:
        if value == known:
            return known
    raise InputError(where, f'"{key}" is {shown(value)}; write one of {", ".join(values)}')


def objects(where: str, value: object) -> list[dict[str, Any]]:
    """A list of objects; none for null. Raises InputError."""
    if not isinstance(value, list | None):
        raise InputError(where, f"is not a list but {shown(value)}")
    for number, item in enumerate(value or ()):
        if not isinstance(item, dict):
            raise InputError(where, f"its item {number} is not an object but {shown(item)}")
    return value or []


def shown(value: object) -> str:
    """A bad value, as a message shows it."""
    return json.dumps(value)[:SHOWN]
