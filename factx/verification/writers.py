"""Findings for programs: JSON Lines and JSON, one object a problem."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from factx.verification.problem import Checked


class FindingFormat(StrEnum):
    """Names of the writers, as ``factx verify --format`` takes them."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


class FindingWriter(Protocol):
    """Writes documents as they are checked; ``close`` writes what follows the last one."""

    def write(self, checked: Checked) -> None:
        """Write what is wrong with it, if anything is, and flush it."""

    def close(self) -> None:
        """Write the end."""


def finding_writer(form: FindingFormat, stream: TextIO) -> FindingWriter:
    """The writer of that name, before its first document."""
    match form:
        case FindingFormat.JSONL:
            return FindingLines(stream)
        case FindingFormat.JSON:
            return FindingArray(stream)
        case FindingFormat.TABLE:
            from factx.verification.table import FindingTable  # noqa: PLC0415  Rich is not needed to write JSON

            return FindingTable(stream)


class FindingLines:
    """A problem a line; nothing where all is well."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, checked: Checked) -> None:
        """Write the lines and flush them."""
        self._stream.writelines(_as_json(found) + "\n" for found in _findings(checked))
        self._stream.flush()

    def close(self) -> None:
        """Nothing follows the last line."""


class FindingArray:
    """One array of problems, empty where all is well."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._found: list[dict[str, Any]] = []

    def write(self, checked: Checked) -> None:
        """Keep them."""
        self._found += _findings(checked)

    def close(self) -> None:
        """Write the array."""
        self._stream.write("[" + ",".join(f"\n{_as_json(found)}" for found in self._found) + "\n]\n")
        self._stream.flush()


def _findings(checked: Checked) -> Iterator[dict[str, Any]]:
    for problem in checked.problems:
        yield {
            "where": checked.where,
            "document": checked.document,
            "claim": problem.claim,
            "code": problem.code.value,
            "message": problem.message,
            "span": problem.span,
        }


def _as_json(found: dict[str, Any]) -> str:
    """In UTF-8, which has no bytes for the half characters that a damaged record may hold."""
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
