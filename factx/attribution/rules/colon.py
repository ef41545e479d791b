"""The headline's and the transcript's way, "Lund: the bridge is safe"; the colon is the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.quotations import paragraphs
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# A name of more tokens before the colon is a phrase that announces a list.
_NAME = 6


def find(page: Page) -> Iterator[Candidate]:
    """Propose every paragraph that begins with a name and a colon: its first sentence, of a transcript's turn all."""
    parse = page.parse
    for start, stop in paragraphs(parse.paragraph):
        first = start + (parse.words[start] in load("quotation_marks")["double"])
        i = next((i for i in range(first, min(stop, first + _NAME + 1)) if parse.words[i] == ":"), first)
        if i == first or not all(parse.tag[j].startswith("NNP") for j in range(first, i)):
            continue
        quoted = i + 1 < stop and page.inside[i + 1] not in {-1, page.inside[i]}
        turn = all(parse.words[j].isupper() for j in range(first, i))
        end = stop if turn and not quoted else max(page.ends[i], i + 1)
        rule = "name-colon-quote" if quoted else "turn" if turn else "name-colon"
        found = propose(page, Cue(rule, ":", i, (i, i + 1)), (first, i), [(i + 1, end)])
        if found is not None:
            yield found
