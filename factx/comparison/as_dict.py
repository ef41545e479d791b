"""A comparison as the dictionaries and lists that JSON holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.chain import Chains, Speaker
from factx.comparison.change import Field, Status
from factx.comparison.speakers import name
from factx.comparison.wording import stretches
from factx.record import Date, Quantity

if TYPE_CHECKING:
    from factx.comparison.change import Change, ClaimDiff, Comparison
    from factx.record import Claim, Record

DOCUMENT = ("id", "path", "url", "title", "published")
QUANTITY = (
    "text",
    "value",
    "low",
    "high",
    "comparator",
    "approximate",
    "unit",
    "per",
    "change",
    "change_role",
    "flags",
)
DATE = ("text", "type", "value", "mod", "first", "last", "flags")


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """The document before and after, how many claims became what, and those that are not the same."""
    return {
        "status": comparison.status.value,
        "old": _document(comparison.old),
        "new": _document(comparison.new),
        "counts": {status.value: comparison.count(status) for status in Status},
        "claims": [_diff(diff, comparison) for diff in comparison.claims if diff.status is not Status.SAME],
    }


def _document(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else _fields(record, DOCUMENT)


def _diff(diff: ClaimDiff, comparison: Comparison) -> dict[str, Any]:
    return {
        "status": diff.status.value,
        "old": _claim(diff.old, comparison.old),
        "new": _claim(diff.new, comparison.new),
        "changes": [_change(change) for change in diff.changes],
    }


def _claim(claim: Claim | None, record: Record | None) -> dict[str, Any] | None:
    if claim is None or record is None:
        return None
    return {
        "id": claim.id,
        "source": name(Chains(record).speaker(claim)),
        "cue": claim.attribution.cue.text if claim.attribution else None,
        "proposition": claim.proposition,
        "spans": claim.content.spans,
    }


def _change(change: Change) -> dict[str, Any]:
    found = {"field": change.field.value, "old": _value(change.old), "new": _value(change.new)}
    if change.field is Field.SOURCE:
        found["specific"] = change.specific and change.specific.value
    if change.field is Field.WORDING:
        words = stretches(str(change.old), str(change.new))
        found["words"] = [{"op": stretch.op, "text": stretch.text} for stretch in words]
    return found


def _value(value: object) -> Any:  # noqa: ANN401  JSON has no narrower type
    match value:
        case Quantity():
            return _fields(value, QUANTITY)
        case Date():
            return _fields(value, DATE)
        case Speaker():
            source = value.source
            role, kind = (source.role, source.kind) if source else (None, None)
            return {"name": name(value), "role": role, "kind": kind}
        case _:
            return value


def _fields(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(value, field) for field in names}
