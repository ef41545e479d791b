"""A question to a file, and the answer on a stream."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factx.database.connect import SchemaError, connected
from factx.database.header import is_database
from factx.errors import InputError
from factx.query.answers import claims, undated
from factx.query.counts import counts
from factx.query.sheets import answer_sheet
from factx.readers.marked import holds_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from factx.query.formats import AnswerFormat
    from factx.query.question import Dimension, Question

MAKE = "make one with factx extract -f sqlite -o FILE"


@contextmanager
def asked(path: str) -> Iterator[sqlite3.Connection]:
    """The database, to be read. Raises InputError, also for what goes wrong within the block."""
    if not Path(path).exists():
        raise InputError(path, f"no such file; {MAKE}")
    if not is_database(path):
        made = holds_records(path)
        raise InputError(path, f"is no database; {f'make one: factx export {path} -o news.db' if made else MAKE}")
    try:
        with closing(connected(path, write=False)) as database:
            yield database
    except SchemaError as error:
        raise InputError(path, f"{error}; {MAKE}") from error
    except sqlite3.Error as error:
        raise InputError(path, f"cannot be read: {error}") from error


def answer(
    database: sqlite3.Connection, question: Question, by: Sequence[Dimension], form: AnswerFormat, stream: TextIO
) -> int:
    """Write the claims, or how many there are ``by`` each. How many were left out, since they have no day."""
    sheet = answer_sheet(form, stream, by)
    for row in counts(database, question, by) if by else claims(database, question):
        sheet.row(row)
    sheet.close()
    return undated(database, question)
