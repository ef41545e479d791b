"""Words a second of the whole pipeline, on one thread."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from factx.annotate import annotate
from factx.article import Article

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


def words_per_second(nlp: Language, path: Path) -> float:
    """From text to record, in processor time, over a JSONL file of {"text"}; the first article only warms up."""
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    annotate(nlp, Article(text=texts[0], id="warm-up"))
    words = sum(not t.is_space for text in texts[1:] for t in nlp.make_doc(text))
    start = time.process_time()
    for text in texts[1:]:
        annotate(nlp, Article(text=text, id="x"))
    return words / (time.process_time() - start)
