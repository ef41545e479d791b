"""Where a text's paragraphs are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Offsets

# Lines as long as those that people or programs break at 72, 80 or 100 characters; a longer line is a paragraph.
BROKEN_AT = 100


def paragraphs(text: str) -> list[Offsets]:
    """The stretches between line breaks, or between blank lines where the lines are broken at some width."""
    broken = max(map(len, text.splitlines()), default=0) <= BROKEN_AT
    blank = r"[^\S\n]*\n\s*\n" if broken else r"\s*\n"
    ends = [(match.start(), match.end()) for match in re.finditer(blank, text)]
    starts = [0, *(end for _, end in ends)]
    found = zip(starts, [*(start for start, _ in ends), len(text)], strict=True)
    return [(start, end) for start, end in found if text[start:end].strip()]
