"""What readers are asked and what they find."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.article import Article
    from factx.record import Record


class InputFormat(StrEnum):
    """How a file is read; ``auto`` goes by its content and suffix. Any of them may be compressed."""

    AUTO = "auto"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    NINJS = "ninjs"
    WARC = "warc"


@dataclass(frozen=True, slots=True)
class Keys:
    """Names of an article's fields, or dotted paths to them ("body.text", "meta.0.date")."""

    text: str = "text"
    id: str = "id"
    date: str = "date"
    title: str = "title"
    url: str = "url"
    author: str = "author"


def _unheard(_: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read. ``published`` is ISO 8601 and goes before what a document says of itself.

    ``records``: what factx wrote is taken as it is (``Stored``), not read again as an article. ``articles``: what is no
    record is read as an article; else it is an error. ``items``: the dotted path to the array that a JSON document has
    its articles in. ``globs``: which files of a folder are read; without any, those with a suffix that factx knows.
    ``tell`` is told what was left out on purpose.
    """

    format: InputFormat = InputFormat.AUTO
    keys: Keys = field(default_factory=Keys)
    published: str | None = None
    records: bool = False
    articles: bool = True
    items: str | None = None
    globs: tuple[str, ...] = ()
    tell: Callable[[str], None] = _unheard


@dataclass(frozen=True, slots=True)
class Found:
    """An article and its place for messages (``news.jsonl:7``).

    ``remarks``: what of it could not be understood. ``fields``: those that the keys were looked up in.
    """

    where: str
    article: Article
    remarks: tuple[str, ...] = ()
    fields: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A record that factx wrote, and its place for messages."""

    where: str
    record: Record
