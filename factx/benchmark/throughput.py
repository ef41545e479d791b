"""Words a second, on one thread, from text to record; and what each component's share of the time is."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from factx.annotate import assemble, pipeline_info
from factx.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spacy.language import Language

ROUNDS = 3
WARM = 3  # texts that are read before anything is measured


def count_words(nlp: Language, texts: Sequence[str]) -> int:
    """Tokens that are no white space."""
    return sum(not t.is_space for text in texts for t in nlp.make_doc(text))


def in_turn(runs: Mapping[str, Callable[[str], object]], texts: Sequence[str]) -> dict[str, float]:
    """Processor time of each run over all texts: the median of ROUNDS rounds in which they take turns."""
    for run in runs.values():
        for text in texts[:WARM]:
            run(text)
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = time.process_time()
            for text in texts:
                run(text)
            times[name].append(time.process_time() - start)
    return {name: median(found) for name, found in times.items()}


def shares(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """What part of the time each step takes, from the tokenizer to the record; together they are 1."""
    spent = dict.fromkeys(("tokenizer", *nlp.pipe_names, "record"), 0.0)
    for text in texts:
        start = time.process_time()
        doc = nlp.make_doc(text)
        for name, component in (("tokenizer", None), *nlp.pipeline):
            doc = component(doc) if component else doc
            start, began = time.process_time(), start
            spent[name] += start - began
        assemble(doc, Article(text=text, id="x"), pipeline_info(nlp))
        spent["record"] += time.process_time() - start
    return {name: seconds / sum(spent.values()) for name, seconds in spent.items()}
