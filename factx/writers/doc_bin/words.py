"""Tokens that no span cuts: those of a tokenizer, cut again wherever a span begins or ends within one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Offsets


def cut(tokens: Doc, spans: Sequence[Offsets], sentences: Sequence[Offsets]) -> Doc:
    """The same text with a token's end at both ends of every span, and its sentences."""
    starts = {start for start, _ in (*spans, *sentences)}
    ends = {end for _, end in (*spans, *sentences)}
    pieces = list(_pieces(tokens, starts, ends))
    words, spaces = [word for word, _ in pieces], [space for _, space in pieces]
    firsts = {start for start, _ in sentences}
    doc = Doc(tokens.vocab, words=words, spaces=spaces)
    for token in doc:
        token.is_sent_start = token.idx in firsts or token.i == 0
    return doc


def _pieces(tokens: Doc, starts: set[int], ends: set[int]) -> Iterator[tuple[str, bool]]:
    """Words, each with whether a space follows; a space where a span begins or ends is a word."""
    borders = sorted(starts | ends)
    for token in tokens:
        begun, end = token.idx, token.idx + len(token)
        for border in borders[bisect_right(borders, begun) : bisect_left(borders, end)]:
            yield tokens.text[begun:border], False
            begun = border
        alone = bool(token.whitespace_) and (end in starts or end + 1 in ends)
        yield tokens.text[begun:end], bool(token.whitespace_) and not alone
        if alone:
            yield token.whitespace_, False
