"""Direct speech: a quotation and the words beside it that say whose it is.

The marks are surer than the parse, which breaks sentences inside quotations: a tag is looked for right after the
closing mark (", said Lund", ", the mayor told reporters"), else right before the opening one ("Lund said:"). A
later quotation in the same paragraph, or one that reopens in the next, goes on with the speaker. As in PolNeAR, a
split quotation is one attribution.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.attribution.candidate import Candidate, Cue, propose
from factx.attribution.phrases import noun_phrase, subject, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.quotations import Quotation

# How far (tokens) the verb of a tag may stand from the mark: long appositions included.
_REACH = 40
# Tokens between a verb and the quotation that it introduces: "told reporters in Oslo on Monday," has five. With more,
# it is likelier the verb of something else.
_NEAR = 8
# A quotation of fewer words is a word or a name, nobody's sentence.
_WORDS = 3
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_INNER = frozenset(("aux", "auxpass", "amod", "compound", "relcl", "acl"))
_NOMINAL = ("NN", "PRP", "DT", "PDT", "JJ", "CD", "POS", "HYPH", "NNP")


@dataclass(slots=True)
class _Speech:
    """A tag and the quotations that belong to it."""

    rule: str
    verb: int
    cue: Tokens
    source: Tokens | None
    content: list[Tokens] = field(default_factory=list)
    end: int = 0


def find(page: Page) -> Iterator[Candidate]:
    """Propose every tagged quotation, with all that goes on after it."""
    current: _Speech | None = None
    done = 0
    for k, quotation in enumerate(page.quotations):
        speech = _after(page, k, done) or _before(page, k, done)
        if speech is None:
            if current is not None and _continues(page, quotation, current):
                current.content.append((quotation.start, quotation.end))
                current.end = quotation.end
            continue
        if current is not None:
            yield from _candidate(page, current)
        current, done = speech, speech.end
    if current is not None:
        yield from _candidate(page, current)


def _candidate(page: Page, speech: _Speech) -> Iterator[Candidate]:
    key = page.parse.lemma[speech.verb]
    found = propose(page, Cue(speech.rule, key, speech.verb, speech.cue), speech.source, speech.content)
    if found is not None:
        yield found


def _after(page: Page, k: int, done: int) -> _Speech | None:
    """The tag that follows the k-th quotation."""
    parse, quotation = page.parse, page.quotations[k]
    if quotation.open or _is_over(page, quotation):
        return None
    start = quotation.end + (parse.words[quotation.end : quotation.end + 1] == [","])
    stop = page.quotations[k + 1].start if k + 1 < len(page.quotations) else len(parse.words)
    stop = min(stop, page.ends[start] if start < len(parse.words) else start, start + _REACH)
    found = _tag(page, start, stop)
    if found is None:
        return None
    rule, verb, cue, source = found
    first, content = max(page.begins[quotation.start], done), (quotation.start, quotation.end)
    if _has_word(page, first, quotation.start):
        if not _has_verb(page, first, quotation.end) or _has_content(page, verb):
            return None
        rule, content = f"part-{rule}", (first, quotation.end)
    return _Speech(rule, verb, cue, source, [content], max(stop, cue[1]) if stop == page.ends[verb] else cue[1])


def _is_over(page: Page, quotation: Quotation) -> bool:
    """Whether the sentence ends with the quotation: what follows is another."""
    parse, end = page.parse, quotation.end
    if end >= len(parse.words) or parse.paragraph[end] != parse.paragraph[quotation.end - 1]:
        return True
    return parse.words[end - 2] == "." and not parse.words[end][0].islower() and parse.words[end] != ","


def _tag(page: Page, start: int, stop: int) -> tuple[str, int, Tokens, Tokens | None] | None:
    """Rule, verb, cue, source of the tag at ``start``: the verb first, or the first verb with its subject before it."""
    parse = page.parse
    for verb in range(start, stop):
        if not parse.is_verb(verb) or (verb > start and parse.dep[verb] in _INNER):
            continue
        cue = verb_group(parse, verb)
        if cue[0] <= start:
            source = _inverted(page, cue[1], stop) if parse.tag[verb] in {*_FINITE, "VBN"} else None
            return None if source is None else ("quote-said-x", verb, cue, source)
        if parse.tag[verb] not in _FINITE and cue[1] - cue[0] == 1:
            continue
        return _subject_first(page, start, verb, cue)
    return None


def _subject_first(page: Page, start: int, verb: int, cue: Tokens) -> tuple[str, int, Tokens, Tokens | None] | None:
    parse = page.parse
    if any(parse.tag[i] in {"WDT", "WP", "WRB"} for i in range(start, min(start + 2, verb))):
        return None
    who = parse.subject.get(verb)
    source = None if who is None or not start <= who < verb else noun_phrase(parse, who, verb)
    if source is not None and source[0] <= start + 2:
        return "quote-x-said", verb, cue, (max(source[0], start), source[1])
    span = parse.trim(start, cue[0])
    if span is None or not any(parse.tag[i].startswith(("NN", "PRP")) for i in range(*span)):
        return None
    return "quote-words-said", verb, cue, span


def _inverted(page: Page, start: int, stop: int) -> Tokens | None:
    """The noun phrase after an inverted verb, by its tags: parsers often take it for an object in the quotation."""
    parse = page.parse
    noun, i = None, start
    while i < min(stop, start + _REACH) and (parse.tag[i].startswith(_NOMINAL) or parse.words[i] == "-"):
        noun = i if parse.tag[i].startswith(("NN", "PRP")) else noun
        i += 1
    if noun is None:
        return None
    source = noun_phrase(parse, noun)
    return None if source is None else (start, max(noun + 1, min(source[1], stop)))


def _before(page: Page, k: int, done: int) -> _Speech | None:
    """The tag that precedes the k-th quotation: after a comma, a colon, or the verb itself."""
    parse, quotation = page.parse, page.quotations[k]
    last = quotation.start - 1
    while last >= 0 and parse.space[last]:
        last -= 1
    if last < done:
        return None
    colon = parse.words[last] == ":"
    if not colon and (parse.paragraph[last] != parse.paragraph[quotation.start] or not _is_speech(page, quotation)):
        return None
    if not colon and parse.words[last] != "," and not parse.is_verb(last):
        return None
    for verb in range(last, max(page.begins[last], last - _REACH, done) - 1, -1):
        if not parse.is_verb(verb) or parse.dep[verb] in _INNER:
            continue
        who = subject(parse, verb)
        if who is None or page.inside[verb] >= 0:
            continue
        cue = verb_group(parse, verb)
        rule = "said-colon-quote" if colon else "said-quote" if last - cue[1] <= _NEAR else "said-far-quote"
        source = noun_phrase(parse, who, verb)
        return _Speech(rule, verb, cue, source, [(quotation.start, quotation.end)], quotation.end)
    return None


def _continues(page: Page, quotation: Quotation, speech: _Speech) -> bool:
    """Whether the speaker goes on in a quotation without a tag of its own."""
    parse = page.parse
    if quotation.reopens:
        return parse.paragraph[quotation.start] <= parse.paragraph[speech.content[-1][1] - 1] + 1
    if parse.paragraph[quotation.start] == parse.paragraph[speech.verb]:
        starts = page.begins[quotation.start] == quotation.start or parse.words[quotation.start - 1] in {",", "—", "–"}
        near = quotation.start <= max(speech.end, speech.content[-1][1]) + 12
        return starts and near and _is_speech(page, quotation)
    return False


def _is_speech(page: Page, quotation: Quotation) -> bool:
    words = [
        i for i in range(quotation.start, min(quotation.end, quotation.start + 40)) if page.parse.words[i][0].isalnum()
    ]
    return len(words) >= _WORDS and any(page.parse.tag[i] in {*_FINITE, "VB"} for i in words)


def _has_word(page: Page, start: int, end: int) -> bool:
    return any(page.parse.words[i][0].isalnum() for i in range(max(start, end - _REACH), end))


def _has_verb(page: Page, start: int, end: int) -> bool:
    return any(tag in _FINITE for tag in page.parse.tag[start : min(start + _REACH, end)])


def _has_content(page: Page, verb: int) -> bool:
    return any(c > verb for c in page.parse.kids(verb, "ccomp", "xcomp", "dobj"))
