"""What a person types, as a question in the language of SQLite's FTS5, of which nothing typed is part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPED = re.compile(r'"([^"]*)"|(\S+)')


def anything_of(typed: Iterable[str], option: str) -> str:
    """What has all the words of one of ``typed``; words in quotation marks one after the other. Raises UsageError."""
    return " OR ".join(f"({_all_words(text, option)})" for text in typed)


def _all_words(text: str, option: str) -> str:
    found = [together or alone for together, alone in TYPED.findall(text)]
    words = [word for word in found if any(map(str.isalnum, word))]
    if not words or not _is_text(text):
        message = f"{option} {text!r}: has no word in it that could be searched"
        raise UsageError(message)
    return " AND ".join('"' + word.replace('"', '""') + '"' for word in words)


def _is_text(text: str) -> bool:
    """Whether UTF-8 can hold it: an argument may be any bytes."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
