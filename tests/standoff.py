"""A strict reader of brat's standoff format and configuration, after https://brat.nlplab.org/standoff.html."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

NAME = r"[A-Za-z0-9_-]+"
BOUND = re.compile(rf"(T\d+)\t({NAME}) (\d+ \d+(?:;\d+ \d+)*)\t([^\t]+)")
EVENT = re.compile(rf"(E\d+)\t({NAME}):(T\d+)((?: {NAME}:[TE]\d+)*)")
RELATION = re.compile(rf"(R\d+)\t({NAME}) Arg1:([TE]\d+) Arg2:([TE]\d+)")
EQUIV = re.compile(r"\*\tEquiv((?: T\d+){2,})")
ATTRIBUTE = re.compile(rf"(A\d+)\t({NAME}) ([TE]\d+) ({NAME})")
NOTE = re.compile(r"(#\d+)\tAnnotatorNotes ([TE]\d+)\t([^\t]+)")


@dataclass
class Standoff:
    """What one document's annotations say, by their ids."""

    bound: dict[str, tuple[str, list[tuple[int, int]]]] = field(default_factory=dict)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    equivalent: list[list[str]] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def words(self, text: str, key: str) -> str:
        """The text that it marks."""
        return " ".join(text[start:end] for start, end in self.bound[key][1])

    def roles(self, text: str, key: str) -> list[tuple[str, str]]:
        """The roles of an event with their words, the trigger first under the event's name."""
        label, trigger, roles = self.events[key]
        return [(role, self.words(text, of) if of in self.bound else of) for role, of in ((label, trigger), *roles)]


def read(text: str, annotations: str) -> Standoff:
    """All of it, each line in the order of the file. Fails on whatever brat would not take."""
    found, ids = Standoff(), set()
    assert annotations == "" or annotations.endswith("\n")
    lines = annotations.split("\n")[:-1]
    assert lines == annotations.splitlines()  # as brat's reader cuts them: at every kind of line end
    for line in lines:
        key = line.partition("\t")[0]
        assert key == "*" or key not in ids
        ids.add(key)
        _take(found, text, line)
    known = set(found.bound) | set(found.events)
    used = {of for _, trigger, roles in found.events.values() for of in (trigger, *(of for _, of in roles))}
    used |= {of for _, one, other in found.relations for of in (one, other)} | {of for _, of, _ in found.attributes}
    assert used | {of for of, _ in found.notes} | {of for group in found.equivalent for of in group} <= known
    assert all(found.bound[trigger][0] == label for label, trigger, _ in found.events.values())
    return found


def _take(found: Standoff, text: str, line: str) -> None:
    match line[0]:
        case "T":
            key, label, where, words = _parts(BOUND, line)
            spans = [(int(start), int(end)) for start, end in (pair.split(" ") for pair in where.split(";"))]
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            found.bound[key] = (label, spans)
            assert found.words(text, key) == words
        case "E":
            key, label, trigger, roles = _parts(EVENT, line)
            pairs = [(role, of) for role, _, of in (part.partition(":") for part in roles.split())]
            assert len({role for role, _ in pairs}) == len(pairs)
            found.events[key] = (label, trigger, pairs)
        case "R":
            found.relations.append(tuple(_parts(RELATION, line)[1:]))  # type: ignore[arg-type]
        case "*":
            found.equivalent.append(_parts(EQUIV, line)[0].split())
        case "A":
            found.attributes.append(tuple(_parts(ATTRIBUTE, line)[1:]))  # type: ignore[arg-type]
        case "#":
            found.notes.append(tuple(_parts(NOTE, line)[1:]))  # type: ignore[arg-type]
        case _:
            message = f"no kind of annotation: {line!r}"
            raise AssertionError(message)


def _parts(form: re.Pattern[str], line: str) -> tuple[str, ...]:
    match = form.fullmatch(line)
    assert match, line
    return match.groups()


def configured(text: str) -> dict[str, dict[str, str]]:
    """A configuration file: what follows each name, by section."""
    sections: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            current = sections.setdefault(heading[1], {})
        elif line and not line.startswith("#"):
            name, _, rest = line.partition("\t") if "\t" in line else line.partition(" | ")
            assert name not in current
            current[name] = rest
    return sections
