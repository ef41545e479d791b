"""What the entity recogniser says about a stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

TIME = frozenset({"DATE", "TIME"})
NUMBERS = frozenset({"CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Entities:
    """Entities as (start, end, label) by offsets, in order. ``known``: whether the pipeline names any at all."""

    spans: tuple[tuple[int, int, str], ...]
    ends: tuple[int, ...]
    known: bool

    @classmethod
    def of(cls, doc: Doc) -> Entities:
        """The entities of a document."""
        spans = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
        return cls(spans, tuple(end for _, end, _ in spans), doc.has_annotation("ENT_IOB"))

    def labels(self, start: int, end: int) -> set[str]:
        """The labels of all that overlap ``[start, end)``."""
        found = set()
        for at in range(bisect_left(self.ends, start + 1), len(self.spans)):
            if self.spans[at][0] >= end:
                break
            found.add(self.spans[at][2])
        return found

    def name_around(self, start: int, end: int) -> str | None:
        """The label of a name of something else that holds all of it and more."""
        at = bisect_left(self.ends, start + 1)
        if at < len(self.spans):
            first, last, label = self.spans[at]
            if first <= start and end <= last and label not in TIME | NUMBERS and last - first > end - start:
                return label
        return None
