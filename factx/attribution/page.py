"""What the rules read: the parse, and where the quotations are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.attribution import parse as parses
from factx.attribution import quotations as marks
from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.attribution.parse import Parse
    from factx.attribution.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Page:
    """``inside[i]`` is the index of the quotation that token i stands in, or -1.

    ``begins[i]`` is where the sentence of i begins and ``ends[i]`` where it ends, by punctuation outside
    quotations: the parser's sentences break inside quotations of several.
    """

    parse: Parse
    quotations: list[Quotation]
    inside: list[int]
    begins: list[int]
    ends: list[int]

    def outer(self, i: int) -> Quotation | None:
        """The quotation that token i stands in."""
        return self.quotations[self.inside[i]] if self.inside[i] >= 0 else None


def turn(doc: Doc) -> Page:
    """Read a Doc."""
    parse = parses.read(doc)
    quotations = marks.find(parse)
    inside = [-1] * len(parse.words)
    for k, quotation in enumerate(quotations):
        inside[quotation.start : quotation.end] = [k] * (quotation.end - quotation.start)
    begins, ends = _sentences(parse, inside)
    return Page(parse, quotations, inside, begins, ends)


def _sentences(parse: Parse, inside: list[int]) -> tuple[list[int], list[int]]:
    """Per token, where its sentence begins and ends: at final marks outside quotations or ending them."""
    final = frozenset(load("quotation_marks")["ends_sentence"])
    size = len(parse.words)
    begins, start = [0] * size, 0
    for i in range(size):
        if i and _breaks(parse, inside, i, final):
            start = i
        begins[i] = start
    ends, end = [size] * size, size
    for i in range(size - 1, -1, -1):
        ends[i] = end
        if i and begins[i] == i:
            end = i
    return begins, ends


def _breaks(parse: Parse, inside: list[int], i: int, final: frozenset[str]) -> bool:
    """Whether a sentence begins at token i."""
    if parse.paragraph[i] != parse.paragraph[i - 1]:
        return True
    if inside[i] >= 0 and inside[i] == inside[i - 1]:
        return False
    before = i - 1
    if inside[before] >= 0 and before:  # a closing mark: what stands before it counts
        before -= 1
        return parse.words[before] in final and not parse.words[i][0].islower() and parse.words[i] not in final
    return parse.words[before] in final and not parse.words[i][0].islower()
