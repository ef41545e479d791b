"""What else reads text here: spaCy's small architecture, and every spaCy pipeline that is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import get_installed_models

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

SMALL = "spaCy's small architecture"


def peers(nlp: Language, texts: Sequence[str]) -> dict[str, Language]:
    """Pipelines by name. ``texts``: some, whose annotation by ``nlp`` gives the small one its labels."""
    return {SMALL: small_cnn(nlp, texts)} | {name: spacy.load(name) for name in sorted(get_installed_models())}


def small_cnn(nlp: Language, texts: Sequence[str]) -> Language:
    """An untrained pipeline with the architecture of spaCy's small English ones, and the labels ``nlp`` gives.

    A convolutional encoder (96 wide, 4 deep) is shared by tagger and parser, and there is one more for entities. That
    it is not trained changes what it says, but hardly how long it takes.
    """
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
