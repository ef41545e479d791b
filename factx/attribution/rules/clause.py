"""Verb, then clause: "said that it rained", "promised to help"; the commonest form of indirect speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.candidate import Cue, propose
from factx.attribution.phrases import agent, is_passive, neighbour, noun_phrase, subject, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

# Tokens between a tag and a participle that goes on with it.
_REACH = 30


def find(page: Page) -> Iterator[Candidate]:
    """Propose every verb that has a clause or an infinitive after it."""
    for verb in range(len(page.parse.words)):
        if page.parse.is_verb(verb):
            for found in (_clause(page, verb), _infinitive(page, verb), _raised(page, verb)):
                if found is not None:
                    yield found


def source_of(page: Page, verb: int) -> Tokens | None:
    """The phrase of who says: a passive's agent, an active verb's subject."""
    parse = page.parse
    passive = is_passive(parse, verb)
    who = agent(parse, verb) if passive else subject(parse, verb)
    if who is None and not passive and parse.tag[verb] in {"VBD", "VBZ", "VBP"}:
        who = neighbour(parse, verb_group(parse, verb))
    if who is not None and page.inside[who] >= 0 and page.inside[verb] < 0:
        who = _speaker(page, verb)
    return None if who is None else noun_phrase(parse, who, verb)


def _speaker(page: Page, verb: int) -> int | None:
    """Who spoke the quotation before, where the parser took a subject from inside it."""
    parse = page.parse
    for i in range(verb - 1, max(page.begins[verb], verb - _REACH), -1):
        if page.inside[i] >= 0:
            return None
        if parse.tag[i] in {"VBD", "VBZ", "VBP"} and (who := parse.subject.get(i)) is not None and page.inside[who] < 0:
            return who
    return None


def _clause(page: Page, verb: int) -> Candidate | None:
    parse = page.parse
    clause = next((c for c in parse.kids(verb, "ccomp") if c > verb), None)
    rule = "told-clause" if is_passive(parse, verb) else "clause"
    if clause is None:
        clause, rule = _question(page, verb), "question"
    if clause is None:
        return None
    content = (max(_that(page, clause), verb + 1), parse.right[clause])
    return propose(page, Cue(rule, parse.lemma[verb], verb, verb_group(parse, verb)), source_of(page, verb), [content])


def _that(page: Page, clause: int) -> int:
    """Where a clause begins: at its "that", not at a place or a time that the parser hung on it ("at a rally that")."""
    parse = page.parse
    that = (c for c in parse.kids(clause, "mark") if parse.lower[c] == "that")
    return next(that, parse.left[clause])


def _question(page: Page, verb: int) -> int | None:
    """The clause of "did not say when it would sail", which parsers like to take for an adverbial."""
    parse = page.parse
    for c in parse.kids(verb, "advcl"):
        if parse.left[c] == verb + 1:
            return c if parse.tag[verb + 1] in {"WRB", "WP", "WDT"} or parse.lower[verb + 1] == "whether" else None
    return None


def _infinitive(page: Page, verb: int) -> Candidate | None:
    parse = page.parse
    clause = next((c for c in parse.kids(verb, "xcomp") if c > verb), None)
    if clause is None or is_passive(parse, verb):
        return None
    to = any(parse.tag[c] == "TO" for c in parse.children[clause])
    rule = "infinitive" if to else "complement"
    content = (max(parse.left[clause], verb + 1), parse.right[clause])
    who = parse.kid(verb, "dobj", "dative")
    if who is not None and verb < who < clause:
        rule = "order" if to else rule
        content = content if to else (parse.left[who], content[1])
    return propose(page, Cue(rule, parse.lemma[verb], verb, verb_group(parse, verb)), source_of(page, verb), [content])


def _raised(page: Page, verb: int) -> Candidate | None:
    """Propose "the mayor is believed to have lied": nobody is named, the subject belongs to the content."""
    parse = page.parse
    clause = next((c for c in parse.kids(verb, "xcomp", "oprd") if c > verb), None)
    raised = parse.subject.get(verb)
    if clause is None or raised is None or raised > verb:
        return None
    passive = is_passive(parse, verb)
    who = agent(parse, verb) if passive else None
    source = None if who is None else noun_phrase(parse, who, verb)
    content = [(max(parse.left[clause], verb + 1), parse.right[clause])]
    if phrase := noun_phrase(parse, raised, verb):
        content.append(phrase)
    rule = "raised-passive" if passive else "raised"
    return propose(page, Cue(rule, parse.lemma[verb], verb, verb_group(parse, verb)), source, content)
