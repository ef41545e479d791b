"""Whether the words are the source's own: direct, mixed or indirect."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.quotations import Quotation
    from factx.record import Quote

# Titles have at most this many words, and words of at most this many letters may be small in them.
_TITLE = 8
_SHORT = 3


class Quoting:
    """Counts the words of a page, inside quotations and all, once; any stretch then costs the same."""

    def __init__(self, page: Page) -> None:
        labels = [is_label(page, quotation) for quotation in page.quotations]
        words = [word[0].isalnum() for word in page.text.words]
        own = [word and k >= 0 and not labels[k] for word, k in zip(words, page.inside, strict=True)]
        self._words = list(accumulate(words, initial=0))
        self._own = list(accumulate(own, initial=0))

    def of(self, content: Iterable[Tokens]) -> Quote:
        """By the words of the content that stand in quotation marks; a name or a label in them is nobody's words."""
        own = words = 0
        for start, end in content:
            own += self._own[end] - self._own[start]
            words += self._words[end] - self._words[start]
        if not own:
            return "indirect"
        return "direct" if own == words else "mixed"


def is_label(page: Page, quotation: Quotation) -> bool:
    """A name of one word, a title (every long word capitalised), or what follows "so-called".

    A single word that is no name ("he called it “improper”") is the source's choice.
    """
    text = page.text
    if quotation.end - quotation.start > 2 * _TITLE:
        return False
    words = [text.words[i] for i in range(quotation.start, quotation.end) if text.words[i][0].isalnum()]
    if not words:
        return True
    before = text.lower[quotation.start - 1] if quotation.start else ""
    if before in load("attribution_words")["label"] and len(words) <= _TITLE:
        return True
    if len(words) == 1:
        return not words[0][0].islower()
    capitals = words[0][0].isupper() and any(word[0].isupper() for word in words[1:])
    return capitals and len(words) <= _TITLE and all(word[0].isupper() or len(word) <= _SHORT for word in words)
