"""One document on its way in: what readers make and the pipeline takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import PublishedBy


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what is known about it. ``published`` is an ISO 8601 date or date-time, or None: never today.

    ``author`` is the byline as the document's metadata has it, several names joined by "; ".
    """

    text: str
    id: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    published_by: PublishedBy | None = None
    author: str | None = None
