"""What a person types, as a question in the language of SQLite's FTS5, of which nothing typed is part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPED = re.compile(r'"([^"]*)"|(\S+)')
UNSEARCHABLE = re.compile(r"[\0\ud800-\udfff]")  # an argument may be any bytes, and these UTF-8 or FTS5 cannot hold


def anything_of(typed: Iterable[str], option: str) -> str:
    """What has all the words of one of ``typed``; words in quotation marks one after the other. Raises UsageError."""
    return " OR ".join(f"({_all_words(text, option)})" for text in typed)


def _all_words(text: str, option: str) -> str:
    found = [together or alone for together, alone in TYPED.findall(text)]
    words = [word for word in found if any(map(str.isalnum, word))]
    if not words or UNSEARCHABLE.search(text):
        message = f"{option} {text!r}: has no word in it that could be searched"
        raise UsageError(message)
    return " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
