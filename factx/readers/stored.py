"""Records that factx wrote, read back: known by their ``factx_schema``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from factx.errors import InputError
from factx.readers.found import Stored
from factx.record import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MARK = "factx_schema"
MAKE_RECORDS = "make records with factx extract"
NO_RECORD = f"is no record of factx; {MAKE_RECORDS}"
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


@cache
def _adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter  # noqa: PLC0415  the same

    return TypeAdapter(Record)
