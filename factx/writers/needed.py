"""What some formats cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.errors import InputError

if TYPE_CHECKING:
    from factx.record import Record
    from factx.writers.formats import Format


def text_of(record: Record, form: Format) -> str:
    """The record's text. Raises InputError for a record without one."""
    if record.text is None:
        raise InputError(where(record), f"has no text: -f {form} needs it; extract it without --no-text")
    return record.text


def where(record: Record) -> str:
    """What an error calls the record: a file may hold many."""
    return f"{record.path}, id {record.id}" if record.path else f"id {record.id}"
