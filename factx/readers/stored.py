"""Records that factx wrote, read back: known by their ``factx_schema``."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from factx.errors import InputError
from factx.readers.found import Stored
from factx.record import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter

MARK = "factx_schema"
NO_RECORD = "is no record of factx; make records with factx extract"
MAJOR = SCHEMA_VERSION.partition(".")[0]


def is_record(value: object) -> bool:
    """Whether a JSON value is a record."""
    return isinstance(value, dict) and MARK in value


def stored(fields: dict[str, Any], where: str) -> Stored:
    """The record that a JSON object is. Raises InputError where it is of another schema, or damaged."""
    from pydantic import ValidationError  # noqa: PLC0415  a tenth of a second that articles do not need

    if str(fields[MARK]).partition(".")[0] != MAJOR:
        raise InputError(where, f"is a record of schema {fields[MARK]}, not {SCHEMA_VERSION}; extract it again")
    try:
        return Stored(where, _adapter().validate_python({"text": None, **fields}))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(where, f"is a damaged record: {place}: {first['msg']}; extract it again") from error


def stored_in(text: str, where: str) -> Iterator[Stored | InputError] | None:
    """The records of a text: one after the other, or in an array. None where the text does not begin with one."""
    try:
        first, _ = _next(text, 0)
    except (ValueError, RecursionError):
        return None
    begins = all(map(is_record, first)) if isinstance(first, list) else is_record(first)
    return _each(text, where) if begins else None


def _each(text: str, where: str) -> Iterator[Stored | InputError]:
    number, at = 0, 0
    while _space(text, at) < len(text):
        try:
            value, at = _next(text, at)
        except (ValueError, RecursionError) as error:
            yield InputError(where, f"is no JSON after record {number}: {error}")
            return
        for fields in value if isinstance(value, list) else [value]:
            number += 1
            place = f"{where}, record {number}"
            try:
                yield stored(fields, place) if is_record(fields) else InputError(place, f"has no {MARK}")
            except InputError as error:
                yield error


def _next(text: str, at: int) -> tuple[Any, int]:
    """The JSON value that begins there, after white space, and where it ends. Raises ValueError."""
    return json.JSONDecoder().raw_decode(text, _space(text, at))


def _space(text: str, at: int) -> int:
    """Where the white space ends that begins there."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@cache
def _adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter  # noqa: PLC0415  the same

    return TypeAdapter(Record)
