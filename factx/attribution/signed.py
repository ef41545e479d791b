"""Quotations that are signed: a dash and a name after the closing mark, and nothing else on the line.

“The bridge is closed.” — Ann Lee, mayor of Oslo
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.spans import Roles
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.quotations import Quotation
    from factx.attribution.text import Text

# A signature has at most this many tokens, and what is signed is longer than a title.
LONGEST, SHORTEST = 12, 5
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def signed(page: Page) -> Iterator[Roles]:
    """Source, cue (the dash) and content of each."""
    dashes = load("quotation_marks")["dashes"]
    for quotation in page.quotations:
        if quotation.open or quotation.end - quotation.start < SHORTEST:
            continue
        dash = _next_word(page.text, quotation.end)
        if dash is None or page.text.words[dash] not in dashes or not _near(page.text, quotation, dash):
            continue
        name = _signature(page, dash + 1)
        if name is not None:
            yield Roles((name,), ((dash, dash + 1),), ((quotation.start, quotation.end),))


def _next_word(text: Text, i: int) -> int | None:
    while i < len(text.words) and text.space[i]:
        i += 1
    return i if i < len(text.words) else None


def _near(text: Text, quotation: Quotation, dash: int) -> bool:
    """In the quotation's paragraph or the next."""
    return text.paragraph[dash] <= text.paragraph[quotation.end - 1] + 1


def _signature(page: Page, start: int) -> Tokens | None:
    """The rest of the line, if it begins as a name and holds no verb and no quotation."""
    text = page.text
    first = _next_word(text, start)
    if first is None or text.paragraph[first] != text.paragraph[start - 1] or not text.tag[first].startswith("NNP"):
        return None
    end = first
    while end < len(text.words) and not (text.space[end] and "\n" in text.words[end]):
        if end - first >= LONGEST or page.inside[end] >= 0 or text.tag[end] in FINITE:
            return None
        end += 1
    while end > first and not text.words[end - 1][-1].isalnum():
        end -= 1
    return (first, end) if first < end else None
