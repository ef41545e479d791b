"""The JSON values of a file, each with its line, as they are: the damaged ones too."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from factx.errors import InputError
from factx.readers.decode import decode
from factx.readers.lines import LIMIT, line_text, lines
from factx.readers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

BETWEEN = re.compile(r"[\s\[\],]*")  # what may stand between the records of an array, or of a file of lines
NEXT = re.compile(r"^[\[,]?\{", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Broken:
    """What stands in the place of a value that cannot be read."""

    why: str


def values(stream: BinaryIO, where: str) -> Iterator[tuple[str, object]]:
    """Each value, or Broken, with its place: of lines as they come, of an array or indented JSON after all is read.

    Raises InputError where there is nothing.
    """
    begin = stream.readline(LIMIT + 1)
    if isinstance(value := _line(begin, where), dict):
        yield f"{where}:1", value
        for number, line in enumerate(lines(stream, where), 2):
            if line.strip():
                yield f"{where}:{number}", _line(line, where)
        return
    text = decode(begin + whole(stream, where), where)
    if not text.strip():
        raise InputError(where, "is empty, there is no record in it")
    yield from _scanned(text, where)


def stored_values(path: str, where: str) -> Iterator[tuple[str, object]]:
    """The same of a database. Raises InputError."""
    from factx.readers.database import documents  # noqa: PLC0415  few runs read one

    for place, record, text in documents(path, where):
        try:
            value = json.loads(record, parse_constant=_refused)
        except (ValueError, TypeError, RecursionError) as error:
            value = Broken(str(error))
        yield place, {**value, "text": text} if isinstance(value, dict) else value


def _line(line: bytes, where: str) -> object:
    try:
        return json.loads(line_text(line, where), parse_constant=_refused)
    except InputError as error:
        return Broken(str(error))
    except (ValueError, RecursionError) as error:
        return Broken(str(error))


def _scanned(text: str, where: str) -> Iterator[tuple[str, object]]:
    """The values one after the other. After a broken one it goes on at the next line that begins an object."""
    decoder = json.JSONDecoder(parse_constant=_refused)
    number, counted, at = 1, 0, _gap(text, 0)
    while at < len(text):
        number, counted = number + text.count("\n", counted, at), at
        value: Any
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            value = Broken(str(error))
            again = NEXT.search(text, at + 1)
            at = again.end() - 1 if again else len(text)
        yield f"{where}:{number}", value
        at = _gap(text, at)
    if text.lstrip().startswith("[") and not text.rstrip().endswith("]"):
        yield f"{where}:{number}", Broken("the array that begins the file does not end")


def _gap(text: str, at: int) -> int:
    found = BETWEEN.match(text, at)
    return found.end() if found else at


def _refused(name: str) -> NoReturn:
    message = f"{name} is no JSON"
    raise ValueError(message)
