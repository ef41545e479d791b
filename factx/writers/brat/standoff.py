"""What the annotations of one document say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.brat.claims import write_claims
from factx.writers.brat.lines import Lines

if TYPE_CHECKING:
    from factx.record import Date, Offsets, Quantity, Record, Source
    from factx.writers.brat.claims import Mentions


def standoff(record: Record, text: str) -> str:
    """All lines: entities, quantities, dates and sources, then the claims that they take part in."""
    lines = Lines(text)
    for entity in record.entities:
        lines.bound(entity.label, [(entity.start, entity.end)])
    for quantity in record.quantities:
        lines.note(lines.bound("Quantity", [(quantity.start, quantity.end)]), _quantity(quantity))
    for date in record.dates:
        lines.note(lines.bound("Date", [(date.start, date.end)]), _date(date))
    mentions = {source.id: _mentions(record, source) for source in record.sources}
    for source in record.sources:
        _source(lines, source, mentions)
    write_claims(lines, record, mentions)
    return str(lines)


def _mentions(record: Record, source: Source) -> list[tuple[Offsets, ...]]:
    """Wherever the source is named, in the order of the text."""
    where: set[tuple[Offsets, ...]] = {((mention.start, mention.end),) for mention in source.mentions}
    for claim in record.claims:
        said = claim.attribution
        if said and said.source and said.source_id == source.id:
            where.add(said.source.spans)
    return sorted(where)


def _source(lines: Lines, source: Source, mentions: Mentions) -> None:
    those = [lines.bound("Source", spans) for spans in mentions[source.id]]
    if not those:
        return
    lines.same(those)
    lines.attribute("SourceKind", those[0], source.kind)
    known = (source.name, source.role, source.affiliation)
    lines.note(those[0], " · ".join(what for what in known if what))
    author = mentions.get(source.author_id or "")
    if author:
        lines.relation("Author", those[0], lines.bound("Source", author[0]))


def _quantity(quantity: Quantity) -> str:
    between = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    number = "…".join(map(str, between)) if quantity.value is None else str(quantity.value)
    known = {
        "value": f"{quantity.comparator} {number}" if number else None,
        "unit": quantity.unit,
        "approximate": "yes" if quantity.approximate else None,
        "change": " ".join(word for word in (quantity.change, quantity.change_role) if word),
        "readings": " or ".join(map(str, quantity.readings)),
        "flags": " ".join(quantity.flags),
    }
    return _pairs(known)


def _date(date: Date) -> str:
    days = f"{date.first}…{date.last}" if date.first else None
    return _pairs({date.type: date.value, "mod": date.mod, "days": days, "flags": " ".join(date.flags)})


def _pairs(known: dict[str, str | None]) -> str:
    return " · ".join(f"{name} {value}" for name, value in known.items() if value)
