"""The records of a database that factx wrote."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from factx.database.connect import SchemaError, connected
from factx.errors import InputError
from factx.readers.stored import stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.readers.found import Stored

DOCUMENTS = "SELECT id, record, text FROM documents ORDER BY rowid"


def read_database(path: str, where: str) -> Iterator[Stored | InputError]:
    """Every document's record, in the order in which they were put in."""
    try:
        for place, record, text in documents(path, where):
            try:
                yield stored(json.loads(record) | {"text": text}, place)
            except InputError as error:
                yield error
    except InputError as error:
        yield error


def documents(path: str, where: str) -> Iterator[tuple[str, str, str | None]]:
    """The place of each document for messages, its record as JSON, and its text. Raises InputError."""
    try:
        with closing(connected(path, write=False)) as database:
            for document, record, text in database.execute(DOCUMENTS):
                yield f"{where}, document {document}", record, text
    except SchemaError as error:
        raise InputError(where, f"{error}; extract or export the records into a new one") from error
    except sqlite3.Error as error:
        raise InputError(where, f"cannot be read: {error}") from error
