"""The formats by name: what each is written to, and which suffix of a file asks for it."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from pathlib import PurePath


class Format(StrEnum):
    """Names of the writers, as ``--format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    TABLE = "table"
    HTML = "html"
    MARKDOWN = "markdown"
    SQLITE = "sqlite"
    PARQUET = "parquet"
    JSON_LD = "jsonld"
    WEB_ANNOTATION = "webannotation"
    BRAT = "brat"
    LABEL_STUDIO = "label-studio"
    DOC_BIN = "docbin"


class Target(Enum):
    """What a writer writes to."""

    TEXT = auto()
    """A stream of text; standard output too."""
    BYTES = auto()
    """A stream of bytes; standard output too, but no terminal."""
    DATABASE = auto()
    """A file that is added to, a document at a time."""
    FOLDER = auto()
    """A folder, with files for each document."""


# Of those that are not text.
TARGETS = {
    Format.SQLITE: Target.DATABASE,
    Format.PARQUET: Target.BYTES,
    Format.DOC_BIN: Target.BYTES,
    Format.BRAT: Target.FOLDER,
}

SUFFIXES = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MARKDOWN,
    ".db": Format.SQLITE,
    ".sqlite": Format.SQLITE,
    ".sqlite3": Format.SQLITE,
    ".parquet": Format.PARQUET,
    ".jsonld": Format.JSON_LD,
    ".spacy": Format.DOC_BIN,
}

# The formats that have a flat form beside that of the record; tables are flat anyway.
FLATTENED = frozenset({Format.JSONL, Format.JSON})


def target(form: Format) -> Target:
    """What that format is written to."""
    return TARGETS.get(form, Target.TEXT)


def by_suffix(output: str) -> Format | None:
    """The format that a file's name asks for, if any."""
    return SUFFIXES.get(PurePath(output).suffix.lower())
