"""W3C Web Annotation: an array of annotations, which is what annotation tools load (Recogito, Annotorious).

A claim is an annotation of its content, with tags for what it is and a comment for whom it went through; its source
and its cue are annotations of their own that link to it. Each span is a target, found by its position in code points
and by its words with those around them, which also finds it in the page. https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factx.chain import Chains
from factx.writers import iri
from factx.writers.formats import Format
from factx.writers.json_array import JsonArray
from factx.writers.needed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from factx.record import Claim, Offsets, Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points of prefix and suffix, as Hypothesis and Apache Annotator store them

Node = dict[str, Any]


def web_annotation(stream: TextIO) -> JsonArray:
    """The writer of one array for the whole run."""
    return JsonArray(stream, _annotations)


def _annotations(record: Record) -> list[str]:
    text = text_of(record, Format.WEB_ANNOTATION)
    chains = Chains(record)
    return [
        json.dumps(_annotation(record, text, *one), ensure_ascii=False, allow_nan=False)
        for claim in record.claims
        for one in (_content(claim, chains), *_roles(record, claim, chains))
    ]


def _annotation(record: Record, text: str, key: str, spans: Sequence[Offsets], bodies: list[Node]) -> Node:
    info = record.pipeline
    return {
        "@context": CONTEXT,
        "id": iri.part(record, key),
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"id": iri.pipeline(info), "type": "Software", "name": f"factx {info.name} {info.version}"},
        "body": bodies,
        "target": [_target(iri.article(record), text, start, end) for start, end in spans],
    }


def _content(claim: Claim, chains: Chains) -> tuple[str, Sequence[Offsets], list[Node]]:
    """The claim: what it is, and from whom through whom it reached the article."""
    usual = {"positive", "asserted", None}
    tags = [tag for tag in (claim.kind, claim.quote, claim.polarity, claim.modality) if tag not in usual]
    chain = [speaker.source.name if speaker.source else speaker.mention for speaker in chains.chain(claim)]
    bodies = [_words("tagging", tag) for tag in tags if tag]
    through = " → ".join(name for name in chain if name)
    return claim.id, claim.content.spans, [*bodies, *([_words("commenting", through)] if through else [])]


def _roles(record: Record, claim: Claim, chains: Chains) -> Iterator[tuple[str, Sequence[Offsets], list[Node]]]:
    """Source and cue, each with a link to the claim."""
    said = claim.attribution
    if said is None:
        return
    link = {"type": "SpecificResource", "purpose": "linking", "source": iri.part(record, claim.id)}
    if said.source is not None:
        speaker = chains.speaker(claim)
        name = speaker.source.name if speaker and speaker.source else said.source.text
        yield f"{claim.id}-source", said.source.spans, [_words("tagging", "source"), _words("identifying", name), link]
    yield f"{claim.id}-cue", said.cue.spans, [_words("tagging", "cue"), link]


def _words(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(source: str, text: str, start: int, end: int) -> Node:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(start - AROUND, 0) : start],
        "suffix": text[end : end + AROUND],
    }
    return {"source": source, "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote]}
