"""Articles with their attributions, from JSON Lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from factx.errors import InputError
from factx.evaluation.relation import ROLES, Kind, Relation
from factx.readers import Reading
from factx.readers.jsonl import each_object, found
from factx.readers.read import read_with
from factx.record import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.evaluation.relation import Role
    from factx.readers import Found
    from factx.record import Offsets

    Value = TypeVar("Value", bound=str)

# What "coverage" says of an article whose attributions are all annotated but those within others.
OUTERMOST = "outermost"
SHOWN = 40  # characters of a bad value that a message shows


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and its attributions. ``coverage``: which of them are annotated, or None for all."""

    found: Found
    relations: tuple[Relation, ...]
    coverage: str | None

    @property
    def text(self) -> str:
        """The article's."""
        return self.found.article.text


def read_gold(path: str) -> Iterator[Gold | InputError]:
    """Of a file, or of standard input for ``-``, an article or an error a line.

    A line is ``{"id", "text", "date", "coverage", "attributions": [{"source", "cue", "content": [[start, end], …],
    "type": Quote, "kind": Kind, "nested_in": index}]}``; only "text", "attributions" and "content" have to be there.
    Offsets count code points of "text", half open.
    """
    return read_with(
        path,
        lambda stream, where, shown: each_object(stream, where, lambda fields, place: _gold(fields, place, shown)),
    )


def _gold(fields: dict[str, Any], where: str, path: str | None) -> Gold:
    text, attributions, coverage = (fields.get(key) for key in ("text", "attributions", "coverage"))
    if not isinstance(text, str):
        raise InputError(where, 'has no "text" that is a string')
    if not isinstance(attributions, list):
        raise InputError(where, 'has no "attributions" that are a list; write [] where there are none')
    if not isinstance(coverage, str | None):
        raise InputError(where, f'"coverage" is not a string but {_shown(coverage)}')
    relations = tuple(_relation(f"{where}: attributions[{n}]", n, attributions, text) for n in range(len(attributions)))
    return Gold(found(fields, where, path, Reading()), relations, coverage)


def _relation(where: str, number: int, attributions: list[Any], text: str) -> Relation:
    """The attribution of that number. Raises InputError."""
    said = attributions[number]
    if not isinstance(said, dict):
        raise InputError(where, f"is not an object but {_shown(said)}")
    spans: dict[Role, tuple[Offsets, ...]] = {
        role: _spans(f"{where}.{role}", said.get(role), len(text)) for role in ROLES
    }
    if not spans["content"]:
        raise InputError(where, 'has no span of "content"')
    holder = said.get("nested_in")
    if holder is not None and (type(holder) is not int or holder == number or not 0 <= holder < len(attributions)):
        raise InputError(where, f'"nested_in" is {_shown(holder)}, not the index of another attribution')
    return Relation(
        spans,
        quote=_one_of(get_args(Quote), said, "type", where),
        kind=_one_of(get_args(Kind), said, "kind", where),
        nested=holder is not None,
    )


def _spans(where: str, value: object, length: int) -> tuple[Offsets, ...]:
    """Spans in a text of ``length`` code points; none for null. Raises InputError."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputError(where, f"is not a list of spans but {_shown(value)}; write [[start, end], …]")
    return tuple(_span(where, span, length) for span in value)


def _span(where: str, value: object, length: int) -> Offsets:
    if not isinstance(value, list) or [type(offset) for offset in value] != [int, int]:
        raise InputError(where, f"{_shown(value)} is no span; write [start, end]")
    start, end = value
    if min(start, end) < 0 or max(start, end) > length:
        raise InputError(where, f"[{start}, {end}] is outside the text of {length} characters")
    if start >= end:
        raise InputError(where, f"[{start}, {end}] is {'empty' if start == end else 'reversed'}")
    return start, end


def _one_of(values: Sequence[Value], said: dict[str, Any], key: str, where: str) -> Value | None:
    """What ``said`` has under ``key``: one of ``values``, or nothing. Raises InputError."""
    value = said.get(key)
    if value is None:
        return None
    for known in values:
        if value == known:
            return known
    raise InputError(where, f'"{key}" is {_shown(value)}; write one of {", ".join(values)}')


def _shown(value: object) -> str:
    return json.dumps(value)[:SHOWN]
