"""Words a second of the whole pipeline, on one thread, beside a peer in the same run.

The peer has the architecture of spaCy's small English pipelines: a convolutional encoder (96 wide, 4 deep) shared by
tagger and parser, and one more for entities. It is not trained, which changes what it says, but hardly how long it
takes.
"""

from __future__ import annotations

import json
import time
from statistics import median
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc
from spacy.training import Example

from factx.annotate import annotate
from factx.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from spacy.language import Language

ROUNDS = 3
# Texts whose annotation by factx gives the peer its labels.
LABELLED = 3


def words_per_second(nlp: Language, path: Path) -> tuple[float, float]:
    """Of ``nlp``, from text to record, and of the peer, from text to Doc, over a JSONL file of {"text"}.

    Processor time, the median of ROUNDS rounds in which the two take turns; an unmeasured start warms both up.
    """
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    peer = small_cnn(nlp, texts[:LABELLED])
    words = sum(not t.is_space for text in texts for t in nlp.make_doc(text))

    def ours(some: Sequence[str]) -> None:
        for text in some:
            annotate(nlp, Article(text=text, id="x"))

    def theirs(some: Sequence[str]) -> None:
        for _ in peer.pipe(some):
            pass

    for run in (ours, theirs):
        run(texts[:LABELLED])
    times = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(ROUNDS)]
    return words / median(a for a, _ in times), words / median(b for _, b in times)


def seconds(run: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    run(texts)
    return time.process_time() - start


def small_cnn(nlp: Language, texts: Sequence[str]) -> Language:
    """An untrained pipeline like spaCy's small ones, with the labels that ``nlp`` gives ``texts``."""
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    peer = spacy.blank("en")
    peer.add_pipe("tok2vec")
    for name in ("tagger", "parser"):
        peer.add_pipe(name, config={"model": {"tok2vec": shared}})
    peer.add_pipe("ner")
    sentences = [sentence.as_doc() for text in texts for sentence in nlp(text).sents]
    examples = [Example(Doc(peer.vocab, [t.text for t in s]), s) for s in sentences if len(s) > 1]
    peer.initialize(lambda: examples)
    return peer
