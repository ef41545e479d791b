"""The record: what factx says about one document. Plain frozen data; nothing of factx is imported here.

Offsets count Unicode code points in ``Record.text``, half open. Every ``text`` beside a span is exactly that slice;
several spans give their slices joined by " … ". ``ungrounded`` finds what breaks this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SCHEMA_VERSION = "1.0"
JOINT = " … "

Offsets: TypeAlias = tuple[int, int]

PublishedBy: TypeAlias = Literal["option", "metadata", "dateline"]
ClaimKind: TypeAlias = Literal["speech", "attitude", "statement"]
Quote: TypeAlias = Literal["direct", "mixed", "indirect"]
Polarity: TypeAlias = Literal["positive", "negative"]
Modality: TypeAlias = Literal["asserted", "possible", "necessary", "conditional", "future", "question", "command"]
SourceKind: TypeAlias = Literal["person", "organization", "group", "document", "media", "anonymous", "unknown"]
Comparator: TypeAlias = Literal["=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Span:
    """One slice of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Extent:
    """One or several slices of the text, in its order."""

    text: str
    spans: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute, with the lemma of their head."""

    text: str
    spans: tuple[Offsets, ...]
    lemma: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is behind a claim. ``source`` is the mention here, ``source_id`` who it is; a missing source is null."""

    source: Extent | None
    source_id: str | None
    cue: Cue
    date_id: str | None = None
    addressee: Span | None = None
    channel: Span | None = None
    via: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Triple:
    """Subject, predicate and object of the claim's main clause."""

    subject: Span | None
    predicate: Span
    object: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Something claimed: by a source (speech, attitude), or by the article itself (statement)."""

    id: str
    kind: ClaimKind
    quote: Quote | None
    content: Extent
    proposition: str
    attribution: Attribution | None
    parent: str | None
    triple: Triple | None
    polarity: Polarity
    modality: Modality
    entities: tuple[str, ...]
    quantities: tuple[str, ...]
    dates: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Source:
    """Someone or something that claims; ``name`` is its fullest mention."""

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Span, ...]
    role: str | None = None
    affiliation: str | None = None
    entity_id: str | None = None
    author_id: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity with its OntoNotes label."""

    id: str
    label: str
    start: int
    end: int
    text: str
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, how it is compared, and what it counts. ``value`` is null for a range and for a malformed number.

    The three ``*_words`` are the words that compare, approximate and say the change. ``dimension`` is what the unit
    measures ("length", "currency", "count", "currency per time"), ``per`` the unit or thing of a rate. ``reasons``
    stand beside ``readings``: for each the slip that it takes the writer to have made.
    """

    id: str
    start: int
    end: int
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "="
    approximate: bool = False
    change: Literal["up", "down"] | None = None
    change_role: Literal["by", "to", "from"] | None = None
    part_of: str | None = None
    unit: str | None = None
    unit_text: str | None = None
    counted: Span | None = None
    flags: tuple[str, ...] = ()
    readings: tuple[float, ...] = ()
    reasons: tuple[str, ...] = ()
    dimension: str | None = None
    per: str | None = None
    comparator_words: Span | None = None
    approximate_words: Span | None = None
    change_words: Span | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression: its TIMEX3 value and the days it covers. ``until``: the date that ends a range begun here."""

    id: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    first: str | None = None
    last: str | None = None
    grain: str | None = None
    anchor: Literal["published", "text", "none"] = "none"
    rule: str | None = None
    flags: tuple[str, ...] = ()
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: something that could not be known, and how to help it."""

    code: str
    message: str
    span: Offsets | None = None


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """What made the record."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything factx says about one document. ``author`` is the byline in its metadata, no source of a claim."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    author: str | None = field(default=None, kw_only=True)  # records of earlier versions have none
    published: str | None
    published_by: PublishedBy | None
    text: str | None
    sentences: tuple[Offsets, ...]
    entities: tuple[Entity, ...]
    sources: tuple[Source, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[Notice, ...]
    pipeline: PipelineInfo
    factx_schema: str = SCHEMA_VERSION


def span(text: str, start: int, end: int) -> Span:
    """The slice ``text[start:end]`` as a span."""
    return Span(start, end, text[start:end])


def extent(text: str, spans: Sequence[Offsets]) -> Extent:
    """The slices of ``text``, joined."""
    return Extent(slices(text, spans), tuple(spans))


def slices(text: str, spans: Sequence[Offsets]) -> str:
    """The slices of ``text``, joined by JOINT."""
    return JOINT.join(text[start:end] for start, end in spans)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    names = tuple(f.name for f in fields(kind))
    return ("factx_schema", *names[:-1]) if kind is Record else names


def to_dict(value: object) -> Any:  # noqa: ANN401  JSON has no narrower type
    """A record, or a part of one, as the dictionaries and lists that JSON holds."""
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: to_dict(getattr(value, name)) for name in _field_names(kind)}
    if isinstance(value, tuple):
        return [to_dict(v) for v in value]
    return value


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """The fields that hold other classes of this module: texts, numbers and offsets have no spans in them."""
    made = {name for name, value in globals().items() if is_dataclass(value)}
    return tuple(f.name for f in fields(kind) if made.intersection(re.findall(r"\w+", str(f.type))))


def _spans(value: object) -> Iterator[tuple[str, tuple[Offsets, ...]]]:
    """Every (text, spans) pair in a record."""
    if isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif value is not None:
        if isinstance(value, Extent | Cue):
            yield value.text, value.spans
        elif isinstance(value, Span | Entity | Quantity | Date):
            yield value.text, ((value.start, value.end),)
        kind: Any = type(value)
        for name in _parts(kind):
            yield from _spans(getattr(value, name))


def ungrounded(record: Record) -> list[str]:
    """What in ``record`` is not a verbatim slice of its text; empty when all is well."""
    text = record.text or ""
    wrong = [
        f"{said!r} is not text{list(where)}"
        for said, where in _spans(record)
        if said != slices(text, where) or not all(0 <= s < e <= len(text) for s, e in where)
    ]
    wrong += [
        f"proposition of {claim.id} is not a slice: {part!r}"
        for claim in record.claims
        for part in claim.proposition.split(JOINT)
        if not any(part in text[start:end] for start, end in claim.content.spans)
    ]
    wrong += [f"sentence {s} is out of the text" for s in record.sentences if not 0 <= s[0] < s[1] <= len(text)]
    return wrong
