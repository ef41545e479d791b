"""What the tests of sources ask a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Attribution, Record, Source


def said(record: Record, words: str) -> tuple[Attribution, Source]:
    """The attribution of the claim that holds ``words``, and its source."""
    claim = next(c for c in record.claims if words in c.content.text and c.attribution)
    assert claim.attribution is not None
    return claim.attribution, next(s for s in record.sources if s.id == claim.attribution.source_id)


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    """The names of the sources with these ids, in the order of the record."""
    return [s.name for s in record.sources if s.id in ids]
