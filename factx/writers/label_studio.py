"""Label Studio: tasks with predictions, to be imported as JSON and corrected there.

Its regions count code points in what a ``Text`` tag shows, as records do (its editor counts ``[...text]``, not UTF-16
units; its own tests say so for emoji), and two characters for CR LF. The labelling configuration that the results
name stands in the README. https://labelstud.io/guide/predictions
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factx.writers.formats import Format
from factx.writers.json_array import JsonArray
from factx.writers.needed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from factx.record import Claim, Offsets, Record

LABELS, TEXT = "role", "text"  # names of the tags in the labelling configuration
CHOICES = ("kind", "quote", "polarity", "modality")

Result = dict[str, Any]


def label_studio(stream: TextIO) -> JsonArray:
    """The writer of one array of tasks for the whole run."""
    return JsonArray(stream, _task)


def _task(record: Record) -> list[str]:
    text = text_of(record, Format.LABEL_STUDIO)
    result = [one for claim in record.claims for one in _claim(text, claim)]
    for quantity in record.quantities:
        result += _regions(text, quantity.id, "Quantity", [(quantity.start, quantity.end)])
    for date in record.dates:
        result += _regions(text, date.id, "Date", [(date.start, date.end)])
    made_by = f"factx {record.pipeline.name} {record.pipeline.version}"
    prediction = {"model_version": made_by, "result": result, **_score(record.claims)}
    about = {"id": record.id, "url": record.url, "title": record.title, "published": record.published}
    task = {"data": {"text": text, **about}, "predictions": [prediction]}
    return [json.dumps(task, ensure_ascii=False, allow_nan=False)]


def _score(claims: Sequence[Claim]) -> dict[str, float]:
    """The mean confidence, by which tasks are sorted there; none where there is no claim."""
    return {"score": round(sum(claim.confidence for claim in claims) / len(claims), 4)} if claims else {}


def _claim(text: str, claim: Claim) -> Iterator[Result]:
    """Regions for each role, what the claim is at the first of its content, and relations from the cue."""
    said = claim.attribution
    label = "Content" if said else "Statement"
    content = [
        {**region, "score": claim.confidence}
        for region in _regions(text, f"{claim.id}-content", label, claim.content.spans)
    ]
    yield from content
    yield from _choices(claim, content[0])
    if said is None:
        return
    cue = _regions(text, f"{claim.id}-cue", "Cue", said.cue.spans)
    source = _regions(text, f"{claim.id}-source", "Source", said.source.spans if said.source else ())
    yield from cue
    yield from source
    yield from (_relation(cue[0], region, "source") for region in source)
    yield from (_relation(cue[0], region, "content") for region in content)
    yield from (_relation(cue[0], region, "cue") for region in cue[1:])


def _regions(text: str, key: str, label: str, spans: Sequence[Offsets]) -> list[Result]:
    """A region for each span; the first has the key as its id."""
    return [
        {
            "id": f"{key}-{number}" if number else key,
            "from_name": LABELS,
            "to_name": TEXT,
            "type": "labels",
            "value": {"start": start, "end": end, "text": text[start:end], "labels": [label]},
        }
        for number, (start, end) in enumerate(spans)
    ]


def _choices(claim: Claim, region: Result) -> Iterator[Result]:
    where = {key: value for key, value in region["value"].items() if key != "labels"}
    for name in CHOICES:
        choice = getattr(claim, name)
        if choice is not None:
            value = {**where, "choices": [choice]}
            yield {**region, "from_name": name, "type": "choices", "value": value}


def _relation(start: Result, end: Result, label: str) -> Result:
    return {
        "type": "relation",
        "from_id": start["id"],
        "to_id": end["id"],
        "direction": "right",
        "labels": [label],
    }
