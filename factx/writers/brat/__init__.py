"""brat's standoff format: a folder with a text and its annotations for each document, and how brat shows them.

An attribution is an event: its cue triggers it, its roles are source, content and the rest. Statements of the
article's own voice, quantities, dates and named entities are text-bound. https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.writers.brat.names import base
from factx.writers.brat.standoff import standoff
from factx.writers.brat.text import shown
from factx.writers.formats import Format
from factx.writers.needed import text_of, where

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.record import Record

CONFIGURATION = ("annotation.conf", "visual.conf")


class Brat:
    """Writes two files a document; ``put`` writes a file of that name, whole or not at all."""

    def __init__(self, put: Callable[[str, str], None]) -> None:
        self._put = put
        self._texts: dict[str, int] = {}

    def write(self, record: Record) -> None:
        """Write the document. Raises InputError where another text had this id, and for a record without text."""
        text = text_of(record, Format.BRAT)
        name = base(record.id)
        if not self._texts:
            self._configure()
        if self._texts.setdefault(name, hash(text)) != hash(text):
            raise InputError(where(record), "is an id that another text has; give each its own (--id-key)")
        self._put(f"{name}.ann", standoff(record, text))  # first: brat lists a document by its text
        self._put(f"{name}.txt", shown(text))

    def close(self) -> None:
        """Nothing follows the last document."""

    def _configure(self) -> None:
        for name in CONFIGURATION:
            self._put(name, files(__package__).joinpath(name).read_text(encoding="utf-8"))
