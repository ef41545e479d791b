"""CSV and TSV: the first row names the columns, every other is an article. A bad row is one error."""

from __future__ import annotations

import csv
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.fields import item
from factx.readers.found import InputFormat
from factx.readers.lines import LIMIT, line_text, lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factx.readers.found import Found, Reading, Stored

# A comma is what the name says; spreadsheets write semicolons where a comma is the decimal point.
DELIMITERS = (",", ";", "\t")


def read_rows(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found | Stored | InputError]:
    """An article or an error a row. Raises InputError where there is no row, or no column for the text."""
    csv.field_size_limit(LIMIT)
    given = lines(stream, where)
    head = next(given, b"")
    if not head.strip():
        raise InputError(where, "is empty; its first line has to name the columns")
    header = line_text(head, where)
    delimiter = "\t" if how.format is InputFormat.TSV else _delimiter(header, how.keys.text)
    names = _names(header, delimiter, where, how)
    number, below = 0, _Lines(given, where)
    rows = csv.reader(below, delimiter=delimiter, strict=True)
    while True:
        place = f"{where}:{below.number + 1}, row {number + 1}"
        try:
            row: list[str] | csv.Error | InputError = next(rows)
        except StopIteration:
            break
        except (csv.Error, InputError) as error:
            row = error
        if row != []:
            number += 1
            yield _article(row, names, place, path, how)
    if not number:
        raise InputError(where, "has no row under the names of its columns")


class _Lines:
    """The lines under the first one, as text. One that is none is an error, after which there may be others."""

    def __init__(self, given: Iterator[bytes], where: str) -> None:
        self._given, self._where = given, where
        self.number = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._given)
        self.number += 1
        return line_text(line, self._where)


def _article(
    row: list[str] | csv.Error | InputError, names: list[str], where: str, path: str | None, how: Reading
) -> Found | Stored | InputError:
    if isinstance(row, csv.Error):
        return InputError(where, f"is no row of CSV: {row}")
    if isinstance(row, InputError):
        return InputError(where, row.why)
    try:
        return item(_fields(row, names, where), where, path, how)
    except InputError as error:
        return error


def _names(header: str, delimiter: str, where: str, how: Reading) -> list[str]:
    try:
        (names,) = csv.reader([header], delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise InputError(where, f"its first line does not name columns: {error}") from error
    if how.keys.text not in names:
        has = ", ".join(names)
        raise InputError(where, f'has no column "{how.keys.text}" (it has {has[:300]}); name it with --text-key')
    twice = [name for name, count in Counter(names).items() if count > 1 and name]
    if twice:
        raise InputError(where, f'has several columns "{twice[0]}"; give each a name of its own')
    return names


def _delimiter(header: str, wanted: str) -> str:
    """The one that sets the text's column apart; a comma where none does."""
    for delimiter in DELIMITERS:
        with suppress(csv.Error):  # which is told of the delimiter that is taken
            if wanted in next(csv.reader([header], delimiter=delimiter)):
                return delimiter
    return max(DELIMITERS, key=header.count)


def _fields(row: list[str], names: list[str], where: str) -> dict[str, str]:
    if len(row) != len(names):
        why = f"has {len(row)} fields, and there are {len(names)} columns; quote what has a comma or a line end in it"
        raise InputError(where, why)
    return dict(zip(names, row, strict=True))
