"""A plain text is one article, unless it is what factx wrote and that is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.article import article
from factx.readers.decode import decode
from factx.readers.found import Found
from factx.readers.stored import NO_RECORD, stored_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factx.readers.found import Reading, Stored


def read_text(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found | Stored | InputError]:
    """One article, or the records that are there instead. Raises InputError."""
    text = decode(stream.read(), where)
    records = stored_in(text, where) if how.records else None
    if records is not None:
        yield from records
    elif not how.articles:
        raise InputError(where, NO_RECORD)
    else:
        yield Found(where, article(text, where, path=path, published=how.published, published_by="option"))
