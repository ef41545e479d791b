"""What a writer of text writes, in one piece."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from factx.writers import Format, writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.record import Record


def written(form: Format, records: Iterable[Record]) -> str:
    """All that it writes."""
    stream = io.StringIO()
    made = writer(form, stream)
    for record in records:
        made.write(record)
    made.close()
    return stream.getvalue()
