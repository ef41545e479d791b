"""What can be wrong with a record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.record import Offsets


class Code(StrEnum):
    """The kinds of problems, as they are written."""

    NOT_JSON = "not-json"
    NO_RECORD = "no-record"
    OTHER_SCHEMA = "other-schema"
    SCHEMA = "schema"
    NO_TEXT = "no-text"
    TEXT_DIFFERS = "text-differs"
    TEXT_HASH = "text-hash"
    SPAN_RANGE = "span-range"
    SPAN_ORDER = "span-order"
    SPAN_TEXT = "span-text"
    PROPOSITION = "proposition"
    SOURCE_NAME = "source-name"
    DUPLICATE_ID = "duplicate-id"
    REFERENCE = "reference"
    CYCLE = "cycle"
    PARENT = "parent"
    OUTSIDE = "outside-content"
    ATTRIBUTION = "attribution"
    DATE_ORDER = "date-order"
    NUMBER_ORDER = "number-order"
    CONFIDENCE = "confidence"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which claim, and where in the text, if it is in one."""

    code: Code
    message: str
    claim: str | None = None
    span: Offsets | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A document that was checked: its place for messages, its id, what is wrong with it, and how much was checked."""

    where: str
    document: str | None
    problems: tuple[Problem, ...]
    claims: int = 0
    spans: int = 0

    @property
    def is_marked(self) -> bool:
        """Whether it says that it is a record."""
        return not any(problem.code in {Code.NOT_JSON, Code.NO_RECORD} for problem in self.problems)

    @property
    def is_record(self) -> bool:
        """Whether it is one at all, so that it could be checked."""
        return self.is_marked and not any(problem.code is Code.OTHER_SCHEMA for problem in self.problems)
