"""Whether every span lies in the text, in its order, and says what the text says there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factx.record import JOINT
from factx.record import slices as joined
from factx.verification.fields import claim_at, inner, items, key, named, objects, offsets, quoted, whole
from factx.verification.problem import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Offsets
    from factx.verification.fields import Fields


def spans_of(fields: Fields) -> list[Offsets] | None:
    """The spans that an object has beside its ``text``; None where it has none, or they are damaged."""
    if "text" not in fields:
        return None
    if whole(fields.get("start")) and whole(fields.get("end")):
        return [(fields["start"], fields["end"])]
    listed = fields.get("spans")
    found = offsets(listed)
    return found if isinstance(listed, list) and len(found) == len(listed) else None


def slice_problems(record: Fields, text: str | None) -> Iterator[Problem]:
    """Each span that is none of the text's; without the text, that is not known, each that can be none of any."""
    for place, fields in objects(record):
        spans = spans_of(fields)
        if spans is None or not place:
            continue
        what, claim = named(record, place), claim_at(record, place)
        wrong = list(_placed(what, spans, text, claim))
        yield from wrong
        said = fields["text"]
        if text is not None and not wrong and isinstance(said, str) and said != joined(text, spans):
            message = f"{what} is {quoted(said)}, but the text there is {quoted(joined(text, spans))}"
            yield Problem(Code.SPAN_TEXT, message, claim, spans[0] if spans else None)
    yield from _placed("sentences", offsets(record.get("sentences")), text, None)
    for notice in items(record, "warnings"):
        yield from _placed(f"warning {notice.get('code')}", offsets([notice.get("span")]), text, None)
    if text is not None:
        yield from _propositions(record, text)
        yield from _names(record, text)


def _placed(what: str, spans: Sequence[Offsets], text: str | None, claim: str | None) -> Iterator[Problem]:
    end = float("inf") if text is None else len(text)
    for span in spans:
        if not 0 <= span[0] < span[1] <= end:
            length = "" if text is None else f", which has {len(text)} characters"
            yield Problem(Code.SPAN_RANGE, f"{what}: {list(span)} is no stretch of the text{length}", claim, span)
    for before, after in pairwise(spans):
        if before[1] > after[0]:
            message = f"{what}: {list(after)} begins before {list(before)} ends"
            yield Problem(Code.SPAN_ORDER, message, claim, after)


def _propositions(record: Fields, text: str) -> Iterator[Problem]:
    for claim in items(record, "claims"):
        said, spans = claim.get("proposition"), offsets(inner(claim, "content", "spans"))
        for part in said.split(JOINT) if isinstance(said, str) and spans else ():
            if not part or not any(part in text[max(start, 0) : max(end, 0)] for start, end in spans):
                message = f"proposition of {key(claim)}: {quoted(part)} is no slice of the content"
                yield Problem(Code.PROPOSITION, message, key(claim), spans[0])


def _names(record: Fields, text: str) -> Iterator[Problem]:
    for source in items(record, "sources"):
        name = source.get("name")
        if isinstance(name, str) and name not in text:
            yield Problem(Code.SOURCE_NAME, f"the name of {key(source)}, {quoted(name)}, is nowhere in the text")


def hull(value: Any) -> Offsets | None:  # noqa: ANN401  whatever stands there
    """From the first character of an extent's spans to its last."""
    spans = offsets(inner(value, "spans"))
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
