"""Named entities against gold: exact span and label."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factx.evaluation.counts import Counts

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

NUMERIC = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
ARTICLE = re.compile(r"(?:the|a|an) ", re.IGNORECASE)


def entity_scores(nlp: Language, path: Path) -> Counts:
    """Micro counts over a JSONL file of {"text", "ents", "missing"}.

    Leading articles and a trailing 's are left out of names on both sides, and predictions inside "missing" too.
    """
    counts = Counts()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        text = row["text"]
        gold = {bare(text, *ent) for ent in row["ents"]}
        found = {bare(text, e.start_char, e.end_char, e.label_) for e in doc.ents}
        found = {f for f in found if not any(f[0] < end and start < f[1] for start, end in row.get("missing", ()))}
        counts.add(len(gold & found), len(found), len(gold))
    return counts


def bare(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    """A name without its article and possessive ending; a number as it is."""
    if label not in NUMERIC:
        article = ARTICLE.match(text, start, end)
        start = article.end() if article else start
        end -= 2 if text[start:end].endswith(("'s", "’s")) else 0
    return start, end, label
