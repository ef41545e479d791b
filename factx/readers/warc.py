"""WARC, the archives of crawlers such as Common Crawl's CC-NEWS: the pages that servers answered with.

ISO 28500:2017; https://commoncrawl.org/blog/news-dataset-available
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.archive import OK, Answer, answers
from factx.readers.page import LIMIT, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factx.readers.found import Found, Reading


def read_warc(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found | InputError]:
    """An article or an error a page. What other answers there were, and how many pages, is told.

    Raises InputError where there is no page, or the archive cannot be read to its end.
    """
    pages, others = 0, Counter[str]()
    try:
        for answer in answers(stream, where, LIMIT):
            if not answer.is_page:
                others[answer.kind if answer.status == OK else f"status {answer.status}"] += 1
                continue
            pages += 1
            yield _page(answer, f"{where}, {answer.url}", path, how)
    except InputError as error:
        raise InputError(where, f"{error.why} ({pages} pages were read before)") from error
    for other, count in sorted(others.items()):
        how.tell(f"{where}: {count} left out: {other}")
    if not pages:
        raise InputError(where, f"has no page of HTML that a server sent; it has {others.total()} other answers")


def _page(answer: Answer, where: str, path: str | None, how: Reading) -> Found | InputError:
    from factx.readers.http_body import body  # noqa: PLC0415  needs the extra, which there is by now

    try:
        data = body(answer.payload, answer.encodings, where, LIMIT)
        return page(data, where, path, how, url=answer.url, charset=answer.charset)
    except InputError as error:
        return error
