"""A Doc as the marks lay it out: its tokens, and where the quotations are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.attribution import quotations as marks
from factx.attribution import text as texts

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.attribution.quotations import Quotation
    from factx.attribution.text import Text


@dataclass(frozen=True, slots=True)
class Page:
    """``inside[i]`` is the index of the quotation that token i stands in, or -1."""

    text: Text
    quotations: list[Quotation]
    inside: list[int]

    def outer(self, i: int) -> Quotation | None:
        """The quotation that token i stands in."""
        return self.quotations[self.inside[i]] if self.inside[i] >= 0 else None


def turn(doc: Doc) -> Page:
    """Read a Doc."""
    text = texts.read(doc)
    quotations = marks.find(text)
    inside = [-1] * len(text.words)
    for k, quotation in enumerate(quotations):
        inside[quotation.start : quotation.end] = [k] * (quotation.end - quotation.start)
    return Page(text, quotations, inside)
