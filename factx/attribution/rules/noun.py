"""Nouns that tell: "the claim that it rained", "her promise to help", "the mayor's call for calm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.phrases import noun_phrase, verb_group
from factx.attribution.rules.clause import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# Tokens from a support verb to its noun: "made the promise".
_SUPPORT = 5
_CLAUSES = ("acl", "ccomp", "relcl", "xcomp")


def find(page: Page) -> Iterator[Candidate]:
    """Propose every common noun with a clause or a preposition after it."""
    for i, tag in enumerate(page.parse.tag):
        if tag in {"NN", "NNS"}:
            found = _clause(page, i) or _preposition(page, i) or _is_that(page, i)
            if found is not None:
                yield found


def _source(page: Page, noun: int) -> Tokens | None:
    """The owner ("Lund's claim"), or who makes it ("Lund repeated the claim")."""
    parse = page.parse
    owner = parse.kid(noun, "poss")
    if owner is not None:
        return noun_phrase(parse, owner, noun)
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.is_verb(verb) and noun > verb:
        return source_of(page, verb)
    return None


def _cue(page: Page, noun: int) -> Tokens:
    parse = page.parse
    verb = parse.head[noun]
    if (
        parse.kid(noun, "poss") is None
        and parse.dep[noun] == "dobj"
        and parse.is_verb(verb)
        and 0 < noun - verb <= _SUPPORT
    ):
        return verb_group(parse, verb)[0], noun + 1
    return noun, noun + 1


def _clause(page: Page, noun: int) -> Candidate | None:
    parse = page.parse
    clause = next((c for c in parse.kids(noun, *_CLAUSES) if c > noun and parse.is_verb(c)), None)
    if clause is None:
        return None
    first = parse.left[clause]
    that = parse.lower[first] == "that" and parse.dep[first] == "mark"
    to = parse.tag[first] == "TO"
    if first != noun + 1 or not (that or to):
        return None
    rule = "noun-that" if that else "noun-to"
    return propose(
        page, Cue(rule, parse.lemma[noun], noun, _cue(page, noun)), _source(page, noun), [(first, parse.right[clause])]
    )


def _preposition(page: Page, noun: int) -> Candidate | None:
    parse = page.parse
    prep = noun + 1
    if prep >= len(parse.words) or parse.head[prep] != noun or parse.dep[prep] != "prep":
        return None
    thing = parse.kid(prep, "pobj", "pcomp")
    if thing is None or thing < prep:
        return None
    start, _ = _cue(page, noun)
    key = f"{parse.lemma[noun]} {parse.lower[prep]}"
    content = (prep + 1, parse.right[thing])
    return propose(page, Cue("noun-about", key, noun, (start, prep + 1)), _source(page, noun), [content])


def _is_that(page: Page, noun: int) -> Candidate | None:
    """Propose "her view is that it failed", "the question is whether"."""
    parse = page.parse
    verb = parse.head[noun]
    if parse.dep[noun] != "nsubj" or parse.lemma[verb] != "be":
        return None
    clause = next((c for c in parse.kids(verb, "ccomp") if c > verb), None)
    if clause is None:
        return None
    content = (max(parse.left[clause], verb + 1), parse.right[clause])
    return propose(page, Cue("noun-is", parse.lemma[noun], noun, (noun, verb + 1)), _source(page, noun), [content])
