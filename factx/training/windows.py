"""Documents to training windows: text set in some layout, tokenized as at run time, aligned with the gold."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from factx.pipeline.edits import edit_of
from factx.pipeline.pieces import WordPieces, shapes
from factx.training.layout import set_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.language import Language

    from factx.evaluation.treebank import Sentence
    from factx.training.corpora import Corpus
    from factx.training.labels import Labels

IGNORE = -100

# Window sizes in pieces. Short ones teach headlines and tweets, long ones the run-time size (see pipeline/encoder.py).
SMALLEST, LARGEST = 40, 380


@dataclass(slots=True)
class Window:
    """One window: pieces (P,), and labels by word (W,), IGNORE where nothing is annotated.

    ``head`` holds the index of the head in the window, the word's own for a root. ``sentence`` numbers the sentences,
    -1 where the bounds are unknown.
    """

    corpus: str
    ids: NDArray[np.int64]
    shape: NDArray[np.int64]
    offsets: NDArray[np.int64]
    tag: NDArray[np.int64]
    pos: NDArray[np.int64]
    edit: NDArray[np.int64]
    start: NDArray[np.int64]
    head: NDArray[np.int64]
    dep: NDArray[np.int64]
    sentence: NDArray[np.int64]
    entity: NDArray[np.int64]

    @property
    def size(self) -> int:
        """Pieces, the special ones included."""
        return len(self.ids)


class Windower:
    """Makes windows of a corpus, differently in every epoch, the same for the same seed."""

    def __init__(self, nlp: Language, pieces: WordPieces, labels: Labels) -> None:
        self.nlp = nlp
        self.pieces = pieces
        self.sizes: dict[str, int] = {}
        self.tag = {x: i for i, x in enumerate(labels.tags)}
        self.pos = {x: i for i, x in enumerate(labels.pos)}
        self.edit = {x: i for i, x in enumerate(labels.edits)}
        self.dep = {x: i for i, x in enumerate(labels.deps)}
        self.entity = {x: i for i, x in enumerate(labels.entities)}

    def __call__(self, corpus: Corpus, seed: int, *, share: float = 1.0) -> Iterator[Window]:
        """Windows over a ``share`` of the corpus."""
        rng = random.Random(f"{corpus.name}/{seed}")
        for document in corpus.documents:
            sentences = list(document.sentences)
            if not document.running:
                rng.shuffle(sentences)
                sentences = sentences[: round(share * len(sentences))]
            for run in self._runs(sentences, rng):
                passage = set_passage(document, run, rng)
                yield from self._window(corpus.name, run, passage.text, passage.starts)

    def _runs(self, sentences: list[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
        run: list[Sentence] = []
        size, room = 0, rng.randint(SMALLEST, LARGEST)
        for sentence in sentences:
            if sentence.id not in self.sizes:
                encoding = self.pieces.tokenizer.encode(sentence.text, add_special_tokens=False)
                self.sizes[sentence.id] = len(encoding.ids)
            pieces = self.sizes[sentence.id]
            if run and size + pieces > room:
                yield run
                run, size, room = [], 0, rng.randint(SMALLEST, LARGEST)
            run.append(sentence)
            size += pieces
        if run:
            yield run

    def _window(self, corpus: str, run: list[Sentence], text: str, starts: list[int]) -> Iterator[Window]:
        doc = self.nlp.make_doc(text)
        words = [t for t in doc if not t.is_space]
        pieces = self.pieces([t.text for t in words])
        shape = shapes(doc)
        limit = 510
        while sum(map(len, pieces)) > limit:  # a passage of the corpus longer than the encoder: its end is left out
            words, pieces, shape = words[:-1], pieces[:-1], shape[:-1]
        if not words:
            return
        ids, kinds, offsets = self.pieces.pack(pieces, shape)
        gold = {
            name: np.full(len(words), IGNORE, dtype=np.int64)
            for name in ("tag", "pos", "edit", "start", "head", "dep", "entity")
        }
        sentence = np.full(len(words), -1, dtype=np.int64)
        at = {(t.idx, t.idx + len(t)): i for i, t in enumerate(words)}
        for number, (s, offset) in enumerate(zip(run, starts, strict=True)):
            inside = [i for i, t in enumerate(words) if offset <= t.idx < offset + len(s.text)]
            if s.words is not None and inside:
                sentence[inside] = number
                gold["start"][inside] = 0
                gold["start"][inside[0]] = 1
                self._parse(gold, s, offset, at)
            if s.ents is not None:
                self._names(
                    gold["entity"], s, offset, [(i, words[i].idx, words[i].idx + len(words[i])) for i in inside]
                )
        yield Window(corpus, ids, kinds, offsets, sentence=sentence, **gold)

    def _parse(
        self, gold: dict[str, NDArray[np.int64]], s: Sentence, offset: int, at: dict[tuple[int, int], int]
    ) -> None:
        place = [at.get((offset + w.start, offset + w.end)) for w in s.words or ()]
        for word, i in zip(s.words or (), place, strict=True):
            if i is None:
                continue
            gold["tag"][i] = self.tag.get(word.tag, IGNORE)
            gold["pos"][i] = self.pos.get(word.pos, IGNORE)
            gold["edit"][i] = self.edit.get(edit_of(s.text[word.start : word.end], word.lemma), IGNORE)
            head = i if word.head < 0 else place[word.head]
            if head is not None:
                gold["head"][i] = head
                gold["dep"][i] = self.dep.get(word.dep, IGNORE)

    def _names(self, entity: NDArray[np.int64], s: Sentence, offset: int, words: list[tuple[int, int, int]]) -> None:
        for i, _, _ in words:
            entity[i] = self.entity["O"]
        for start, end, label in s.ents or ():
            inside = [i for i, a, b in words if a < offset + end and b > offset + start]
            if not inside:
                continue
            prefixes = "U" if len(inside) == 1 else "B" + "I" * (len(inside) - 2) + "L"
            for i, prefix in zip(inside, prefixes, strict=True):
                entity[i] = self.entity[f"{prefix}-{label}"]
        for start, end in s.missing:
            for i, a, b in words:
                if a < offset + end and b > offset + start:
                    entity[i] = IGNORE
