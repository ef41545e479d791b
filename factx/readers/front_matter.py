"""What stands above a text in Markdown: ``---`` around lines of ``key: value``, as in YAML, or ``+++`` around TOML.

Of YAML only what is written on one line is understood, which is what titles, dates and authors are; the rest is passed
over.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

FENCED = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inner>.*?)^(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
SCALAR = re.compile(r"^(?P<key>[A-Za-z_][\w.-]*):[ \t]+(?P<value>[^\s|>&*!{#].*)$", re.MULTILINE)
COMMENT = re.compile(r"(?<!\s)\s+#.*$")


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Its fields, and the text below it."""
    found = FENCED.match(text)
    if found is None:
        return {}, text
    body = text[found.end() :]
    if found["fence"] == "---":
        return {one["key"]: _scalar(one["value"].rstrip(" \t\r")) for one in SCALAR.finditer(found["inner"])}, body
    try:
        fields = tomllib.loads(found["inner"])
    except tomllib.TOMLDecodeError:
        return {}, text
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in fields.items()}, body


def _scalar(value: str) -> str | list[str]:
    """A string without its quotation marks, or the strings of a list in brackets."""
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part.strip()) for part in value[1:-1].split(",")]
    return _unquoted(value)


def _unquoted(value: str) -> str:
    for quote in ("'", '"'):
        if len(value) > 1 and value.startswith(quote) and value.endswith(quote):
            return value[1:-1].replace(f"\\{quote}", quote)
    return COMMENT.sub("", value)
