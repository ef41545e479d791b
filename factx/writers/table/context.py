"""The sentences that a claim touches, its parts marked in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from factx.record import JOINT
from factx.writers.printable import printable
from factx.writers.table.styles import CONTENT, CUE, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Claim, Offsets

    Marks = Sequence[tuple[Offsets, str]]


def context(text: str, sentences: Sequence[Offsets], claim: Claim) -> Text:
    """The sentences in the order of the text, left out ones as an ellipsis, each run of whitespace as one space."""
    marks = list(_marks(claim))
    windows = _windows(sentences, [where for where, _ in marks])
    return Text(JOINT).join(_marked(text, window, marks) for window in windows)


def _marks(claim: Claim) -> Iterator[tuple[Offsets, str]]:
    """What to mark how; what comes later shows where two overlap."""
    yield from ((where, CONTENT) for where in claim.content.spans)
    if said := claim.attribution:
        yield from ((where, SOURCE) for where in (said.source.spans if said.source else ()))
        yield from ((where, CUE) for where in said.cue.spans)


def _windows(sentences: Sequence[Offsets], spans: Sequence[Offsets]) -> list[Offsets]:
    """Stretches of whole sentences that together hold all spans."""
    windows: list[Offsets] = []
    previous = None
    for number in sorted({number for span in spans for number in _touched(sentences, span)}):
        start, end = sentences[number]
        if previous == number - 1:
            start = windows.pop()[0]  # the stretch goes on
        windows.append((start, end))
        previous = number
    bare = [span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in windows)]
    return sorted({*windows, *bare})


def _touched(sentences: Sequence[Offsets], span: Offsets) -> range:
    """Numbers of the sentences, in the order of the text, that share a character with the span."""
    return range(
        bisect_right(sentences, span[0], key=lambda sentence: sentence[1]),
        bisect_left(sentences, span[1], key=lambda sentence: sentence[0]),
    )


def _marked(text: str, window: Offsets, marks: Marks) -> Text:
    start, end = window
    styles = [""] * (end - start)
    for (first, last), style in marks:
        for at in range(max(first, start), min(last, end)):
            styles[at - start] = style
    line = Text()
    for style, run in groupby(range(start, end), key=lambda at: styles[at - start]):
        piece = printable("".join(text[at] for at in run))
        line.append(re.sub(r"\s+", " ", piece), style or None)
    return line
