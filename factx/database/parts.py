"""The document and what is found in it, but for its claims, as rows of the database."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from factx.amount import amount
from factx.flat.site import site
from factx.writers.as_json import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.database.keys import Keys
    from factx.record import Date, Quantity, Record, Source

TableRow: TypeAlias = tuple[str, dict[str, Any]]  # a table's name, and values under its columns


def part_rows(record: Record, keys: Keys) -> Iterator[TableRow]:
    """The document first, the others after what they refer to."""
    yield "documents", _document(record)
    for entity in record.entities:
        yield (
            "entities",
            {
                "key": keys.entities[entity.id],
                "document_id": record.id,
                "id": entity.id,
                "text": entity.text,
                "label": entity.label,
                "cluster": entity.cluster,
                "start": entity.start,
                "end": entity.end,
            },
        )
    for source in record.sources:
        yield from _source(record, source, keys)
    for quantity in record.quantities:
        yield "quantities", {"key": keys.quantities[quantity.id], "document_id": record.id, **_quantity(quantity)}
    for date in record.dates:
        yield "dates", {"key": keys.dates[date.id], "document_id": record.id, **_date(date)}
    for notice in record.warnings:
        start, end = notice.span or (None, None)
        yield (
            "warnings",
            {
                "document_id": record.id,
                "code": notice.code,
                "message": notice.message,
                "start": start,
                "end": end,
            },
        )


def _document(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "path": record.path,
        "url": record.url,
        "site": site(record.url),
        "title": record.title,
        "author": record.author,
        "published": record.published,
        "published_by": record.published_by,
        "text": record.text,
        "factx_schema": record.factx_schema,
        "pipeline": record.pipeline.name,
        "pipeline_version": record.pipeline.version,
        "pipeline_sha256": record.pipeline.sha256,
        "record": as_json(replace(record, text=None)),
    }


def _source(record: Record, source: Source, keys: Keys) -> Iterator[TableRow]:
    key = keys.sources[source.id]
    yield (
        "sources",
        {
            "key": key,
            "document_id": record.id,
            "id": source.id,
            "name": source.name,
            "kind": source.kind,
            "named": source.entity_id is not None,
            "role": source.role,
            "affiliation": source.affiliation,
            "entity_key": keys.entities.get(source.entity_id or ""),
            "author_key": keys.sources.get(source.author_id or ""),
        },
    )
    for mention in source.mentions:
        yield "mentions", {"source_key": key, "text": mention.text, "start": mention.start, "end": mention.end}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "id": quantity.id,
        "text": quantity.text,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "comparator": quantity.comparator,
        "approximate": quantity.approximate,
        "change": quantity.change,
        "change_role": quantity.change_role,
        "unit": quantity.unit,
        "unit_text": quantity.unit_text,
        "dimension": quantity.dimension,
        "per": quantity.per,
        "counted": quantity.counted.text if quantity.counted else None,
        "amount": amount(quantity),
        "part_of": quantity.part_of,
        "flags": json.dumps(quantity.flags),
        "readings": json.dumps(quantity.readings),
        "reasons": json.dumps(quantity.reasons),
        "start": quantity.start,
        "end": quantity.end,
    }


def _date(date: Date) -> dict[str, Any]:
    return {
        "id": date.id,
        "text": date.text,
        "type": date.type,
        "value": date.value,
        "mod": date.mod,
        "first": date.first,
        "last": date.last,
        "grain": date.grain,
        "anchor": date.anchor,
        "rule": date.rule,
        "flags": json.dumps(date.flags),
        "until": date.until,
        "start": date.start,
        "end": date.end,
    }
