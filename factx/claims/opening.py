"""The dateline that an agency's first sentence begins with: where, when and by whom it was written, and no claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

WORD = r"[A-Z][\w.'’/-]*"
# A place, its state or country, the day, an agency in brackets, and a dash: "OSLO, Norway, May 3 (AP) —".
DATELINE = re.compile(
    rf"(?P<place>{WORD}(?: {WORD}){{0,3}})(?P<more>(?:, {WORD}(?: {WORD}| \d{{1,2}}\b){{0,3}}){{0,3}})"
    rf"(?: \((?P<agency>{WORD}(?: {WORD})*)\))?\s*(?:[—―–_]|--?(?=\s))\s*"
)
LONGEST = 24
SHORTEST_PLACE = 3
PLACES = frozenset({"GPE", "LOC", "FAC"})


def after_dateline(doc: Doc, start: int) -> int:
    """The token behind the dateline that begins a paragraph at the token ``start``, or ``start`` itself.

    The place stands in capitals, with more of it, an agency, or known for a place; in small letters it is known for
    one, and the agency too.
    """
    if start and "\n" not in doc[start - 1].text_with_ws:
        return start
    found = DATELINE.match(doc[start : start + LONGEST].text)
    if found is None:
        return start
    known, agency = doc[start].ent_type_ in PLACES, found["agency"]
    if len(found["place"]) >= SHORTEST_PLACE and found["place"].isupper():
        dateline = known or agency or found["more"]
    else:
        dateline = known and agency and agency.lower() in load("sources")["outlets"]
    end = doc[start].idx + found.end()
    return next((t.i for t in doc[start : start + LONGEST] if t.idx >= end), start) if dateline else start
