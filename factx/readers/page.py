"""HTML: the article of a page, without what surrounds it, and what its metadata says. trafilatura finds it.

Barbaresi (2021), Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction.
"""

from __future__ import annotations

import logging
import warnings
from typing import TYPE_CHECKING, Any

import trafilatura
from lxml import etree, html

from factx.errors import InputError
from factx.readers.article import article
from factx.readers.blocks import SENTENCE, blocks
from factx.readers.charset import page_text
from factx.readers.found import Found
from factx.readers.page_date import page_date, without_changes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from lxml.html import HtmlElement

    from factx.readers.found import Reading

# The largest pages of news, with all that is embedded in them, have a few MB.
LIMIT = 20 * 2**20

# Its hints on the page's date must not hang on the day on which it is read.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say is said as an InputError
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found]:
    """The article of a page. Raises InputError."""
    yield page(stream.read(LIMIT + 1), where, path, how)


def page(  # noqa: PLR0913  what is known of a page besides its bytes
    data: bytes, where: str, path: str | None, how: Reading, *, url: str | None = None, charset: str | None = None
) -> Found:
    """The article of a page that comes from ``url``; ``charset`` as HTTP headers say it. Raises InputError."""
    if len(data) > LIMIT:
        raise InputError(where, f"is a page of more than {LIMIT >> 20} MB, which no article has")
    markup, remarks = page_text(data, charset)
    tree = _tree(markup, where)
    stated = None if how.published else page_date(tree)
    without_changes(tree)
    document = _document(tree, url, where)
    text = "\n\n".join(_paragraphs(document))
    if not SENTENCE.search(text):  # what remains of a page without an article are labels of menus and buttons
        raise InputError(where, NO_ARTICLE)
    made = article(
        text,
        where,
        path=path,
        url=url or document.url,
        title=document.title,
        author=document.author,
        published=how.published or stated,
        published_by="option" if how.published else "metadata",
    )
    if made.published is None and document.date:
        remarks += (UNDATED.format(document.date),)
    return Found(where, made, remarks)


UNDATED = "states no date of publication; its address or text suggests {0}: give --date {0} if that is right"
NO_ARTICLE = "is a page without the text of an article; if it is made by scripts, save it from a browser"


def _tree(markup: str, where: str) -> HtmlElement:
    """The page. Raises InputError."""
    if not markup.strip():
        raise InputError(where, "is empty, there is no page in it")
    parser = html.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode(), parser=parser)
    except (ValueError, etree.LxmlError) as error:
        raise InputError(where, f"is a page that cannot be read: {error}") from error


def _document(tree: HtmlElement, url: str | None, where: str) -> Any:  # noqa: ANN401  its Document sets its fields itself
    """What trafilatura finds: body, title, author, url, date. Raises InputError."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of what dates could be
            found = trafilatura.bare_extraction(
                tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=dict(DATES)
            )
    except (ValueError, TypeError, AttributeError, etree.LxmlError, RecursionError) as error:
        raise InputError(where, f"is a page that cannot be read: {type(error).__name__}: {error}") from error
    if found is None:
        raise InputError(where, NO_ARTICLE)
    return found


def _paragraphs(document: Any) -> list[str]:  # noqa: ANN401  the same
    """The blocks of the article; not its title, which some pages have within and some above."""
    found = blocks(document.body)
    return found[1:] if found and found[0] == document.title else found
