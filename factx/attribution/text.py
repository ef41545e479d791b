"""The tokens of a Doc as plain lists: what the eye sees of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import IS_SPACE, ORTH, SPACY, TAG

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Text:
    """Token by token, by index. ``spaced[i]``: a space follows. ``paragraph[i]`` counts paragraphs."""

    words: list[str]
    lower: list[str]
    tag: list[str]
    space: list[bool]
    spaced: list[bool]
    paragraph: list[int]


def read(doc: Doc) -> Text:
    """Read the lists off the Doc, in time linear in its length."""
    strings = doc.vocab.strings
    orth, tag, space, spaced = doc.to_array([ORTH, TAG, IS_SPACE, SPACY]).T.tolist()
    words = [strings[number] for number in orth]
    blank = [bool(x) for x in space]
    return Text(
        words=words,
        lower=[word.lower() for word in words],
        tag=[strings[number] for number in tag],
        space=blank,
        spaced=[bool(x) for x in spaced],
        paragraph=_paragraphs(words, blank),
    )


def _paragraphs(words: list[str], space: list[bool]) -> list[int]:
    """The paragraph of each token. A single line break ends one only after final punctuation: lines may be wrapped."""
    final = frozenset(load("quotation_marks")["final"])
    out, count, before = [], 0, ""
    for word, blank in zip(words, space, strict=True):
        out.append(count)
        if blank and "\n" in word and (word.count("\n") > 1 or before in final):
            count += 1
        if not blank:
            before = word
    return out
