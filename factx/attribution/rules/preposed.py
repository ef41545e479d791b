"""Content first: "the road is closed, police said", "the road, police said, is closed", "as police put it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.phrases import noun_phrase, verb_group
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# Tokens after the tag in which a comma would close it.
_NEAR = 12
_HEADS = frozenset(("ROOT", "ccomp", "parataxis", "advcl", "conj", "dep", "relcl", "acl"))


def find(page: Page) -> Iterator[Candidate]:
    """Propose every verb with a subject that stands between commas or after one."""
    parse = page.parse
    for verb, dep in enumerate(parse.dep):
        if dep in _HEADS and parse.is_verb(verb):
            found = _after(page, verb)
            if found is not None:
                yield found


def _after(page: Page, verb: int) -> Candidate | None:
    parse = page.parse
    who = parse.subject.get(verb)
    cue = verb_group(parse, verb)
    if who is None or (source := _phrase(page, who, verb, cue)) is None:
        return None
    start = min(source[0], cue[0])
    as_said = start > 0 and parse.lower[start - 1] in load("attribution_words")["as"]
    before = start - 1 - as_said
    first, last = _sentence(page, verb)
    if as_said and before < first:
        comma = _comma(page, max(source[1], cue[1]), last)
        content = [] if comma is None else [(comma, last)]
    elif before <= first or parse.words[before] not in {",", "—", "–"} or _has_content(page, verb):
        return None
    else:
        content = [(first, before)]
        rest = _rest(page, verb, max(source[1], cue[1]), first, last)
        content += [rest] if rest is not None else []
    if not content:
        return None
    return propose(page, Cue("as-said" if as_said else "preposed", parse.lemma[verb], verb, cue), source, content)


def _phrase(page: Page, who: int, verb: int, cue: Tokens) -> Tokens | None:
    """The source, if it and the cue are neighbours."""
    source = noun_phrase(page.parse, who, verb)
    if source is None:
        return None
    if who < verb:
        return source if cue[0] - source[1] <= 1 else None
    return source if source[0] == cue[1] else None


def _sentence(page: Page, verb: int) -> Tokens:
    first, last = page.begins[verb], page.ends[verb]
    if (quotation := page.outer(verb)) is not None:
        parse = page.parse
        return max(first, quotation.start, parse.first[verb]), min(last, quotation.end, parse.last[verb])
    return first, last


def _has_content(page: Page, verb: int) -> bool:
    """Whether a complement follows with no comma before it."""
    parse = page.parse
    after = [c for c in parse.kids(verb, "ccomp", "xcomp") if c > verb][:1]
    return any(
        "," not in parse.words[verb + 1 : min(parse.left[c], verb + _NEAR)] for c in after if parse.words[c - 1] != ","
    )


def _comma(page: Page, start: int, end: int) -> int | None:
    words = page.parse.words
    return next((i for i in range(start, min(end, start + _NEAR)) if words[i] == ","), None)


def _rest(page: Page, verb: int, start: int, first: int, last: int) -> Tokens | None:
    """What follows the parenthesis, if the clause goes on there."""
    parse = page.parse
    comma = _comma(page, start, last)
    if comma is None or comma + 1 >= last:
        return None
    if parse.tag[comma + 1] in {"VBG", "CC", "IN", "WDT", "WP", "RB"} and _is_clause(page, first, start):
        return None
    heads = [c for c in parse.kids(verb, "ccomp") if c > comma]
    up = parse.head[verb]
    if heads or (up > comma and first <= up < last and parse.is_verb(up)):
        return comma + 1, last
    return None if _is_clause(page, first, min(start, verb)) else (comma + 1, last)


def _is_clause(page: Page, first: int, end: int) -> bool:
    """Whether a finite verb stands before the parenthesis."""
    finite = ("VBD", "VBZ", "VBP", "MD")
    return any(tag in finite for tag in page.parse.tag[max(first, end - 60) : end - 1])
