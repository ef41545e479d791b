"""Parses that no parser gives: what a foreign pipeline may set, and what it may lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

DEPS = (
    *(
        "nsubj",
        "nsubjpass",
        "ccomp",
        "advcl",
        "prep",
        "pobj",
        "conj",
        "cc",
        "appos",
        "amod",
        "det",
        "compound",
        "relcl",
        "mark",
    ),
    *(
        "parataxis",
        "dobj",
        "xcomp",
        "agent",
        "neg",
        "aux",
        "poss",
        "punct",
        "nummod",
        "quantmod",
        "dep",
        "acl",
        "attr",
        "obl",
    ),
)
TAGS = (
    "NN",
    "NNP",
    "NNS",
    "VBD",
    "VBZ",
    "VB",
    "VBG",
    "IN",
    "DT",
    "CD",
    "PRP",
    "JJ",
    ",",
    ".",
    "``",
    "''",
    "RB",
    "CC",
    "TO",
    "$",
    "_SP",
    "MD",
)
KINDS = (
    "NOUN",
    "PROPN",
    "VERB",
    "AUX",
    "ADP",
    "DET",
    "NUM",
    "PRON",
    "ADJ",
    "PUNCT",
    "ADV",
    "CCONJ",
    "SCONJ",
    "PART",
    "SYM",
    "SPACE",
)
LABELS = (
    "PERSON",
    "ORG",
    "GPE",
    "NORP",
    "DATE",
    "TIME",
    "CARDINAL",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "FAC",
    "LOC",
    "MISC",
    "ORDINAL",
)
LEMMAS = ("say", "be", "tell", "deny", "according", "source", "report", "official", "he", "")


@st.composite
def torn(draw: st.DrawFn, nlp: Language, texts: st.SearchStrategy[str]) -> Doc:
    """A document with a tree, tags, lemmas and entities by chance; some of these only, but a tree."""
    plain = nlp.make_doc(draw(texts))
    size = len(plain)
    chance = draw(st.randoms(use_true_random=False))
    given: dict[str, Any] = {}
    heads, first = [], 0
    while first < size:  # a sentence: each of its words hangs on one that was placed before it
        last = min(size, first + chance.choice((1, 3, 10, 40)))
        order = list(range(first, last))
        chance.shuffle(order)
        above = {order[0]: order[0]} | {word: chance.choice(order[:n]) for n, word in enumerate(order) if n}
        heads += [above[word] for word in range(first, last)]
        first = last
    given["heads"] = heads
    given["deps"] = ["ROOT" if head == i else chance.choice(DEPS) for i, head in enumerate(heads)]
    if draw(st.booleans()):
        given["tags"] = chance.choices(TAGS, k=size)
        given["pos"] = chance.choices(KINDS, k=size)
    if draw(st.booleans()):
        given["lemmas"] = [chance.choice((*LEMMAS, token.lower_, token.text)) for token in plain]
    if draw(st.booleans()):
        ents: list[str] = []
        while len(ents) < size:
            label, long = chance.choice(LABELS), chance.randint(0, 4)
            ents += [*["O"] * chance.randint(0, 3), *[f"B-{label}"] * (long > 0), *[f"I-{label}"] * (long - 1)]
        given["ents"] = ents[:size]
    return Doc(nlp.vocab, words=[t.text for t in plain], spaces=[bool(t.whitespace_) for t in plain], **given)
