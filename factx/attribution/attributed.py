"""What an attribution component finds: places in a Doc, before anyone asks who the source is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from factx.record import Quote

# Half open, in tokens of the Doc.
Tokens: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution after PolNeAR's habit (Newell et al. 2018): who (source), by which words (cue), what (content).

    Spans are in the order of the text; ``source`` is empty where the text names none. ``head``: the token that
    heads the cue. ``confidence``: the probability that source, cue and content are right together.
    ``parent`` is the index of the attribution in ``doc._.attributions`` whose content holds this one.
    """

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    head: int
    kind: Literal["speech", "attitude"]
    quote: Quote
    confidence: float
    parent: int | None = None
