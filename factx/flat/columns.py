"""The columns of a claim's row: their names, once, and what a value of theirs is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | Sequence[str | None] | None
Row: TypeAlias = Mapping[str, Value]


class Column(Enum):
    """What a column holds; anything may be null, and a list empty."""

    TEXT = auto()
    TEXTS = auto()
    """A list of texts."""
    DAY = auto()
    """A day in ISO 8601."""
    INTEGER = auto()
    NUMBER = auto()
    FLAG = auto()
    """True or false."""


# The document; who says it, through whom, how and when; what; and what is in it. `speaker` is the author of what is
# `written_in` a statement or report, `source` the words of the article here. `first_day` to `last_day` is when it was
# said, where the text says so ("saying" in `day_by`), else the day of publication ("publication").
COLUMNS = {
    "document_id": Column.TEXT,
    "path": Column.TEXT,
    "url": Column.TEXT,
    "site": Column.TEXT,
    "title": Column.TEXT,
    "author": Column.TEXT,
    "published": Column.TEXT,
    "claim_id": Column.TEXT,
    "kind": Column.TEXT,
    "quote": Column.TEXT,
    "speaker": Column.TEXT,
    "speaker_kind": Column.TEXT,
    "role": Column.TEXT,
    "affiliation": Column.TEXT,
    "written_in": Column.TEXT,
    "source": Column.TEXT,
    "chain": Column.TEXTS,
    "second_hand": Column.FLAG,
    "via": Column.TEXTS,
    "relay": Column.TEXTS,
    "cue": Column.TEXT,
    "cue_lemma": Column.TEXT,
    "addressee": Column.TEXT,
    "channel": Column.TEXT,
    "said": Column.TEXT,
    "first_day": Column.DAY,
    "last_day": Column.DAY,
    "day_by": Column.TEXT,
    "content": Column.TEXT,
    "proposition": Column.TEXT,
    "content_start": Column.INTEGER,
    "content_end": Column.INTEGER,
    "subject": Column.TEXT,
    "predicate": Column.TEXT,
    "object": Column.TEXT,
    "polarity": Column.TEXT,
    "modality": Column.TEXT,
    "parent": Column.TEXT,
    "confidence": Column.NUMBER,
    "quantities": Column.TEXTS,
    "amounts": Column.TEXTS,
    "dates": Column.TEXTS,
    "date_values": Column.TEXTS,
    "entities": Column.TEXTS,
}
