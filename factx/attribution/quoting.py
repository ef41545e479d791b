"""Whether the words are the source's own: direct, mixed or indirect."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from factx.attribution.quotations import nested
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.quotations import Quotation
    from factx.attribution.spans import Roles
    from factx.attribution.text import Text
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
        others = [False] * len(words)
        for quotation in page.quotations:
            for within in nested(page.text, quotation):
                others[within.start : within.end] = words[within.start : within.end]
        self._words = list(accumulate(words, initial=0))
        self._own = list(accumulate(own, initial=0))
        self._others = list(accumulate(others, initial=0))

    def of(self, content: Iterable[Tokens], *, retold: bool = False) -> Quote:
        """By the words of the content that stand in quotation marks; a name or a label in them is nobody's words.

        ``retold``: the quotation is somebody else's, and only what is quoted within it the source's own words.
        """
        quoted = self._others if retold else self._own
        own = words = 0
        for start, end in content:
            own += quoted[end] - quoted[start]
            words += self._words[end] - self._words[start]
        if not own:
            return "indirect"
        return "direct" if own == words else "mixed"


def retold(page: Page, found: Roles) -> bool:
    """Whether the speaker of a quotation tells in it what another says or holds: "“The board thinks so,” Lee said".

    Of "I" and "we" the speaker's words are their own; of nobody named, they are nobody else's.
    """
    if not found.source:
        return False
    quotation, (start, end) = page.inside[found.cue[0][0]], found.source[0]
    if quotation < 0 or page.inside[start] != quotation or page.text.words[found.cue[0][0]] == ":":
        return False
    own = load("sources")["first_person"] + load("sources")["first_person_plural"]
    return page.text.lower[start] not in own or (end > start + 1 and page.text.tag[start] != "PRP")


def is_label(page: Page, quotation: Quotation) -> bool:
    """A name of one word, a title (every long word capitalised), or what follows "nicknamed" and "known as".

    A single word that is no name ("he called it “improper”") is the source's choice.
    """
    text = page.text
    if quotation.end - quotation.start > 2 * _TITLE:
        return False
    words = [text.words[i] for i in range(quotation.start, quotation.end) if text.words[i][0].isalnum()]
    if not words:
        return True
    if naming(text, quotation.start - 1) and len(words) <= _TITLE:
        return True
    if len(words) == 1:
        return not words[0][0].islower()
    capitals = words[0][0].isupper() and any(word[0].isupper() for word in words[1:])
    return capitals and len(words) <= _TITLE and all(word[0].isupper() or len(word) <= _SHORT for word in words)


def naming(text: Text, i: int) -> bool:
    """Whether what follows the token is how something is named; by whom, "what she called", the words are theirs."""
    lexicon = load("attribution_words")
    if i > 0 and text.lower[i] == "as":
        return text.lower[i - 1] in lexicon["label_as"]
    return i >= 0 and text.lower[i] in lexicon["label"] and text.tag[i] != "VBD"
