"""CoNLL-U treebanks, with their spacing, so that the text can be parsed from raw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = 10
ENTITY = "Entity="


@dataclass(frozen=True, slots=True)
class Word:
    """A gold word: its place in the sentence's text, tags, lemma, head (index in the sentence, -1 for the root).

    ``entity``: the brackets of coreference that open and close on it, such as "(3" and "7)(4)"; mostly empty.
    """

    start: int
    end: int
    tag: str
    pos: str
    lemma: str
    head: int
    dep: str
    entity: str = ""


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


def treebank(path: Path) -> Iterator[list[Sentence]]:
    """Documents of a CoNLL-U file; multi-word tokens and SpaceAfter are read, spacing is kept."""
    document: list[Sentence] = []
    rows: list[list[str]] = []
    name, paragraph = "", False
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
    text, space = "", True
    words: list[Word] = []
    spaces: dict[int, bool] = {}
    for row in rows:
        after = "SpaceAfter=No" not in row[COLUMNS - 1]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces.update(dict.fromkeys(range(first, last), False) | {last: after})
        elif row[0].isdigit():
            number, form = int(row[0]), row[1]
            place = len(text), len(text) + len(form)
            words.append(Word(*place, row[4], row[3], row[2], int(row[6]) - 1, row[7], _entity(row[COLUMNS - 1])))
            space = spaces.get(number, after)
            text += form + " " * space
    return Sentence(name, text.rstrip(" "), tuple(words), new_paragraph=new_paragraph, space_after=space)


def _entity(misc: str) -> str:
    return next((field[len(ENTITY) :] for field in misc.split("|") if field.startswith(ENTITY)), "")


def raw_text(sentences: list[Sentence]) -> tuple[str, list[int]]:
    """The text of a document, an empty line between paragraphs, and where each sentence begins in it."""
    text, starts, after = "", [], True
    for sentence in sentences:
        if text:
            text += "\n\n" if sentence.new_paragraph else " " * after
        starts.append(len(text))
        text += sentence.text
        after = sentence.space_after
    return text, starts
