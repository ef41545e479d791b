"""Whether every id is one thing's, and what refers to an id finds it, and not itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factx.verification.fields import inner, items, key, quoted
from factx.verification.problem import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.verification.fields import Fields

LISTS = ("claims", "sources", "entities", "quantities", "dates")

# The things of one list, where each names others, and the list in which these are.
REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("claims", ("parent",), "claims"),
    ("claims", ("attribution", "source_id"), "sources"),
    ("claims", ("attribution", "via"), "sources"),
    ("claims", ("attribution", "relay"), "sources"),
    ("claims", ("attribution", "date_id"), "dates"),
    ("claims", ("entities",), "entities"),
    ("claims", ("quantities",), "quantities"),
    ("claims", ("dates",), "dates"),
    ("sources", ("entity_id",), "entities"),
    ("sources", ("author_id",), "sources"),
    ("quantities", ("part_of",), "quantities"),
    ("dates", ("until",), "dates"),
)


def reference_problems(record: Fields) -> Iterator[Problem]:
    """Ids that two things have, references to nothing, and references in circles."""
    known = {name: Counter(k for item in items(record, name) if (k := key(item)) is not None) for name in LISTS}
    for name in LISTS:
        for again, count in known[name].items():
            if count > 1:
                claim = again if name == "claims" else None
                yield Problem(Code.DUPLICATE_ID, f"{count} {name} have the id {quoted(again)}", claim)
    for name, path, target in REFERENCES:
        for item in items(record, name):
            claim = key(item) if name == "claims" else None
            for meant in _ids(inner(item, *path)):
                if meant not in known[target]:
                    message = f"{'.'.join(path)} of {key(item)} is {quoted(meant)}, which none of the {target} has"
                    yield Problem(Code.REFERENCE, message, claim)
        if name == target:
            yield from _circles(record, name, path[0])


def _ids(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str)]


def _circles(record: Fields, name: str, field: str) -> Iterator[Problem]:
    """Each circle once, told of the first of its members in the record."""
    following = {key(item): item.get(field) for item in items(record, name) if key(item) is not None}
    seen: set[object] = set()
    for first in following:
        way: list[str] = []
        at: object = first
        while isinstance(at, str) and at in following and at not in seen:
            seen.add(at)
            way.append(at)
            at = following[at]
        if isinstance(at, str) and at in way:
            circle = way[way.index(at) :]
            message = f"{field} goes in a circle: {' → '.join([*circle, at])}"
            yield Problem(Code.CYCLE, message, at if name == "claims" else None)
