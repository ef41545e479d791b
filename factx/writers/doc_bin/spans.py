"""The spans of a record by the group that they go into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

    from factx.record import Claim, Offsets, Record

ROLES = "sc"  # the key that displacy and spancat look at unless told otherwise


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span to be: ``key`` is the id in the record of what it belongs to, ``source_id`` whose it is."""

    start: int
    end: int
    label: str
    key: str
    source_id: str = ""

    def of(self, doc: Doc) -> Span:
        """The span of that document, whose tokens end where it does."""
        span = doc.char_span(self.start, self.end, self.label, self.source_id, span_id=self.key)
        if span is None:
            message = f"no tokens of {self}"
            raise ValueError(message)
        return span


def groups(record: Record) -> dict[str, list[Labelled]]:
    """The claims' roles together and each alone, and what stands in the text besides."""
    sources = {source.id: source for source in record.sources}
    found: dict[str, list[Labelled]] = {name: [] for name in (ROLES, "sources", "cues", "contents")}
    for claim in record.claims:
        for role, spans, source_id in _roles(claim):
            kind = sources[source_id].kind if role == "source" and source_id in sources else claim.kind
            name = "statement" if claim.attribution is None else role
            for start, end in spans:
                found[ROLES].append(Labelled(start, end, name.upper(), claim.id, source_id))
                found[f"{role}s"].append(Labelled(start, end, kind.upper(), claim.id, source_id))
    return found | {
        "quantities": [Labelled(one.start, one.end, "QUANTITY", one.id) for one in record.quantities],
        "dates": [Labelled(one.start, one.end, one.type, one.id) for one in record.dates],
        "entities": [Labelled(one.start, one.end, one.label, one.id, one.cluster or "") for one in record.entities],
    }


def _roles(claim: Claim) -> Iterator[tuple[str, Sequence[Offsets], str]]:
    """Each role with its spans, and the id of the source whose claim it is."""
    said = claim.attribution
    source_id = (said.source_id if said else None) or ""
    yield "content", claim.content.spans, source_id
    if said is not None:
        yield "cue", said.cue.spans, source_id
        if said.source is not None:
            yield "source", said.source.spans, source_id
