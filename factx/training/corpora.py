"""Corpora as documents of sentences with whatever each one annotates."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A gold word: its place in the sentence's text, tags, lemma, head (index in the sentence, -1 for the root)."""

    start: int
    end: int
    tag: str
    pos: str
    lemma: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or passage. ``words`` is None where no parse is annotated, ``ents`` None where no names are."""

    id: str
    text: str
    words: tuple[Word, ...] | None = None
    ents: tuple[tuple[int, int, str], ...] | None = None
    missing: tuple[tuple[int, int], ...] = ()
    new_paragraph: bool = False
    space_after: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences in the order of the text; ``running`` is False where they do not belong together."""

    corpus: str
    sentences: tuple[Sentence, ...]
    running: bool = True


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents; ``absent`` names the entity labels that the corpus never annotates: there, O says nothing of them."""

    name: str
    documents: tuple[Document, ...]
    absent: frozenset[str] = field(default_factory=frozenset)


def treebank(path: Path) -> Iterator[list[Sentence]]:
    """Documents of a CoNLL-U file; multi-word tokens and SpaceAfter are read, spacing is kept."""
    document: list[Sentence] = []
    name, paragraph, rows = "", False, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        if line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            document.append(_sentence(name, rows, new_paragraph=paragraph))
            paragraph, rows = False, []
    if document:
        yield document


def _sentence(name: str, rows: list[list[str]], *, new_paragraph: bool) -> Sentence:
    text, words, spaces = "", [], {}
    space = True
    for row in rows:
        after = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces.update(dict.fromkeys(range(first, last), False) | {last: after})
        elif row[0].isdigit():
            number, form = int(row[0]), row[1]
            words.append(Word(len(text), len(text) + len(form), row[4], row[3], row[2], int(row[6]) - 1, row[7]))
            space = spaces.get(number, after)
            text += form + " " * space
    return Sentence(name, text.rstrip(" "), tuple(words), new_paragraph=new_paragraph, space_after=space)


def named(path: Path) -> list[tuple[str, Sentence]]:
    """(document id or "", sentence) of a JSONL file of names: {"id", "text", "ents", "missing", "doc"}."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            ents = tuple((s, e, label) for s, e, label in row["ents"])
            missing = tuple((s, e) for s, e in row.get("missing", ()))
            found.append((row.get("doc", ""), Sentence(row["id"], row["text"], ents=ents, missing=missing)))
    return found


def absent_labels(sentences: list[Sentence], labels: tuple[str, ...]) -> frozenset[str]:
    """Labels that occur in none of ``sentences``."""
    seen = Counter(label for s in sentences for _, _, label in s.ents or ())
    return frozenset(label for label in labels if not seen[label])


def parsed_corpus(name: str, trees: Path, names: Path | None, labels: tuple[str, ...]) -> Corpus:
    """A treebank, with the names of those of its sentences that also stand in ``names`` (joined on the sentence id)."""
    rows = {s.id: s for _, s in named(names)} if names else {}
    documents = []
    for sentences in treebank(trees):
        joined = []
        for s in sentences:
            row = rows.get(s.id)
            same = row is not None and row.text == s.text
            joined.append(replace(s, ents=row.ents, missing=row.missing) if row and same else s)
        documents.append(Document(name, tuple(joined)))
    return Corpus(name, tuple(documents), absent_labels(list(rows.values()), labels))


def named_corpus(name: str, path: Path, labels: tuple[str, ...]) -> Corpus:
    """Names alone. Sentences of one document follow each other; those of none stand apart."""
    rows = named(path)
    groups: dict[str, list[Sentence]] = {}
    for document, sentence in rows:
        groups.setdefault(document, []).append(sentence)
    documents = tuple(
        Document(name, tuple(sentences), running=bool(document)) for document, sentences in groups.items()
    )
    return Corpus(name, documents, absent_labels([s for _, s in rows], labels))
