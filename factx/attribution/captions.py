"""Captions: paragraphs that end in a credit, "Ann Lee on the new bridge. Image: Bo Berg."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.attrs import ORTH

from factx.attribution import text as texts
from factx.attribution.quotations import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens

# A caption is short, and so is the credit at its end; the words of that are names.
LONGEST_CAPTION, LONGEST_CREDIT = 100, 80
CREDIT = re.compile(
    r"(?<!\w)(?:(?:Image|Photo|Photograph|Picture)s?(?: (?:credit|source|courtesy))?|Credits?)\s?: ?"
    r"(?P<names>[^\n:]+)$"
)
# A text without one of these words has no credit.
HINTS = tuple(f"{word}{s}" for word in ("Image", "Photo", "Photograph", "Picture", "Credit") for s in ("", "s"))
SMALL_WORD = re.compile(r"(?<!\w)[a-z]\w{3,}")


def captions(doc: Doc) -> Iterator[Tokens]:
    """Tokens of each paragraph that is the caption of a picture."""
    words = set(doc.to_array([ORTH]).tolist())
    if not any(doc.vocab.strings[hint] in words for hint in HINTS):
        return
    for start, end in paragraphs(texts.read(doc).paragraph):
        if end - start <= LONGEST_CAPTION and credited(doc[start:end].text):
            yield start, end


def credited(paragraph: str) -> bool:
    """Whether the paragraph ends in whose the picture is: "Image: Bo Berg / Daily Compass."."""
    found = CREDIT.search(paragraph.strip()[-LONGEST_CREDIT:])
    return found is not None and SMALL_WORD.search(found["names"]) is None
