"""Quotation marks: what is a quotation, and where an unclosed one ends. And: nothing takes quadratic time."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from factx.attribution.page import turn
from factx.pipeline.encoder import WIDTH

if TYPE_CHECKING:
    from spacy.language import Language

BLANK = spacy.blank("en")


def quotations(text: str) -> list[str]:
    doc = BLANK(text)
    return [doc[q.start : q.end].text for q in turn(doc).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
        ("‘We go,’ he said.", ["‘We go,’"]),
        ("The voters' will isn't Lund's.", []),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("«Non», a-t-il dit.", ["«Non»"]),
        ('"People [at the border] wait," he said.', ['"People [at the border] wait,"']),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quotations('"It was cold.\n\nThe mayor left. He said "no".') == ['"It was cold.', '"no"']


def test_a_quotation_that_opens_again_continues_the_one_before() -> None:
    doc = BLANK('"It was cold.\n\n"Nobody came."')
    assert [q.reopens for q in turn(doc).quotations] == [False, True]


@pytest.mark.parametrize(
    "sentence",
    ['"Yes, he said. ', '"Yes," he said that ', "who said that he said ", "“Yes, he ‘said. "],
    ids=["never closed", "always closed", "nested", "mixed marks"],
)
def test_time_grows_with_length_only(nlp: Language, sentence: str) -> None:
    """A chain as deep as the text is long, ten times as long: not a hundred times as slow."""
    short, long = (chain(nlp, sentence, times) for times in (60, 600))
    assert seconds(nlp, long) < 30 * max(seconds(nlp, short), 0.02)


def chain(nlp: Language, sentence: str, times: int) -> Doc:
    """A document in which every verb is the clause of the one before; its vectors are at random."""
    doc = nlp.make_doc(sentence * times)
    verbs = [t.i for t in doc if t.text == "said"]
    heads = [verbs[0]] * len(doc)
    for before, verb in pairwise(verbs):
        heads[verb] = before
    deps = ["ROOT" if i == verbs[0] else "ccomp" if t.text == "said" else "nsubj" for i, t in enumerate(doc)]
    tags = ["VBD" if t.text == "said" else "PRP" for t in doc]
    words = [t.text for t in doc]
    lemmas = ["say" if w == "said" else w for w in words]
    made = Doc(doc.vocab, words=words, heads=heads, deps=deps, tags=tags, lemmas=lemmas)
    made.tensor = np.random.default_rng(0).normal(scale=0.5, size=(len(made), WIDTH)).astype(np.float16)
    return made


def seconds(nlp: Language, doc: Doc) -> float:
    start = time.process_time()
    nlp.get_pipe("factx_attribution")(doc)
    return time.process_time() - start
