"""What readers are asked and what they find."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.article import Article
    from factx.record import Record


class InputFormat(StrEnum):
    """How a file is read; ``auto`` goes by its suffix."""

    AUTO = "auto"
    TEXT = "text"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Keys:
    """Names of an article's fields in a line of JSON."""

    text: str = "text"
    id: str = "id"
    date: str = "date"
    title: str = "title"


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read. ``published`` is ISO 8601 and goes before what a document says of itself.

    ``records``: what factx wrote is taken as it is (``Stored``), not read again as an article. ``articles``: what is no
    record is read as an article; else it is an error.
    """

    format: InputFormat = InputFormat.AUTO
    keys: Keys = field(default_factory=Keys)
    published: str | None = None
    records: bool = False
    articles: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """An article and its place for messages (``news.jsonl:7``). ``remarks``: what of it could not be understood."""

    where: str
    article: Article
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """A record that factx wrote, and its place for messages."""

    where: str
    record: Record
