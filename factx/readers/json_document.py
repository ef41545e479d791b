"""JSON as a whole: an object, an array of objects, an array at a path in an object, or several of them in a row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factx.errors import InputError
from factx.readers.arrays import array_of_articles
from factx.readers.decode import decode
from factx.readers.fields import item
from factx.readers.paths import lookup, outline
from factx.readers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factx.readers.found import Found, Reading, Stored


def read_json(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found | Stored | InputError]:
    """An article, a record or an error an object. Raises InputError where there is no object.

    Whoever looks for records may find none: an empty array is what is written where there is none.
    """
    number = 0
    for fields in _items(decode(whole(stream, where), where), where, how):
        number += 1
        place = f"{where}, item {number}"
        try:
            if isinstance(fields, InputError):
                raise fields
            yield item(_object(fields, place), place, path, how)
        except InputError as error:
            yield error
    if not number and not how.records:
        raise InputError(where, "is empty, there is no article in it")


def _items(text: str, where: str, how: Reading) -> Iterator[Any]:
    """What stands in the arrays, or alone, and last the error that nothing can be read after."""
    at = _space(text, 0)
    while at < len(text):
        try:
            value, at = json.JSONDecoder().raw_decode(text, at)
        except json.JSONDecodeError as error:
            yield InputError(where, f"is not JSON: {error.msg} in line {error.lineno}, column {error.colno}")
            return
        except (ValueError, RecursionError) as error:
            yield InputError(where, f"is not JSON that can be read: {error}")
            return
        at = _space(text, at)
        listed = value if how.items is None else _listed(value, how.items, where, how.keys.text)
        yield from listed if isinstance(listed, list) else [listed]


def _listed(value: Any, path: str, where: str, key: str) -> Any:  # noqa: ANN401  JSON has no narrower type
    """The array at the path. Raises InputError, which names the array whose objects have a text."""
    try:
        listed = lookup(value, path)
    except KeyError:
        array = array_of_articles(value, key)
        way = f"name the array with --items-key{f' {array.path}' if array else ''}"
        raise InputError(where, f'has no "{path}" (it has {outline(value)}); {way}') from None
    if not isinstance(listed, list):
        array = array_of_articles(listed, key)
        way = f'; "{path}.{array.path}" is: --items-key {path}.{array.path}' if array else ""
        raise InputError(where, f'"{path}" is no array but {json.dumps(listed)[:40]}{way}')
    return listed


def _object(fields: Any, where: str) -> dict[str, Any]:  # noqa: ANN401  the same
    if not isinstance(fields, dict):
        raise InputError(where, f'is not a JSON object such as {{"text": "…"}} but {json.dumps(fields)[:40]}')
    return fields


def _space(text: str, at: int) -> int:
    """Where the white space ends that begins there."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at
