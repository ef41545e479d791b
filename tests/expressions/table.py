"""How many of the expressions that other tools test with are read as those tools read them.

``python -m tests.expressions.table`` prints the table, and with ``-v`` every expression that is read otherwise. Both
lists are made for assistants ("Sunday" is the next one, "at 5" a time), so news reads some otherwise on purpose.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy

from factx.dates import make_dates, periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.record import Date

HERE = Path(__file__).parent
NLP = spacy.blank("en")
DATES = make_dates(NLP, "factx_dates")
GRAINS = {"day", "week", "month", "quarter", "year"}
RANGE = re.compile(r"\(([^,]*),([^,]*),.*\)")


@dataclass(frozen=True, slots=True)
class Row:
    """An expression, its kind, what it should be and what it is.

    Both are days ("first/last"), a time from T, or a TIMEX3 value.
    """

    kind: str
    text: str
    gold: str
    found: str


def rows() -> Iterator[Row]:
    """All expressions of both lists."""
    for line in _lines("duckling"):
        yield Row("duckling " + _kind(line), line["text"], *_duckling(line))
    for line in _lines("recognizers"):
        yield from _recognizers(line)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _read(text: str, published: str | None) -> tuple[Date, ...]:
    doc = NLP.make_doc(text)
    doc._.published = published
    DATES(doc)
    found: tuple[Date, ...] = doc._.dates
    return found


def _kind(line: dict[str, Any]) -> str:
    return "days" if line["grain"] in GRAINS else "times"


def _duckling(line: dict[str, Any]) -> tuple[str, str]:
    found = _read(line["text"], line["dct"])
    end: str | None = line.get("end")
    start: str = line.get("value") or end or ""
    if _kind(line) == "times":
        return _clock(start), next((d.value[-6:] for d in found if "T" in d.value), "none")
    if start.startswith("-"):
        return f"before Christ {start}", _days(found)
    first = date.fromisoformat(start[:10])
    last = date.fromisoformat(end[:10]) - timedelta(1) if end else periods.containing(line["grain"], first).last
    return f"{first}/{last}", _days(found)


def _clock(moment: str) -> str:
    return "T" + datetime.fromisoformat(moment).strftime("%H:%M")


def _days(found: tuple[Date, ...]) -> str:
    """The days from the first date to the last, which are the two ends of a range."""
    firsts = [d.first for d in found if d.first]
    lasts = [d.last for d in found if d.last]
    return f"{firsts[0]}/{lasts[-1]}" if firsts and lasts else "none"


def _recognizers(line: dict[str, Any]) -> Iterator[Row]:
    found = _read(line["text"], line["dct"] or None)
    if not line["timexes"]:
        yield Row("recognizers nothing", line["text"], "none", _days(found))
    for gold in line["timexes"]:
        here = tuple(d for d in found if d.start < gold["end"] and gold["start"] < d.end)
        value = gold["value"]
        if gold["type"] in ("DURATION", "SET", "TIME", "DATETIME"):
            yield Row(f"recognizers {gold['type'].lower()}", gold["text"], value, _value(here, value))
        elif gold["type"] in ("DATE", "DATERANGE"):
            yield Row(f"recognizers {gold['type'].lower()}", gold["text"], _gold_days(gold), _days_or_value(here, gold))


def _value(here: tuple[Date, ...], gold: str) -> str:
    values = [_same_form(d.value) for d in here]
    return gold if _same_form(gold) in values else values[0] if values else "none"


def _same_form(value: str) -> str:
    return re.sub(r"(T\d\d)$", r"\1:00", value)


def _gold_days(gold: dict[str, Any]) -> str:
    ranged = RANGE.fullmatch(gold["value"])
    if ranged:
        return f"{ranged[1]}/{ranged[2]}"
    first = next((r.get("start") or r.get("value") for r in gold["resolution"]), None)
    return f"{gold['value']} {first}"


def _days_or_value(here: tuple[Date, ...], gold: dict[str, Any]) -> str:
    """The gold itself where one of its resolutions has the same days (ranges of Recognizers leave out their last)."""
    days = _days(here)
    if any(days == one for one in _resolutions(gold)) or gold["value"] in [d.value for d in here]:
        return _gold_days(gold)
    return days


def _resolutions(gold: dict[str, Any]) -> Iterator[str]:
    for one in gold["resolution"]:
        if "start" in one and "end" in one:
            for end in (one["end"], _before(one["end"])):
                yield f"{one['start']}/{end}"
        elif "value" in one:
            yield f"{one['value']}/{one['value']}"


def _before(day: str) -> str:
    try:
        return (date.fromisoformat(day[:10]) - timedelta(1)).isoformat()
    except ValueError:
        return day


def rates() -> dict[str, tuple[int, int]]:
    """By kind: how many agree, of how many."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows():
        counts[row.kind][0] += row.gold == row.found
        counts[row.kind][1] += 1
    return {kind: (right, all_) for kind, (right, all_) in sorted(counts.items())}


def table(counts: dict[str, tuple[int, int]]) -> str:
    """The rates as lines."""
    lines = [f"{kind:24} {right:4} of {all_:4}  {right / all_:.1%}" for kind, (right, all_) in counts.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(rates()))  # noqa: T201  its purpose
    if "-v" in sys.argv:
        for row in rows():
            if row.gold != row.found:
                print(row.kind, row.text, row.gold, row.found, sep="\t")  # noqa: T201  its purpose
