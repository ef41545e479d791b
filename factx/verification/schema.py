"""Whether a record has the fields that factx knows, and of the types that it knows."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from factx.record import Record
from factx.verification.fields import claim_at, named
from factx.verification.problem import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter

    from factx.verification.fields import Fields


def schema_problems(record: Fields) -> Iterator[Problem]:
    """Every field that is missing or of another type. Fields of later versions are passed over."""
    from pydantic import ValidationError  # noqa: PLC0415  a tenth of a second that other commands do not need

    try:
        data = json.dumps({"text": None, **record}, ensure_ascii=False)
        data.encode()
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        yield Problem(Code.SCHEMA, f"holds a lone surrogate (\\u{code:04x}), which is no character")
        data = data.encode("utf-8", "replace").decode()  # a question mark for each, so that offsets stay
    except RecursionError:
        yield Problem(Code.SCHEMA, "is nested too deeply")
        return
    try:
        _adapter().validate_json(data, strict=True)
    except ValidationError as error:
        for each in error.errors(include_url=False, include_context=False, include_input=False):
            place = each["loc"]
            yield Problem(Code.SCHEMA, f"{named(record, place)}: {each['msg']}", claim_at(record, place))


@cache
def _adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter  # noqa: PLC0415  the same

    return TypeAdapter(Record)
