"""factx: who claims what, on whose word, when, and how much, with the exact place in the text.

``extract(text)`` gives the record of one text; ``load()`` the pipeline, to be reused for many. Importing factx does not
import spaCy: the first call does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Record

__all__ = ["Record", "__version__", "extract", "load"]

__version__ = "0.1.0"


def __getattr__(name: str) -> type[Record]:
    """``Record``, when it is asked for: making the contract's classes takes a tenth of what ``factx --help`` does."""
    if name != "Record":
        message = f"module 'factx' has no attribute {name!r}"
        raise AttributeError(message)
    from factx.record import Record  # noqa: PLC0415  see above

    return Record


def load(pipeline: str | None = None) -> Language:
    """A pipeline by name or path; without one, the packaged English one. Raises PipelineError."""
    from factx import annotate  # noqa: PLC0415  the model's libraries are loaded by the first call

    return annotate.load(pipeline)


def extract(  # noqa: PLR0913  what is known about a text, one parameter each
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    author: str | None = None,
    url: str | None = None,
    nlp: Language | None = None,
) -> Record:
    """The record of ``text``. ``nlp`` is what ``load`` gave; without it the packaged pipeline is loaded once and kept.

    ``published`` takes what ``--date`` takes: ISO 8601, or a full date as people write it. Raises UsageError for
    anything else, and InputError for a text without words.
    """
    from factx.annotate import annotate  # noqa: PLC0415  the same
    from factx.readers.article import article  # noqa: PLC0415  reading dates is not needed to import factx
    from factx.readers.published import published_on  # noqa: PLC0415  the same

    date = None if published is None else published_on(published)
    made = article(text, "text", title=title, author=author, url=url, published=date, published_by="option")
    return annotate(nlp or _packaged(), made)


@cache
def _packaged() -> Language:
    return load()
