"""JSON Lines: an article a line. A bad line is one error; the lines after it are read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from factx.errors import InputError
from factx.readers.decode import decode
from factx.readers.fields import item
from factx.readers.lines import line_text, lines
from factx.readers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from factx.readers.found import Found, Reading, Stored

T = TypeVar("T")


def read_jsonl(
    stream: BinaryIO, where: str, path: str | None, how: Reading, first: int = 1
) -> Iterator[Found | Stored | InputError]:
    """An article, a record or an error a line, numbered from ``first`` on. Raises InputError where there is no line."""
    return each_object(stream, where, lambda fields, place: item(fields, place, path, how), first)


def each_object(
    stream: BinaryIO, where: str, make: Callable[[dict[str, Any], str], T], first: int = 1
) -> Iterator[T | InputError]:
    """What ``make`` makes of each line's object and place, or its InputError, as the lines come in.

    Blank lines are skipped. Raises InputError where there is no other.
    """
    blank = True
    for number, line in enumerate(lines(stream, where), first):
        if not line.strip():
            continue
        blank = False
        place = f"{where}:{number}"
        try:
            yield make(_fields(line_text(line, place), place), place)
        except InputError as error:
            yield error
    if blank and first == 1:  # of a part of a file nothing is said
        raise InputError(where, "is empty, there is no line in it")


def one_object(stream: BinaryIO, where: str, make: Callable[[dict[str, Any], str], T]) -> Iterator[T]:
    """What ``make`` makes of the one object that the whole stream is. Raises InputError."""
    yield make(_fields(decode(whole(stream, where), where), where), where)


def _fields(line: str, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(where, f"is not JSON: {error.msg} at character {error.pos}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"is not JSON that can be read: {error}") from error
    if not isinstance(fields, dict):
        raise InputError(where, f'is not a JSON object: write one article a line, {{"text": "…"}}, not {line[:20]}')
    return fields
