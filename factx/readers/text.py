"""A plain text is one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.readers.article import article
from factx.readers.decode import decode
from factx.readers.found import Found
from factx.readers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factx.readers.found import Reading


def read_text(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found]:
    """One article. Raises InputError."""
    text = decode(whole(stream, where), where)
    yield Found(where, article(text, where, path=path, published=how.published, published_by="option"))
