"""Whether what a record says of its claims, dates and numbers can be so."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from factx.verification.fields import inner, items, key, number, offsets, whole
from factx.verification.problem import Code, Problem
from factx.verification.slices import hull

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factx.verification.fields import Fields

    Places = Mapping[str | None, tuple[Any, Any]]

INSIDE = ("entities", "quantities", "dates")


def sense_problems(record: Fields) -> Iterator[Problem]:
    """What contradicts itself, or the contract of the record."""
    places = {
        name: {key(item): (item.get("start"), item.get("end")) for item in items(record, name)} for name in INSIDE
    }
    for claim in items(record, "claims"):
        yield from _voice(claim)
        yield from _confidence(claim)
        yield from _content(claim, places)
    yield from _parents(record)
    for date in items(record, "dates"):
        yield from _days(date)
    for quantity in items(record, "quantities"):
        low, high = quantity.get("low"), quantity.get("high")
        if number(low) and number(high) and low > high:
            yield Problem(Code.NUMBER_ORDER, f"{key(quantity)}: its low, {low}, is above its high, {high}")
    if "published" in record and (record["published"] is None) != (record.get("published_by") is None):
        message = "published and published_by stand together or not at all"
        yield Problem(Code.PUBLISHED, message)


def _voice(claim: Fields) -> Iterator[Problem]:
    """A statement is the article's own; anything else is attributed."""
    own = claim.get("kind") == "statement"
    for field in ("attribution", "quote"):
        if field in claim and (claim[field] is None) != own:
            has = "has no" if claim[field] is None else "has an" if field == "attribution" else "has a"
            message = f"{key(claim)} is of kind {claim.get('kind')} but {has} {field}"
            yield Problem(Code.ATTRIBUTION, message, key(claim))


def _confidence(claim: Fields) -> Iterator[Problem]:
    sure = claim.get("confidence")
    if number(sure) and not 0 <= sure <= 1:
        yield Problem(Code.CONFIDENCE, f"{key(claim)}: {sure} is no probability", key(claim))


def _content(claim: Fields, places: Mapping[str, Places]) -> Iterator[Problem]:
    """The entities, quantities and dates of a claim are those inside its content."""
    spans = offsets(inner(claim, "content", "spans"))
    for name in INSIDE:
        listed = claim.get(name)
        for one in listed if spans and isinstance(listed, list) else ():
            start, end = places[name].get(one, (None, None)) if isinstance(one, str) else (None, None)
            if whole(start) and whole(end) and not any(s <= start and end <= e for s, e in spans):
                message = f"{one} of {key(claim)} lies outside its content"
                yield Problem(Code.OUTSIDE, message, key(claim), (start, end))


def _parents(record: Fields) -> Iterator[Problem]:
    """A claim lies in its parent's content: with its cue, where its content goes on behind the parent's."""
    claims = {key(claim): claim for claim in items(record, "claims")}
    for name, claim in claims.items():
        parent = claim.get("parent")
        around = hull(inner(claims.get(parent), "content")) if isinstance(parent, str) else None
        inside = [hull(claim.get("content")), hull(inner(claim, "attribution", "cue"))]
        known = [span for span in inside if span is not None]
        if around and known and not any(around[0] <= s and e <= around[1] for s, e in known):
            message = f"{name} does not lie in the content of its parent {parent}"
            yield Problem(Code.PARENT, message, name, known[0])


def _days(date: Fields) -> Iterator[Problem]:
    """The first day is not after the last, and both are days."""
    days = [date.get("first"), date.get("last")]
    for day in days:
        if isinstance(day, str) and _time(day) is None:
            yield Problem(Code.DATE_ORDER, f"{key(date)}: {day!r} is no day in ISO 8601")
    first, last = (_time(day) if isinstance(day, str) else None for day in days)
    if first and last and first > last:
        yield Problem(Code.DATE_ORDER, f"{key(date)}: its first day, {days[0]}, is after its last, {days[1]}")


def _time(day: str) -> datetime | None:
    try:
        return datetime.fromisoformat(day).replace(tzinfo=None)
    except ValueError:
        return None
