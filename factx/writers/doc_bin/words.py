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
    firsts, at = {start for start, _ in sentences}, 0
    sent_starts: list[bool | int | None] = []
    for word, space in pieces:
        sent_starts.append(at in firsts or not at)
        at += len(word) + space
    return Doc(tokens.vocab, words=words, spaces=spaces, sent_starts=sent_starts)


def _pieces(tokens: Doc, starts: set[int], ends: set[int]) -> Iterator[tuple[str, bool]]:
    """Words, each with whether a space follows; a space where a span begins or ends is a word."""
    borders, text = sorted(starts | ends), tokens.text
    for token in tokens:
        begun, end = token.idx, token.idx + len(token)
        for border in borders[bisect_right(borders, begun) : bisect_left(borders, end)]:
            yield text[begun:border], False
            begun = border
        alone = bool(token.whitespace_) and (end in starts or end + 1 in ends)
        yield text[begun:end], bool(token.whitespace_) and not alone
        if alone:
            yield token.whitespace_, False
