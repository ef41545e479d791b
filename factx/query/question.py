"""What is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """What claims are counted by."""

    SOURCE = "source"
    SITE = "site"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that are as each field says, where it says anything; as one of its values, where it has several.

    ``who``: words of the speaker's name, role or affiliation, or of the mention; also of the author of what it is
    written in, and of whom the speaker has it from. ``about``: words of the content. ``since`` and ``until`` are days,
    both included: some day of the claim's has to lie between them. ``sites``: hosts, and those below.
    """

    who: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    limit: int | None = None
