"""JSON Lines: an article a line. A bad line is one error; the lines after it are read."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from factx.errors import InputError, UsageError
from factx.readers.article import article
from factx.readers.decode import announced, decode
from factx.readers.found import Found
from factx.readers.published import published_on
from factx.readers.stored import NO_RECORD, is_record, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from factx.readers.found import Reading, Stored
    from factx.record import PublishedBy

T = TypeVar("T")


def read_jsonl(
    stream: BinaryIO, where: str, path: str | None, how: Reading, first: int = 1
) -> Iterator[Found | Stored | InputError]:
    """An article, a record or an error a line, numbered from ``first`` on. Raises InputError where there is no line."""

    def make(fields: dict[str, Any], place: str) -> Found | Stored:
        if how.records and is_record(fields):
            return stored(fields, place)
        if not how.articles:
            raise InputError(place, NO_RECORD)
        return found(fields, place, path, how)

    return each_object(stream, where, make, first)


def each_object(
    stream: BinaryIO, where: str, make: Callable[[dict[str, Any], str], T], first: int = 1
) -> Iterator[T | InputError]:
    """What ``make`` makes of each line's object and place, or its InputError, as the lines come in.

    Blank lines are skipped. Raises InputError where there is no other.
    """
    blank = True
    for number, line in enumerate(_lines(stream, where), first):
        if not line.strip():
            continue
        blank = False
        place = f"{where}:{number}"
        try:
            yield make(_fields(decode(line, place), place), place)
        except InputError as error:
            yield error
    if blank:
        raise InputError(where, "is empty, there is no line in it")


def one_object(stream: BinaryIO, where: str, make: Callable[[dict[str, Any], str], T]) -> Iterator[T]:
    """What ``make`` makes of the one object that the whole stream is. Raises InputError."""
    yield make(_fields(decode(stream.read(), where), where), where)


def _lines(stream: BinaryIO, where: str) -> Iterator[bytes]:
    """Lines in UTF-8. Only UTF-16 and UTF-32 are decoded as a whole: their line ends are not single bytes."""
    first = stream.readline()
    encoding = announced(first[:4])
    if encoding.startswith("utf-8"):
        yield first
    else:
        stream = BytesIO(decode(first + stream.read(), where).encode())
    yield from stream


def found(fields: dict[str, Any], where: str, path: str | None, how: Reading) -> Found:
    """The article that a line's object holds. Raises InputError."""
    keys = how.keys
    text = fields.get(keys.text)
    if not isinstance(text, str):
        raise InputError(where, _no_text(fields, keys.text))
    published, by, remarks = _published(fields.get(keys.date), how.published)
    made = article(
        text,
        where,
        id=_id(fields.get(keys.id)),
        path=path,
        url=_string(fields.get("url")),
        title=_string(fields.get(keys.title)),
        published=published,
        published_by=by,
    )
    return Found(where, made, remarks)


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


def _no_text(fields: dict[str, Any], key: str) -> str:
    if key in fields:
        return f'"{key}" is not a string but {json.dumps(fields[key])[:40]}'
    has = ", ".join(fields) or "nothing"
    return f'has no "{key}" (it has {has[:200]}); name the field of the text with --text-key'


def _published(said: object, option: str | None) -> tuple[str | None, PublishedBy | None, tuple[str, ...]]:
    """The date of publication, who gave it, and what could not be read of it."""
    if option:
        return option, "option", ()
    if said is None or said == "":
        return None, None, ()
    if not isinstance(said, str | int):
        return None, None, (f"read without its date: {json.dumps(said)[:40]} is no date that can be read",)
    try:
        return published_on(str(said)), "metadata", ()
    except UsageError as error:
        return None, None, (f"read without its date: {error}",)


def _id(value: object) -> str | None:
    """Strings and whole numbers name an article; anything else does not."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None
