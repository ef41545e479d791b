"""Transcripts: who speaks stands before a colon, in capitals, turn by turn.

LUND: Will the bridge be closed?
BERG: Not before winter.
LUND: Thank you.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factx.attribution.quotations import paragraphs
from factx.attribution.spans import ASIDE, Roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.quotations import Quotation

# A name has at most this many words ("GOV. MIKE PENCE"), each of at least two letters: "Q:" and "A:" name nobody.
LONGEST, LETTERS = 4, 2


def turns(page: Page) -> list[Roles]:
    """Source, cue (the colon) and content of each turn, where the page is a transcript or quotes one.

    It is one where a speaker has the word again after another, and the text around names one of them, not in capitals:
    otherwise "UPDATE: …" would speak.
    """
    found = [turn for start, end in paragraphs(page.text.paragraph) if (turn := _turn(page, start, end))]
    speakers = [page.text.words[turn.source[0][1] - 1] for turn in found]
    change = [speaker for before, speaker in zip(["", *speakers], speakers, strict=False) if speaker != before]
    named = {name.capitalize() for name in change}
    talk = len(set(change)) < len(change) and not named.isdisjoint(page.text.words)
    return _with_what_follows(page, found, speakers) if talk else []


def _with_what_follows(page: Page, found: list[Roles], speakers: list[str]) -> list[Roles]:
    """The turns with their further paragraphs: those before one who has had the word already takes it again.

    Before somebody new, the article may have gone on: "Then she was asked by another reporter."
    """
    first = {speaker: n for n, speaker in reversed(list(enumerate(speakers)))}
    again = [first[speaker] < n for n, speaker in enumerate(speakers)]
    starts = [turn.source[0][0] for turn in found]
    spoken: dict[int, list[Tokens]] = {}
    for start, end in paragraphs(page.text.paragraph):
        n = bisect_right(starts, end - 1) - 1
        follows = 0 <= n < len(found) - 1 and again[n + 1] and found[n].content[-1][1] <= start
        if follows and (told := _own_words(page, start, end)):
            spoken.setdefault(n, []).append(_span(told))
    return [turn._replace(content=(*turn.content, *spoken.get(n, ()))) for n, turn in enumerate(found)]


def _own_words(page: Page, start: int, end: int) -> list[int]:
    """The paragraph without a mark that opens it; nothing of what is no speech: "(CROSSTALK)", "…"."""
    said, _ = _opened(page, start, end)
    spoken = said and page.text.words[said[0]] not in ASIDE and any(page.text.words[i].isalpha() for i in said)
    return said if spoken else []


def _opened(page: Page, start: int, end: int) -> tuple[list[int], Quotation | None]:
    """The paragraph's words behind a mark that opens it, and the quotation of that mark."""
    words = list(_shown(page, start, end))
    quotation = page.outer(words[0]) if words else None
    if quotation is None or quotation.start != words[0]:
        return words, None
    return words[1:], quotation


def _turn(page: Page, start: int, end: int) -> Roles | None:
    """The paragraph as a turn, if it begins with a name in capitals and a colon. A mark may open before the name."""
    named, quotation = _opened(page, start, end)
    colon = next((n for n, i in enumerate(named[: LONGEST + 1]) if page.text.words[i] == ":"), 0)
    if not colon or not all(_is_capital(page.text.words[i]) for i in named[:colon]):
        return None
    told = named[colon + 1 :]
    if quotation is not None and not quotation.open and told and quotation.end == told[-1] + 1:
        told = told[:-1]
    return Roles((_span(named[:colon]),), (_span(named[colon : colon + 1]),), (_span(told),)) if told else None


def _shown(page: Page, start: int, end: int) -> Iterator[int]:
    return (i for i in range(start, end) if not page.text.space[i])


def _is_capital(word: str) -> bool:
    return word.isupper() and sum(c.isalpha() for c in word) >= LETTERS


def _span(tokens: list[int]) -> Tokens:
    return tokens[0], tokens[-1] + 1
