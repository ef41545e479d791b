"""The headline's and the transcript's way, "Lund: the bridge is safe"; the colon is the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# A name of more tokens before the colon is a phrase that announces a list.
_NAME = 6


def find(page: Page) -> Iterator[Candidate]:
    """Propose every paragraph that begins with a name and a colon."""
    parse = page.parse
    start = 0
    for i, word in enumerate(parse.words):
        if i and parse.paragraph[i] != parse.paragraph[i - 1]:
            start = i
        if word == ":" and 0 < i - start <= _NAME and all(parse.tag[j].startswith("NNP") for j in range(start, i)):
            end = page.ends[i] if i + 1 < len(parse.words) and page.ends[i] > i + 1 else i + 1
            rule = "name-colon-quote" if i + 1 < end and page.inside[i + 1] >= 0 else "name-colon"
            found = propose(page, Cue(rule, ":", i, (i, i + 1)), (start, i), [(i + 1, end)])
            if found is not None:
                yield found
