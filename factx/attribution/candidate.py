"""What a rule proposes, before anyone asks how likely it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page


# As many tokens of a source are looked at to tell a name from a noun.
_FEW = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """``key`` names the cue in the lexicon: its lemma, with the preposition where one is part of it ("call for").

    ``who``: what the source looks like: "name", the pronoun itself ("he", "which"), "noun", or "none".
    """

    rule: str
    key: str
    head: int
    cue: Tokens
    source: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    who: str = "none"


class Cue(NamedTuple):
    """The fields of a candidate that name its cue."""

    rule: str
    key: str
    head: int
    span: Tokens


def propose(page: Page, cue: Cue, source: Tokens | None, content: list[Tokens]) -> Candidate | None:
    """A candidate with its content tidied; None when no content is left."""
    taken = [cue.span] if source is None else [cue.span, source]
    spans = tidy(page, content, taken)
    if not spans:
        return None
    sources = () if source is None else (source,)
    return Candidate(cue.rule, cue.key, cue.head, cue.span, sources, spans, _who(page, source))


def _who(page: Page, source: Tokens | None) -> str:
    """By the tags of the source's first words: enough to tell people from things, mostly."""
    if source is None:
        return "none"
    tags = page.parse.tag[source[0] : min(source[1], source[0] + _FEW)]
    if tags[0].startswith("W"):
        return page.parse.lower[source[0]]
    if tags[0].startswith("PRP"):
        return page.parse.lower[source[0]] if len(tags) == 1 else "noun"
    return "name" if any(tag.startswith("NNP") for tag in tags) else "noun"


def tidy(page: Page, content: list[Tokens], taken: list[Tokens]) -> tuple[Tokens, ...]:
    """Content without the cue and the source, trimmed, and closed where it would cut a quotation open."""
    left: list[Tokens] = []
    for span in sorted(content):
        pieces = [span]
        for hole in taken:
            pieces = [part for piece in pieces for part in _without(piece, hole)]
        left += pieces
    trimmed = [t for start, end in left if (t := page.parse.trim(start, end)) is not None]
    spans = [_close(page, span, taken) for span in trimmed]
    return tuple(_join([s for s in spans if _has_word(page, s)]))


def _without(span: Tokens, hole: Tokens) -> list[Tokens]:
    if hole[1] <= span[0] or span[1] <= hole[0]:
        return [span]
    return [(a, b) for a, b in ((span[0], hole[0]), (hole[1], span[1])) if a < b]


def _close(page: Page, span: Tokens, taken: list[Tokens]) -> Tokens:
    """Take in the whole quotation that the span begins or ends in, unless the cue or the source stands in it."""
    start, end = span
    first, last = page.outer(start), page.outer(end - 1)
    if first is not None and first == last and (start, end) != (first.start, first.end):
        whole = start <= first.start + 1 and end >= first.end - 2
        return (first.start, first.end) if whole and not _holds(first.start, first.end, taken) else span
    if first is not None and first != last and not _holds(first.start, first.end, taken):
        start = first.start
    if last is not None and first != last and not _holds(last.start, last.end, taken):
        end = last.end
    return start, end


def _holds(start: int, end: int, taken: list[Tokens]) -> bool:
    return any(a < end and start < b for a, b in taken)


def _has_word(page: Page, span: Tokens) -> bool:
    return any(any(c.isalnum() for c in page.parse.words[i]) for i in range(span[0], min(span[1], span[0] + 8)))


def _join(spans: list[Tokens]) -> list[Tokens]:
    out: list[Tokens] = []
    for span in spans:
        if out and span[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out
