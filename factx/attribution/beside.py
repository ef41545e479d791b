"""A clause beside that of the cue, which the labels ran on into: "It says it is “true,” [but they could not tell]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page
    from factx.attribution.spans import Roles

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
JOINING = frozenset({",", ";", "and", "but", "or", "so", "yet"})
# "And" joins what is said more often than it ends it.
ENDING = frozenset({"but", "yet"})
# What goes on with what was said: "and that it was late".
SUBORDINATE = frozenset({"how", "if", "that", "what", "when", "where", "whether", "which", "who", "why"})


def within(doc: Doc, page: Page, head: int, read: Roles) -> Roles:
    """``read``, a reading of the cue whose head that is, without what is joined to the cue with its own subject."""
    starts = [_start(clause.left_edge) for clause in _joined(doc[head])]
    starts += [end for span in read.content if (end := _quoted(page, span)) is not None]
    for start in starts:
        first = next(i for i in range(start, len(doc)) if doc[i].lower_ not in JOINING)
        if page.inside[first] >= 0 or doc[first].lower_ in SUBORDINATE or not _ends(page, start, first):
            continue
        content = tuple(_up_to(span, start) if span[0] > head else span for span in read.content if span[0] < start)
        if content:
            read = read._replace(content=content)
    return read


def _quoted(page: Page, span: Tokens) -> int | None:
    """Where the quotation ends that the span begins with, if "but" and what nobody quotes follow."""
    quotation = page.outer(span[0])
    if quotation is None or quotation.start != span[0] or quotation.end + 1 >= span[1]:
        return None
    rest = range(quotation.end, span[1])
    finite = any(page.text.tag[i] in FINITE for i in rest)
    but = ENDING.intersection(page.text.lower[quotation.end : quotation.end + 2])
    return quotation.end if but and finite and all(page.inside[i] < 0 for i in rest) else None


def _joined(cue: Token) -> Iterator[Token]:
    """Verbs of clauses behind the cue that are coordinate to it."""
    for child in cue.rights:
        finite = child.tag_ in FINITE or any(t.tag_ in FINITE for t in child.lefts)
        if child.dep_ == "conj" and finite and any(t.dep_ in SUBJECTS for t in child.lefts):
            yield child


def _start(first: Token) -> int:
    """Where the clause of that first word begins, with the conjunction and the marks before it."""
    start = first.i
    while start > first.sent.start and first.doc[start - 1].lower_ in JOINING:
        start -= 1
    return start


def _ends(page: Page, start: int, first: int) -> bool:
    """Whether the conjunction between ends what was said: it is "but", or a quotation is closed before it."""
    quotation = page.outer(start - 1)
    closed = quotation is not None and quotation.end == start
    return start < first and (closed or bool(ENDING.intersection(page.text.lower[start:first])))


def _up_to(span: Tokens, start: int) -> Tokens:
    return span[0], min(span[1], start)
