"""JSON-LD: claims as schema.org names them (Claim, Quotation), whose they are and where from in the terms of PROV.

Nothing says whether a claim is true: there is no ClaimReview. Positions are Web Annotation's TextPositionSelector, in
code points of ``articleBody``, which a record without its text leaves out. The context stands in the document, so that
it is read without the network. https://schema.org/Claim, https://www.w3.org/TR/prov-o/,
https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factx.chain import Chains
from factx.writers.json_array import JsonArray
from factx.writers.json_ld.about import article, entities, pipeline, source
from factx.writers.json_ld.claim import claimed
from factx.writers.json_ld.context import CONTEXT

if TYPE_CHECKING:
    from typing import TextIO

    from factx.record import Record


def json_ld(stream: TextIO) -> JsonArray:
    """The writer of one graph for the whole run."""
    return JsonArray(stream, _nodes, opening=f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [', closing="]}")


def _nodes(record: Record) -> list[str]:
    chains = Chains(record)
    nodes = [
        article(record),
        pipeline(record.pipeline),
        *(source(record, one) for one in record.sources),
        *entities(record),
        *(claimed(record, claim, chains) for claim in record.claims),
    ]
    known = ({key: value for key, value in node.items() if value not in (None, [])} for node in nodes)
    return [json.dumps(node, ensure_ascii=False, allow_nan=False) for node in known]
