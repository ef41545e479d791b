"""What is right of a gold attribution that is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.evaluation.news.names import is_pronoun, same_name
from factx.evaluation.news.said import overlap
from factx.record import slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.evaluation.news.gold import Label, Told
    from factx.evaluation.news.said import Said

Measure: TypeAlias = Literal[
    "found", "precision", "source", "name", "pronoun", "nested", "kind", "type", "source_kind", "polarity", "modality",
    "said", "statements", "traps",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a measure is right. ``shown``: what tells a reader what is wrong; nothing where another verdict does."""

    measure: Measure
    right: bool
    shown: tuple[str, ...] = ()


def verdicts(text: str, told: Told, said: Said) -> Iterator[Verdict]:
    """On all that is annotated."""
    yield _source(text, told, said)
    yield from _name(text, told, said)
    for label, right in told.labels.items():
        found = _found(label, said)
        shown = (str(right[0]), str(found), slices(text, told.relation.spans["content"]))
        yield Verdict(label, found in right, shown)
    if told.said is not None:
        yield Verdict("said", said.date is not None and (said.date.first, said.date.last) == told.said)


def _source(text: str, told: Told, said: Said) -> Verdict:
    gold, found = told.relation.spans["source"], said.source_spans
    right = bool(overlap(found, gold)) or not (found or gold)
    return Verdict("source", right, (slices(text, gold), slices(text, found), said.attribution.cue.text))


def _name(text: str, told: Told, said: Said) -> Iterator[Verdict]:
    if not told.names:
        return
    found = [source.name for source in (said.source, said.author) if source]
    right = any(same_name(one, name) for one in found for name in told.names)
    yield Verdict("name", right, (told.names[0], found[0] if found else "", said.attribution.cue.text))
    if is_pronoun(slices(text, told.relation.spans["source"])):
        yield Verdict("pronoun", right)


def _found(label: Label, said: Said) -> str | None:
    """What the record has under a label."""
    claim = said.claim
    match label:
        case "kind":
            return claim.kind
        case "type":
            return claim.quote
        case "source_kind":
            return said.source.kind if said.source else None
        case "polarity":
            return claim.polarity
        case "modality":
            return claim.modality
