"""How a document's sentences are set as text: the pipeline meets all of these, the treebanks only one.

A window is a run of sentences. Its paragraphs are set apart by an empty line, or by one line break, or the text is
wrapped at a column; its quotation marks and apostrophes are straight or curly. All choices come from a seeded
generator.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from factx.evaluation.treebank import Sentence
    from factx.training.corpora import Document

# Shares of the three layouts. Newswire as plain text comes with one break between paragraphs about as often as with
# two; text wrapped at a column (e-mail, Gutenberg, old wires) is rarer.
BLANK_LINE, LINE_BREAK = 0.45, 0.85
WRAP_COLUMNS = (60, 80)
CURLY_SHARE = 0.4

OPENING = {"``", "-LRB-"}


@dataclass(slots=True)
class Passage:
    """Text of a window and where each of its sentences begins in it."""

    text: str = ""
    starts: list[int] = field(default_factory=list)


def curly(sentence: Sentence) -> str:
    """The sentence with typographic quotation marks; every replacement has the length of what it replaces."""
    text = list(sentence.text)
    if sentence.words is None:
        opened = False
        for i, c in enumerate(text):
            if c == '"':
                opened = not opened
                text[i] = "“" if opened else "”"
            elif c == "'":
                text[i] = "’"
        return "".join(text)
    for word in sentence.words:
        for i in range(word.start, word.end):
            if text[i] == '"':
                text[i] = "“" if word.tag in OPENING else "”"
            elif text[i] == "'":
                text[i] = "‘" if word.tag in OPENING else "’"
    return "".join(text)


def set_passage(document: Document, sentences: list[Sentence], rng: random.Random) -> Passage:
    """Set a run of sentences of ``document`` as text."""
    style = rng.random()
    paragraph = "\n\n" if style < BLANK_LINE or style >= LINE_BREAK else "\n"
    typographic = rng.random() < CURLY_SHARE
    passage = Passage()
    after = True
    for number, sentence in enumerate(sentences):
        if number:
            apart = sentence.new_paragraph or not document.running
            passage.text += paragraph if apart else " " * after
        passage.starts.append(len(passage.text))
        passage.text += curly(sentence) if typographic else sentence.text
        after = sentence.space_after
    if style >= LINE_BREAK:
        passage.text = wrap(passage.text, rng.randint(*WRAP_COLUMNS))
    return passage


def wrap(text: str, columns: int) -> str:
    """Single spaces turned into line breaks so that no line is much longer than ``columns``; the length stays."""
    wrapped, line = list(text), 0
    for i, c in enumerate(text):
        if c == "\n":
            line = 0
            continue
        line += 1
        if (
            c == " "
            and line + next((n for n in range(1, 30) if text[i + n : i + n + 1] in ("", " ", "\n")), 30) > columns
        ):
            wrapped[i], line = "\n", 0
    return "".join(wrapped)
