"""Corpora as documents of sentences with whatever each one annotates."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factx.evaluation.treebank import Sentence, treebank

if TYPE_CHECKING:
    from pathlib import Path


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
