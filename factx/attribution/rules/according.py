"""The phrase "according to X": the content is the rest of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.phrases import noun_phrase
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# Tokens in which a clause shows its verb.
_LOOK = 60


def find(page: Page) -> Iterator[Candidate]:
    """Propose "according to" and "in the view of", wherever they stand."""
    parse, words = page.parse, load("attribution_words")
    for i, word in enumerate(parse.lower[:-2]):
        if word in words["according"] and parse.lower[i + 1] == "to":
            thing = parse.kid(i + 1, "pobj", "pcomp") or parse.kid(i, "pobj", "pcomp") or _noun(page, i + 2)
            if thing is not None and (source := noun_phrase(parse, thing)) is not None and source[0] >= i + 2:
                yield from _rest(page, Cue("according-to", word, i, (i, i + 2)), source)
        elif word == "in" and (noun := parse.kid(i, "pobj")) is not None and parse.lower[noun] in words["view"]:
            owner = parse.kid(noun, "poss") or _of(page, noun)
            if owner is not None and (source := noun_phrase(parse, owner, noun)) is not None:
                yield from _rest(page, Cue("in-view", "view", i, (noun, noun + 1)), source)


def _of(page: Page, noun: int) -> int | None:
    """Whose they are, of "in the words of Ada Lund"; "in view of" names nobody."""
    parse = page.parse
    of = next((c for c in parse.kids(noun, "prep") if parse.lower[c] == "of"), None)
    return None if of is None or parse.kid(noun, "det") is None else parse.kid(of, "pobj")


def _noun(page: Page, start: int) -> int | None:
    """The head of the noun phrase that begins at ``start``."""
    parse = page.parse
    for i in range(start, min(start + 8, len(parse.words))):
        if parse.tag[i].startswith(("NN", "PRP")) and parse.left[i] <= start:
            return i
    return None


def _rest(page: Page, cue: Cue, source: Tokens) -> Iterator[Candidate]:
    parse = page.parse
    start = cue.head
    first, last = page.begins[start], page.ends[start]
    if (quotation := page.outer(start)) is not None:
        first, last = max(first, parse.first[start], quotation.start), min(last, parse.last[start], quotation.end)
    end = max(source[1], cue.span[1])
    content = [(first, start), (end, last)]
    after = end + (parse.words[end : end + 1] == [","])
    if after < last and page.inside[after] > page.inside[start]:  # a quotation comes: it is what they said
        content = [(after, last)]
    elif start > first + 1 and not _interrupts(page, start, end):
        content = [(first, start)]
    found = propose(page, cue, source, content)
    if found is not None:
        yield found


def _interrupts(page: Page, start: int, end: int) -> bool:
    """Whether the clause goes on after the phrase: its verb is still to come."""
    parse = page.parse
    finite = {"VBD", "VBZ", "VBP", "MD"}
    first = max(page.begins[start], start - _LOOK)
    if not any(tag in finite for tag in parse.tag[first:start]):
        return any(tag in finite for tag in parse.tag[end : min(page.ends[start], end + _LOOK)])
    verb = parse.head[start]
    for _ in range(3):
        if parse.dep[verb] in {"prep", "pobj", "advmod", "npadvmod"} and not parse.is_verb(verb):
            verb = parse.head[verb]
    return verb >= end and parse.first[verb] == parse.first[start]
