"""The formats by name: what each is written to, and which suffix of a file asks for it."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from pathlib import PurePath


class Format(StrEnum):
    """Names of the writers, as ``--format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"
    HTML = "html"


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


TARGETS: dict[Format, Target] = {}  # of those that are not text

SUFFIXES = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


def target(form: Format) -> Target:
    """What that format is written to."""
    return TARGETS.get(form, Target.TEXT)


def by_suffix(output: str) -> Format | None:
    """The format that a file's name asks for, if any."""
    return SUFFIXES.get(PurePath(output).suffix.lower())
