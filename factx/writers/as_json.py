"""A record as one line of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factx.record import to_dict

if TYPE_CHECKING:
    from factx.record import Record


def as_json(record: Record) -> str:
    """JSON without a line break; the key ``text`` is there only if the record has its text."""
    fields = to_dict(record)
    if record.text is None:
        del fields["text"]
    return json.dumps(fields, ensure_ascii=False, allow_nan=False)
