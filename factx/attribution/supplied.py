"""Contents that the labels have none for, though the cue is sure: what the tree and the page show.

"The plan was cut, two officials who saw it told Reuters"; "Lund added:" and a paragraph below, without marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.spans import Roles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens
    from factx.attribution.page import Page

# Forms that somebody says something in, and what stands in the verb group before them.
FINITE = frozenset({"VBD", "VBP", "VBZ"})
GROUP = frozenset({"aux", "advmod", "neg"})
CLAUSES = frozenset({"ccomp"})
# Fewer words before "…, she said" are no clause: "Yes, she said", "In Bergen, she said".
FEWEST = 3


def supplied(doc: Doc, page: Page, head: int) -> Roles | None:
    """Source, cue and content of the cue whose head that is; None where they are not to be seen."""
    cue = doc[head]
    subject = next((t for t in cue.lefts if t.dep_ == "nsubj"), None)
    if subject is None or cue.tag_ not in FINITE:
        return None
    content = _clause(cue) or _below(page, cue) or _before(page, cue, subject)
    if content is None:
        return None
    group = [t.i for t in cue.lefts if t.dep_ in GROUP and t.i > subject.i]
    return Roles(((subject.left_edge.i, _end(subject, cue)),), ((min([*group, head]), head + 1),), (content,))


def _end(subject: Token, cue: Token) -> int:
    """Where the phrase of the subject ends: before the cue's group, and before marks and space at its end."""
    end = min(subject.right_edge.i + 1, cue.i)
    while end - 1 > subject.i and ((last := subject.doc[end - 1]).text == "," or last.is_space):
        end -= 1
    return end


def _clause(cue: Token) -> Tokens | None:
    """A clause behind the cue that it governs."""
    clause = next((t for t in cue.rights if t.dep_ in CLAUSES), None)
    return None if clause is None else (clause.left_edge.i, clause.right_edge.i + 1)


def _below(page: Page, cue: Token) -> Tokens | None:
    """The paragraph after that of the cue, if a colon ends this one: "Lund added:"."""
    text = page.text
    own = text.paragraph[cue.i]
    last = next((i for i in range(cue.sent.end - 1, cue.i, -1) if not text.space[i]), cue.i)
    start = last + 1
    while start < len(text.words) and text.space[start]:
        start += 1
    if text.words[last] != ":" or start == len(text.words) or text.paragraph[start] != own + 1:
        return None
    end = start
    while end < len(text.words) and text.paragraph[end] == own + 1:
        end += 1
    while text.space[end - 1]:
        end -= 1
    return start, end


def _before(page: Page, cue: Token, subject: Token) -> Tokens | None:
    """What the sentence begins with, up to a comma right before the subject, or a quotation that ends there."""
    start, end = cue.sent.start, subject.left_edge.i - 1
    quotation = page.outer(end) if end >= 0 else None
    if quotation is not None and quotation.end == end + 1 and page.text.words[end - 1] == ",":
        return quotation.start, quotation.end
    if end <= start or cue.doc[end].text != ",":
        return None
    words = sum(t.is_alpha for t in cue.doc[start:end])
    finite = any(t.tag_ in FINITE or t.tag_ == "MD" for t in cue.doc[start:end])
    return (start, end) if finite and words >= FEWEST else None
