"""Articles with their attributions, from JSON Lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from factx.errors import InputError
from factx.evaluation.checked import one_of, shown, spans
from factx.evaluation.relation import ROLES, Kind, Relation
from factx.readers import Reading
from factx.readers.fields import found
from factx.readers.jsonl import each_object
from factx.readers.read import read_with
from factx.record import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.evaluation.relation import Role
    from factx.readers import Found
    from factx.record import Offsets

# What "coverage" says of an article whose attributions are all annotated but those within others.
OUTERMOST = "outermost"


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
    several = relations(fields, where)
    coverage = fields.get("coverage")
    if not isinstance(coverage, str | None):
        raise InputError(where, f'"coverage" is not a string but {shown(coverage)}')
    return Gold(found(fields, where, path, Reading()), several, coverage)


def relations(fields: dict[str, Any], where: str) -> tuple[Relation, ...]:
    """The attributions of an article. Raises InputError."""
    text, attributions = fields.get("text"), fields.get("attributions")
    if not isinstance(text, str):
        raise InputError(where, 'has no "text" that is a string')
    if not isinstance(attributions, list):
        raise InputError(where, 'has no "attributions" that are a list; write [] where there are none')
    return tuple(_relation(f"{where}: attributions[{n}]", n, attributions, text) for n in range(len(attributions)))


def _relation(where: str, number: int, attributions: list[Any], text: str) -> Relation:
    """The attribution of that number. Raises InputError."""
    said = attributions[number]
    if not isinstance(said, dict):
        raise InputError(where, f"is not an object but {shown(said)}")
    placed = places(where, said, text)
    if not placed["content"]:
        raise InputError(where, 'has no span of "content"')
    holder = said.get("nested_in")
    if holder is not None and (type(holder) is not int or holder == number or not 0 <= holder < len(attributions)):
        raise InputError(where, f'"nested_in" is {shown(holder)}, not the index of another attribution')
    return Relation(
        placed,
        quote=one_of(get_args(Quote), said, "type", where),
        kind=one_of(get_args(Kind), said, "kind", where),
        nested=holder is not None,
    )


def places(where: str, said: dict[str, Any], text: str) -> dict[Role, tuple[Offsets, ...]]:
    """The spans of every role. Raises InputError."""
    return {role: spans(f"{where}.{role}", said.get(role), len(text)) for role in ROLES}
