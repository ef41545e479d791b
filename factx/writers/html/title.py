"""What a document is called, and the day it was published, for people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factx.writers.html.paragraphs import paragraphs

if TYPE_CHECKING:
    from factx.record import Record

LONGEST = 140  # characters of a headline; the longest of news agencies have about 110
ISO = 10  # characters of a date in ISO 8601


def titled(record: Record) -> str:
    """Its title; else its first paragraph where that reads as a headline, not as a sentence; else its path or id."""
    return record.title or _headline(record.text or "") or record.path or record.id


def _headline(text: str) -> str | None:
    found = paragraphs(text)
    first = text[slice(*found[0])].strip() if len(found) > 1 else ""
    return first if first and len(first) <= LONGEST and first[-1] not in ".!?”\"'" else None


def written(published: str | None) -> str | None:
    """Such as "12 November 2023"; as it stands where it is no day."""
    try:
        day = date.fromisoformat((published or "")[:ISO])
    except ValueError:
        return published
    return f"{day.day} {day:%B} {day.year}"
