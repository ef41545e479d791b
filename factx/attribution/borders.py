"""Where one content ends and what is its neighbour's begins, once all attributions are known.

A reading is made of each cue by itself, so that two may claim the same quotation, or one runs on over the next cue of
the same source.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factx.attribution.spans import begins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.spans import Roles

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def settled(doc: Doc, page: Page, heads: Sequence[int], found: Sequence[Roles]) -> list[Roles]:
    """``found`` with each content cut to its own; ``heads``: the token that heads each cue."""
    ending = _up_to_the_next_cue(doc, page, heads, found)
    return _each_quotation_its_own(page, ending)


def _each_quotation_its_own(page: Page, found: Sequence[Roles]) -> list[Roles]:
    """A quotation that two claim is the one's whose words stand right behind it: '"Go," she said. "Now," he added.'"""
    claims: defaultdict[Tokens, list[int]] = defaultdict(list)
    for k, roles in enumerate(found):
        for span in roles.content:
            claims[span].append(k)
    out = list(found)
    for span, several in claims.items():
        if len(several) == 1 or page.inside[span[0]] < 0:
            continue
        behind = [k for k in several if span[1] <= begins(found[k]) <= span[1] + 1]
        if len(behind) == 1:
            for k in several:
                left = tuple(other for other in out[k].content if other != span)
                if k != behind[0] and left:
                    out[k] = out[k]._replace(content=left)
    return out


def _up_to_the_next_cue(doc: Doc, page: Page, heads: Sequence[int], found: Sequence[Roles]) -> list[Roles]:
    """What the same source says next is no part of it: 'He called it "odd," [adding that …]', 'said so [and wrote …]'."""
    of: defaultdict[int, list[int]] = defaultdict(list)
    for k, roles in enumerate(found):
        for start, end in roles.source:
            for i in range(start, end):
                of[i].append(k)
    out = list(found)
    for k, roles in enumerate(found):
        nexts = {n for start, end in roles.source for i in range(start, end) for n in of[i] if heads[n] > heads[k]}
        for n in nexts:
            if (cut := _cut(doc, page, heads[k], heads[n], found[n])) is not None:
                out[k] = _ending(out[k], cut)
    return out


def _cut(doc: Doc, page: Page, head: int, later: int, follows: Roles) -> int | None:
    """Where a content that ran on over the next cue of its source ends; None where that cue may be part of it."""
    start = cut = follows.cue[0][0]
    while cut and (page.text.tag[cut - 1] in ("CC", "RB") or page.text.words[cut - 1] in (",", ";")):
        cut -= 1
    joined = cut < start and doc[later].dep_ == "conj" and doc[later].head.i == head
    if joined and page.text.tag[start] in FINITE:
        return cut
    closed = cut > 0 and (quotation := page.outer(cut - 1)) is not None and quotation.end == cut
    return cut if closed and page.text.tag[start] == "VBG" else None


def _ending(roles: Roles, cut: int) -> Roles:
    """The content up to the cut, if a span of it goes on over that and something is left."""
    if not any(start < cut < end for start, end in roles.content):
        return roles
    return roles._replace(content=tuple((start, min(end, cut)) for start, end in roles.content if start < cut))
