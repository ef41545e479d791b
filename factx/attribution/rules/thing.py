"""Verb, then thing: "praised the plan", "called for a vote". Half of what PolNeAR calls indirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.phrases import is_passive, noun_phrase, verb_group
from factx.attribution.rules.clause import source_of
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page


def find(page: Page) -> Iterator[Candidate]:
    """Propose every verb that has an object, or a preposition that could belong to it."""
    parse = page.parse
    for verb in range(len(parse.words)):
        if not parse.is_verb(verb):
            continue
        if not any(c > verb for c in parse.kids(verb, "ccomp", "xcomp")):  # else that is the content: "urged him to go"
            if (thing := _object(page, verb)) is not None:
                yield thing
            elif (about := _preposition(page, verb)) is not None:
                yield about
        if (passive := _passive(page, verb)) is not None:
            yield passive


def _object(page: Page, verb: int) -> Candidate | None:
    parse = page.parse
    thing = next((c for c in parse.kids(verb, "dobj") if c > verb), None)
    if thing is None or _is_via(page, verb):
        return None
    end, allowed = parse.right[thing], load("attribution_words")["object_prepositions"]
    for c in parse.children[verb]:
        of = parse.dep[c] == "prep" and parse.lower[c] in allowed
        if c > thing and parse.left[c] == end and (of or parse.dep[c] in {"oprd", "acomp", "attr"}):
            end = parse.right[c]
    content = (max(parse.left[thing], verb + 1), end)
    return propose(
        page, Cue("object", parse.lemma[verb], verb, verb_group(parse, verb)), source_of(page, verb), [content]
    )


def _is_via(page: Page, verb: int) -> bool:
    """Whether it is ", citing diplomats": where another attribution has it from, and none itself."""
    parse = page.parse
    return (
        parse.tag[verb] == "VBG"
        and parse.words[verb - 1] == ","
        and parse.lemma[verb] in load("attribution_words")["via"]
    )


def _preposition(page: Page, verb: int) -> Candidate | None:
    parse = page.parse
    prep = next((c for c in parse.kids(verb, "prep") if verb < c <= verb + 3), None)
    if prep is None or (thing := parse.kid(prep, "pobj", "pcomp")) is None or thing < prep:
        return None
    start, end = verb_group(parse, verb)
    cue = (start, max(end, prep + 1)) if prep <= end else (start, end)
    key = f"{parse.lemma[verb]} {parse.lower[prep]}"
    content = (max(parse.left[thing], prep + 1), parse.right[thing])
    return propose(page, Cue("preposition", key, verb, cue), source_of(page, verb), [content])


def _passive(page: Page, verb: int) -> Candidate | None:
    """Propose "the law was criticised by voters", "he was accused of theft"."""
    parse = page.parse
    thing = parse.subject.get(verb)
    if thing is None or thing > verb or not is_passive(parse, verb):
        return None
    if (phrase := noun_phrase(parse, thing, verb)) is None:
        return None
    content = [phrase]
    prep = next((c for c in parse.kids(verb, "prep", "oprd") if verb < c <= verb + 2), None)
    if prep is not None and parse.lower[prep] not in load("attribution_words")["time_prepositions"]:
        content.append((prep, parse.right[prep]))
    return propose(
        page, Cue("passive", parse.lemma[verb], verb, verb_group(parse, verb)), source_of(page, verb), content
    )
