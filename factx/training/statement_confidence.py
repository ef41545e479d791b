"""Measure how often a statement is really nobody else's; writes ``factx/lexicons/confidence.json``.

python -m factx.training.statement_confidence polnear.dev.jsonl

A statement is right when no gold attribution has its content or cue in it. The figure is the confidence that every
statement is given. Only the figure is stored; PolNeAR's text is not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.annotate import load
from factx.claims.statements import statements

if TYPE_CHECKING:
    from spacy.language import Language

LEXICON = Path(__file__).parent.parent / "lexicons" / "confidence.json"
SOURCE = (
    "Measured by factx.training.statement_confidence on PolNeAR's development articles (Newell et al. 2018): the share "
    "of statements that no gold attribution overlaps."
)


def share(nlp: Language, articles: list[dict[str, Any]]) -> float:
    """Of the statements found in ``articles``, how many are right."""
    right = found = 0
    for article in articles:
        doc = nlp(article["text"])
        taken = [tuple(span) for a in article["attributions"] for span in (*a["content"], *a["cue"])]
        for start, end in statements(doc):
            span = doc[start:end]
            found += 1
            right += not any(s < span.end_char and span.start_char < e for s, e in taken)
    return right / max(1, found)


def main() -> None:
    """Read the corpus, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    corpus: Path = parser.parse_args().corpus
    articles = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    found = {"source": SOURCE, "statement": round(share(load(), articles), 3)}
    LEXICON.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
