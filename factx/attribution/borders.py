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

FINAL = frozenset(".!?")
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
ADVERBS, CONJUNCTIONS, PAUSES = frozenset({"RB"}), frozenset({"CC"}), frozenset({",", ":"})


def settled(doc: Doc, page: Page, heads: Sequence[int], found: Sequence[Roles]) -> list[Roles]:
    """``found`` with each content cut to its own; ``heads``: the token that heads each cue."""
    ending = _up_to_the_next_cue(doc, page, heads, found)
    return _with_who_said_it(page, _each_quotation_its_own(page, ending))


def _each_quotation_its_own(page: Page, found: Sequence[Roles]) -> list[Roles]:
    """A quotation is theirs whose words stand right behind it: '"Go," she said. ["Now,"] he added.'."""
    owners = {
        span[1]: (span[0], k)
        for k, roles in enumerate(found)
        for span in roles.content
        if _is_quotation(page, span) and span[1] <= begins(roles) <= span[1] + 1
    }
    out = []
    for k, roles in enumerate(found):
        quotes_first = _is_quotation(page, roles.content[0]) and roles.content[0][1] <= begins(roles)
        left = []
        for start, end in roles.content:
            opening, owner = owners.get(end, (start, k))
            if owner == k or (start >= opening and not quotes_first):
                left.append((start, end))
            elif (until := _last_word(page, start, opening)) > start:
                left.append((start, until))
        out.append(roles._replace(content=tuple(left)) if left else roles)
    return out


def _is_quotation(page: Page, span: Tokens) -> bool:
    quotation = page.outer(span[0])
    return quotation is not None and (quotation.start, quotation.end) == span


def _last_word(page: Page, start: int, end: int) -> int:
    """The end of [start, end) without marks and space, but those of a quotation; ``start`` where nothing is left."""
    while end > start and page.inside[end - 1] < 0 and not any(c.isalnum() for c in page.text.words[end - 1]):
        end -= 1
    return end


def _with_who_said_it(page: Page, found: Sequence[Roles]) -> list[Roles]:
    """What is according to somebody takes in who said it: '["Yes," Lund said], according to the radio.'."""
    said = {roles.content[-1]: begins(roles) for roles in found if roles.source and not _is_according(page, roles)}
    out = []
    for roles in found:
        (start, end), cue = roles.content[-1], roles.cue[0][0]
        between = _is_according(page, roles) and end <= said.get((start, end), -1) < cue
        if between and not FINAL.intersection(page.text.words[end:cue]):
            content = (*roles.content[:-1], (start, _last_word(page, end, cue)))
            out.append(roles._replace(content=content))
        else:
            out.append(roles)
    return out


def _is_according(page: Page, roles: Roles) -> bool:
    return page.text.lower[roles.cue[0][0]] == "according"


def _up_to_the_next_cue(doc: Doc, page: Page, heads: Sequence[int], found: Sequence[Roles]) -> list[Roles]:
    """What the same source says next is no part of it: 'called it "odd," [adding that …]', 'said so [and wrote …]'."""
    of: defaultdict[int, list[int]] = defaultdict(list)
    for k, roles in enumerate(found):
        for start, end in roles.source:
            for i in range(start, end):
                of[i].append(k)
    out = list(found)
    for k, roles in enumerate(found):
        nexts = {n for start, end in roles.source for i in range(start, end) for n in of[i] if heads[n] > heads[k]}
        for n in sorted(nexts):
            if (cut := _cut(doc, page, heads[k], heads[n], found[n])) is not None:
                out[k] = _ending(out[k], cut)
    return out


def _cut(doc: Doc, page: Page, head: int, later: int, follows: Roles) -> int | None:
    """Where a content that ran on over the next cue of its source ends; None where that cue may be part of it."""
    start = follows.cue[0][0]
    cut = _before(page, _before(page, _before(page, start, ADVERBS), CONJUNCTIONS), PAUSES)
    joined = cut < start and doc[later].dep_ == "conj" and doc[later].head.i == head
    if joined and page.text.tag[start] in FINITE:
        return cut
    closed = cut > 0 and (quotation := page.outer(cut - 1)) is not None and quotation.end == cut
    return cut if closed and page.text.tag[start] == "VBG" else None


def _before(page: Page, i: int, tags: frozenset[str]) -> int:
    """Token i, or the first of those before it that have one of these tags."""
    while i and page.text.tag[i - 1] in tags:
        i -= 1
    return i


def _ending(roles: Roles, cut: int) -> Roles:
    """The content up to the cut, if a span of it goes on over that and something is left."""
    if not any(start < cut < end for start, end in roles.content):
        return roles
    return roles._replace(content=tuple((start, min(end, cut)) for start, end in roles.content if start < cut))
