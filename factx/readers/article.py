"""A text to an article: the checks that every text has to pass, and its id."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from factx.article import Article
from factx.errors import InputError
from factx.readers.dateline import dateline

if TYPE_CHECKING:
    from factx.record import PublishedBy

# 64 bits: among a million texts the chance that two share an id is below one in 30 million.
ID_DIGITS = 16


def article(  # noqa: PLR0913  what is known about a text, one parameter each
    text: str,
    where: str,
    *,
    id: str | None = None,  # noqa: A002  the record's own word
    path: str | None = None,
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    published_by: PublishedBy | None = None,
) -> Article:
    """The article, with the text's hash for an id where it has none, and the day that its dateline says.

    Raises InputError naming ``where``.
    """
    if not text or text.isspace():
        raise InputError(where, "is empty, there is no text in it")
    for name, value in (("text", text), ("id", id), ("url", url), ("title", title), ("author", author)):
        _check(name, value, where)
    by = published_by if published else None
    if published is None and (said := dateline(text)) is not None:
        published, by = said, "dateline"
    return Article(text, id or text_id(text), path, url, title, published, by, author)


def text_id(text: str) -> str:
    """The first hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return sha256(text.encode()).hexdigest()[:ID_DIGITS]


def _check(name: str, value: str | None, where: str) -> None:
    """UTF-8 has no bytes for half a surrogate pair, so no record could be written."""
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        why = f"the {name} has a lone surrogate (\\u{code:04x}) at character {error.start}; write the whole character"
        raise InputError(where, why) from error
