"""What makes attributions hard, one by one: which of these a gold attribution shows."""

from __future__ import annotations

import re
from bisect import bisect
from enum import StrEnum
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.record import slices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.evaluation.relation import Relation
    from factx.record import Offsets

BREAK = re.compile(r"(?<!\s)\s*\n\s*")


class Phenomenon(StrEnum):
    """An attribution may show several.

    direct, mixed, indirect   by how much of the content is quoted
    according-to              the cue begins with "according"
    nested                    it stands within the content of another, or its cue does
    split content             several spans of the content lie in one paragraph, or source and cue between two spans
    continued paragraph       the content goes over several paragraphs
    pronoun source            the source is one personal pronoun
    no source                 nobody is named
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    ACCORDING_TO = "according-to"
    NESTED = "nested"
    SPLIT = "split content"
    CONTINUED = "continued paragraph"
    PRONOUN = "pronoun source"
    NO_SOURCE = "no source"


def phenomena(text: str, relations: Sequence[Relation]) -> list[set[Phenomenon]]:
    """What each of an article's attributions shows."""
    paragraphs = Paragraphs(text)
    return [_shown(text, paragraphs, relation, relations) for relation in relations]


class Paragraphs:
    """Numbers the paragraphs of a text. A single line break ends one only after a final mark: lines may be wrapped."""

    def __init__(self, text: str) -> None:
        final = tuple(load("quotation_marks")["final"])
        self._starts = [
            found.end()
            for found in BREAK.finditer(text)
            if found.group().count("\n") > 1 or text.endswith(final, 0, found.start())
        ]

    def of(self, span: Offsets) -> range:
        """Numbers of the paragraphs that a span goes over."""
        start, end = span
        return range(bisect(self._starts, start), bisect(self._starts, end - 1) + 1)


def _shown(text: str, paragraphs: Paragraphs, relation: Relation, relations: Sequence[Relation]) -> set[Phenomenon]:
    source, cue, content = (relation.spans[role] for role in ("source", "cue", "content"))
    places = [number for span in content for number in paragraphs.of(span)]
    tests = {
        Phenomenon.ACCORDING_TO: slices(text, cue).lower().startswith("according"),
        Phenomenon.NESTED: relation.nested
        or any(_lies_in(cue, other.spans["content"]) for other in relations if other is not relation),
        Phenomenon.SPLIT: len(places) > len(set(places)) or _between([*source, *cue], content),
        Phenomenon.CONTINUED: len(set(places)) > 1,
        Phenomenon.PRONOUN: slices(text, source).lower() in load("pronouns")["personal"],
        Phenomenon.NO_SOURCE: not source,
    }
    quoted = {Phenomenon(relation.quote)} if relation.quote else set()
    return quoted | {phenomenon for phenomenon, shown in tests.items() if shown}


def _lies_in(spans: Sequence[Offsets], others: Sequence[Offsets]) -> bool:
    """Whether there are ``spans``, and each lies in one of ``others``."""
    return bool(spans) and all(any(a <= start and end <= b for a, b in others) for start, end in spans)


def _between(spans: Sequence[Offsets], others: Sequence[Offsets]) -> bool:
    """Whether there are ``spans``, all of them after one of ``others`` and before another."""
    if not spans or not others:
        return False
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return min(end for _, end in others) <= first and last <= max(start for start, _ in others)
