"""A signature after a quotation, set off by a dash: the pull quote's way. The dash is the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# A signature of more tokens is a sentence.
_NAME = 12


def find(page: Page) -> Iterator[Candidate]:
    """Propose every quotation that a dash and a name follow, up to the end of the paragraph."""
    parse = page.parse
    for quotation in page.quotations:
        dash = quotation.end
        while dash < len(parse.words) and parse.space[dash]:
            dash += 1
        if dash + 1 >= len(parse.words) or parse.words[dash] not in load("attribution_words")["signature"]:
            continue
        end = dash + 1
        while end < min(len(parse.words), dash + _NAME) and not parse.space[end]:
            end += 1
        source = parse.trim(dash + 1, end)
        if (
            source is None
            or not parse.tag[source[0]].startswith("NNP")
            or (end < len(parse.words) and not parse.space[end])
        ):
            continue
        content = [(quotation.start, quotation.end)]
        found = propose(page, Cue("signature", "―", dash, (dash, dash + 1)), source, content)
        if found is not None:
            yield found
