"""Attitudes in an adjective: "is worried that", "are confident about", "was ready to vote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.phrases import verb_group
from factx.attribution.rules.clause import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page


def find(page: Page) -> Iterator[Candidate]:
    """Propose every predicative adjective with a complement."""
    for i, dep in enumerate(page.parse.dep):
        if dep == "acomp" and page.parse.head[i] < i and (found := _adjective(page, i)) is not None:
            yield found


def _adjective(page: Page, adjective: int) -> Candidate | None:
    parse = page.parse
    verb = parse.head[adjective]
    inner = next((c for c in parse.kids(adjective, "ccomp", "xcomp", "prep") if c > adjective), None)
    if inner is None:
        inner = next((c for c in parse.kids(verb, "ccomp", "xcomp") if c > adjective), None)
    if inner is None:
        return None
    cue = (verb_group(parse, verb)[0], adjective + 1)
    key, rule, content = parse.lemma[adjective], "adjective", (parse.left[inner], parse.right[inner])
    if parse.dep[inner] == "prep":
        thing = parse.kid(inner, "pobj", "pcomp")
        if thing is None:
            return None
        key, rule, content = f"{key} {parse.lower[inner]}", "adjective-about", (inner + 1, parse.right[thing])
        cue = (cue[0], inner + 1) if inner == adjective + 1 else cue
    return propose(page, Cue(rule, key, verb, cue), source_of(page, verb), [(max(content[0], cue[1]), content[1])])
