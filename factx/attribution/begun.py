"""Sentences that a quotation finishes: 'The harbour "is safe again," said Lund.' All of it is what Lund said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.spans import begins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.attribution.page import Page
    from factx.attribution.spans import Roles

# A sentence begins after one of these, after a quotation, or with its paragraph.
_STOPS = frozenset(".!?…:;")


def begun(page: Page, found: Sequence[Roles], taken: Sequence[bool]) -> list[Roles]:
    """``found`` with what a sentence begins with before a quotation that goes on in small letters, its cue behind it.

    ``taken``: by token, whether it is part of any attribution. On PolNeAR's training articles, which the network knows,
    13 contents become exact by it and two no longer are.
    """
    return [_from_the_start(page, roles, taken) for roles in found]


def _from_the_start(page: Page, roles: Roles, taken: Sequence[bool]) -> Roles:
    (first, end), *others = roles.content
    quotation = page.outer(first)
    if quotation is None or quotation.start != first or not end <= begins(roles) <= end + 1:
        return roles
    if not page.text.words[min(first + 1, end - 1)][0].islower():
        return roles
    start = _start(page, first)
    while start < first and not page.text.words[start][0].isalnum():
        start += 1
    if start == first or any(taken[start:first]):
        return roles
    return roles._replace(content=((start, end), *others))


def _start(page: Page, i: int) -> int:
    """Where the sentence of token i begins, by the marks."""
    text = page.text
    while i and text.paragraph[i - 1] == text.paragraph[i] and not text.space[i - 1]:
        if page.inside[i - 1] >= 0 or text.words[i - 1] in _STOPS:
            break
        i -= 1
    return i
