"""CSV and TSV: the first row names the columns, every other is an article. A bad row is one error."""

from __future__ import annotations

import csv
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from factx.errors import InputError
from factx.readers.fields import item
from factx.readers.found import InputFormat
from factx.readers.lines import LIMIT, line_text, lines

if TYPE_CHECKING:
    import _csv
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
    # A row's text is decoded by map, which goes on after an error as the reader does.
    rows = csv.reader(map(partial(line_text, where=where), given), delimiter=delimiter, strict=True)
    return _articles(rows, names, where, path, how)


def _articles(
    rows: _csv.Reader, names: list[str], where: str, path: str | None, how: Reading
) -> Iterator[Found | Stored | InputError]:
    number = 0
    while True:
        place = f"{where}:{rows.line_num + 2}, row {number + 1}"
        try:
            row = next(rows)
            if not row:
                continue
            number += 1
            yield item(_fields(row, names, place), place, path, how)
        except StopIteration:
            break
        except csv.Error as error:
            number += 1
            yield InputError(place, f"is no row of CSV: {error}")
        except InputError as error:
            number += 1
            yield error
    if not number:
        raise InputError(where, "has no row under the names of its columns")


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
        if wanted in next(csv.reader([header], delimiter=delimiter)):
            return delimiter
    return max(DELIMITERS, key=header.count)


def _fields(row: list[str], names: list[str], where: str) -> dict[str, str]:
    if len(row) != len(names):
        why = f"has {len(row)} fields, and there are {len(names)} columns; quote what has a comma or a line end in it"
        raise InputError(where, why)
    return {name: value for name, value in zip(names, row, strict=True) if value}
