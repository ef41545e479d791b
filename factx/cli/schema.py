"""``factx schema``: the record as JSON Schema, from the classes that make it."""

import json
from typing import Any

from factx.cli.output import opened
from factx.record import SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> None:
    """Print the JSON Schema of a record.

    Example:  factx schema > record.schema.json
    """
    with opened(None) as stream:
        stream.write(json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n")


def record_schema() -> dict[str, Any]:
    """The schema of what is written: every key is there, but ``text`` may be left out, and later versions add keys."""
    from pydantic import TypeAdapter  # noqa: PLC0415  no other command needs it

    made = TypeAdapter(Record).json_schema(mode="serialization")
    for part in (made, *made.get("$defs", {}).values()):
        part["required"] = list(part["properties"])
    made["required"].remove("text")
    major = SCHEMA_VERSION.split(".", maxsplit=1)[0]
    made["properties"]["factx_schema"] = {"type": "string", "pattern": rf"^{major}\."}
    head = {"$schema": DIALECT, "$id": f"urn:factx:record:{SCHEMA_VERSION}", "version": SCHEMA_VERSION}
    return {**head, **made, "title": "factx record"}
