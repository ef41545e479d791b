"""The lines of an annotation file: T for what is in the text, E for events, R, *, A and # for what is said of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factx.writers.brat.text import fragments
from factx.writers.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factx.record import Offsets


class Lines:
    """Lines in the order in which they are added; each method gives the id of what it adds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] = []
        self._last: Counter[str] = Counter()
        self._bound: dict[tuple[str, tuple[Offsets, ...]], str] = {}

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self._lines)

    def bound(self, label: str, spans: Sequence[Offsets]) -> str:
        """Text under a label; the same text under the same label is one."""
        pieces = tuple(fragments(self._text, spans))
        if (label, pieces) not in self._bound:
            where = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(self._text[start:end] for start, end in pieces)
            self._bound[label, pieces] = self._add("T", f"{label} {where}", words)
        return self._bound[label, pieces]

    def event(self, label: str, trigger: str, roles: Iterable[tuple[str, str]]) -> str:
        """An event; several of one role are numbered from the second on."""
        seen: Counter[str] = Counter()
        parts = [f"{label}:{trigger}"]
        for role, of in roles:
            seen[role] += 1
            parts.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{of}")
        return self._add("E", " ".join(parts))

    def relation(self, label: str, one: str, other: str) -> str:
        """A relation from one to the other."""
        return self._add("R", f"{label} Arg1:{one} Arg2:{other}")

    def same(self, those: Iterable[str]) -> None:
        """That those mention one and the same, if they are several."""
        several = list(dict.fromkeys(those))
        if len(several) > 1:
            self._lines.append(f"*\tEquiv {' '.join(several)}")

    def attribute(self, label: str, of: str, value: str) -> str:
        """A value of something."""
        return self._add("A", f"{label} {of} {value}")

    def note(self, of: str, words: str) -> str:
        """Free words about something."""
        return self._add("#", f"AnnotatorNotes {of}", one_line(words))

    def _add(self, kind: str, *fields: str) -> str:
        self._last[kind] += 1
        key = f"{kind}{self._last[kind]}"
        self._lines.append("\t".join((key, *fields)))
        return key
