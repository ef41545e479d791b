"""An attribution as scores see it: the places of source, cue and content, whether annotated by hand or predicted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factx.record import Extent, Offsets, Quote, Record

Role: TypeAlias = Literal["source", "cue", "content"]
Kind: TypeAlias = Literal["speech", "attitude"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Relation:
    """An attribution relation (Pareti 2012, "A Database of Attribution Relations").

    ``spans`` has all roles, one that is missing with no span. ``nested``: within the content of another.
    """

    spans: Mapping[Role, tuple[Offsets, ...]]
    quote: Quote | None = None
    kind: Kind | None = None
    nested: bool = False


def predicted(record: Record, *, outermost: bool = False) -> list[Relation]:
    """The attributions of a record; with ``outermost`` only those of claims that no other holds."""
    return [
        Relation(
            {"source": _spans(said.source), "cue": said.cue.spans, "content": claim.content.spans},
            quote=claim.quote,
            kind="attitude" if claim.kind == "attitude" else "speech",
            nested=claim.parent is not None,
        )
        for claim in record.claims
        if (said := claim.attribution) is not None and not (outermost and claim.parent is not None)
    ]


def _spans(extent: Extent | None) -> tuple[Offsets, ...]:
    return extent.spans if extent else ()
