"""Quotations that go on: in paragraphs that open again, in blocks without a cue, after the sentence of the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.quoting import is_label
from factx.attribution.spans import ASIDE, ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.attribution.page import Page
    from factx.attribution.quotations import Quotation
    from factx.attribution.spans import Roles


def occupied(page: Page, found: Sequence[Roles]) -> list[bool]:
    """By token, whether it is part of an attribution."""
    taken = [False] * len(page.text.words)
    for roles in found:
        for start, end in (*roles.cue, *roles.source, *roles.content):
            taken[start:end] = [True] * (end - start)
    return taken


def carried(page: Page, found: Sequence[Roles], taken: list[bool]) -> list[Roles]:
    """``found`` with the contents that the marks show to go on; ``taken`` (``occupied``) is kept up to date."""
    contents = [list(roles.content) for roles in _announced(page, found, taken)]
    ends = {content[-1][1] - 1: k for k, content in enumerate(contents)}
    cues = {start: k for k, roles in enumerate(found) for start, _ in roles.cue}
    for before, quotation in zip(page.quotations, page.quotations[1:], strict=False):
        last = next((i for i in range(before.end - 1, max(before.start, before.end - 3) - 1, -1) if i in ends), None)
        start, end = quotation.start, quotation.end
        if last is None or any(taken[start:end]):
            continue
        k = ends[last]
        between = {cues[i] for i in range(before.end, start) if i in cues}
        if quotation.reopens or _is_block(page, before, quotation) or (between == {k} and _resumes(page, quotation)):
            ends[end - 1] = k
            if not ASIDE.intersection(page.text.words[start + 1 : start + 2]):  # "(Applause)" is nobody's words
                contents[k].append((start, end))
                taken[start:end] = [True] * (end - start)
    return [roles._replace(content=tuple(sorted(content))) for roles, content in zip(found, contents, strict=True)]


def _announced(page: Page, found: Sequence[Roles], taken: list[bool]) -> list[Roles]:
    """With the block that the last cue of a paragraph announces: 'Lund called it "odd":' and a quotation below."""
    out = list(found)
    text = page.text
    last = {text.paragraph[roles.cue[0][0]]: k for k, roles in enumerate(found)}  # cues stand in the order of the text
    for quotation in page.quotations:
        start, end = quotation.start, quotation.end
        if not (_is_paragraph(page, quotation) and _holds_what_touches(found, taken, start, end)):
            continue
        before = _word_before(page, start)
        k = last.get(text.paragraph[start] - 1)
        if k is not None and before >= 0 and text.words[before] == ":":
            out[k] = out[k]._replace(content=(*out[k].content, (start, end)))
            taken[start:end] = [True] * (end - start)
    return out


def _holds_what_touches(found: Sequence[Roles], taken: list[bool], start: int, end: int) -> bool:
    """Whether every attribution with a token in [start, end) lies in it with all of them: it is said in the block."""
    if not any(taken[start:end]):
        return True
    spans = ([*roles.cue, *roles.source, *roles.content] for roles in found)
    return all(
        all(start <= a and b <= end for a, b in several) or all(b <= start or end <= a for a, b in several)
        for several in spans
    )


def _word_before(page: Page, i: int) -> int:
    """The last token before i that is not space; -1 where there is none."""
    i -= 1
    while i >= 0 and page.text.space[i]:
        i -= 1
    return i


def _is_block(page: Page, before: Quotation, quotation: Quotation) -> bool:
    """Whether the quotation is the whole paragraph after that of ``before``."""
    text = page.text
    return text.paragraph[quotation.start] == text.paragraph[before.end - 1] + 1 and _is_paragraph(page, quotation)


def _is_paragraph(page: Page, quotation: Quotation) -> bool:
    """Whether nothing else stands in its paragraph, and it is no label."""
    text = page.text
    paragraph = text.paragraph[quotation.start]
    start, end = _word_before(page, quotation.start), quotation.end
    while end < len(text.words) and text.space[end]:
        end += 1
    opens = start < 0 or text.paragraph[start] != paragraph
    closes = end == len(text.words) or text.paragraph[end] != paragraph
    return opens and closes and not is_label(page, quotation)


def _resumes(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own that follows the cue's: '"Go," said Ann Lee. ["It is late."]'.

    Of nine such in PolNeAR's training articles that no reading has, seven are the same speaker's.
    """
    text = page.text
    start = _word_before(page, quotation.start)
    if start < 0 or text.paragraph[start] != text.paragraph[quotation.start] or text.words[start] not in ENDS - {","}:
        return False
    return not is_label(page, quotation) and (quotation.open or text.words[quotation.end - 2] in ENDS - {","})
