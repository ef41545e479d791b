"""What the sources component finds for one attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Span


@dataclass(frozen=True, slots=True)
class Link:
    """Who an attribution's source is, and how the saying reached the article. Ids are those of ``doc._.sources``."""

    source_id: str | None = None
    date_id: str | None = None
    addressee: Span | None = None
    channel: Span | None = None
    via: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
