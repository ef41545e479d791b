"""The text cut wherever a mark begins or ends, so that marks may overlap as they like."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factx.record import Offsets
    from factx.writers.html.marks import Mark

DEEPEST = 3  # contents within contents that are told apart


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which no mark begins or ends.

    ``classes``: the roles that it has, and how many contents it lies in. ``keys``: what it belongs to, innermost claim
    first. ``roles``: for each of these keys what it is to it, several joined by "+". ``refers``: keys and ids of the
    claims whose content ends with it.
    """

    text: str
    classes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    note: str = ""
    refers: tuple[tuple[str, str], ...] = ()


def segments(text: str, paragraphs: Sequence[Offsets], marks: Sequence[Mark]) -> list[list[Segment]]:
    """The segments of each paragraph; together they are exactly its text."""
    found: list[list[Segment]] = [[] for _ in paragraphs]
    pieces = list(_inside(paragraphs, _pieces(paragraphs, marks)))
    last = {mark: end for _, (_, end), covering in pieces for mark in covering}
    for number, (start, end), covering in pieces:
        ending = [mark for mark in covering if last[mark] == end]
        found[number].append(_segment(text[start:end], covering, ending))
    return found


def _inside(
    paragraphs: Sequence[Offsets], pieces: Iterable[tuple[Offsets, list[Mark]]]
) -> Iterator[tuple[int, Offsets, list[Mark]]]:
    """Those that lie in a paragraph, with its number."""
    starts = [start for start, _ in paragraphs]
    for (start, end), covering in pieces:
        number = bisect_right(starts, start) - 1
        if number >= 0 and end <= paragraphs[number][1]:
            yield number, (start, end), covering


def _pieces(paragraphs: Sequence[Offsets], marks: Sequence[Mark]) -> Iterator[tuple[Offsets, list[Mark]]]:
    """Each stretch between neighbouring borders with the marks that cover it, in their order."""
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(marks):
        begins[mark.start].append(number)
        ends[mark.end].append(number)
    covering: set[int] = set()
    borders = {*begins, *ends, *(border for paragraph in paragraphs for border in paragraph)}
    for start, end in pairwise(sorted(borders)):
        covering.difference_update(ends.get(start, ()))
        covering.update(begins.get(start, ()))
        yield (start, end), [marks[number] for number in sorted(covering)]


def _segment(text: str, covering: Sequence[Mark], ending: Sequence[Mark]) -> Segment:
    roles: dict[str, dict[str, None]] = {}
    for mark in covering:
        roles.setdefault(mark.key, {}).update({mark.role: None} if mark.role else {})
    depth = min(sum("content" in each for each in roles.values()), DEEPEST)
    every = dict.fromkeys(role for each in roles.values() for role in each)
    return Segment(
        text,
        classes=(*every, *([f"deep{depth}"] if depth > 1 else [])),
        keys=tuple(roles),
        roles=tuple("+".join(each) for each in roles.values()),
        note=" — ".join(dict.fromkeys(mark.note for mark in covering if mark.note)),
        refers=tuple((mark.key, mark.refers) for mark in ending if mark.refers),
    )
