"""What became of a part."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

# It could not be read; annotating or writing it raised; it took too much memory or time; its worker died of it twice.
Why: TypeAlias = Literal["unreadable", "raised", "memory", "time", "crash"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that has no record: where it is, for people, and why."""

    where: str
    why: Why
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """``input`` and ``job`` are the hashes of what was done, ``sha256`` that of the file of records."""

    part: int
    input: str
    job: str
    sha256: str
    records: int
    warned: int
    claims: int
    failed: tuple[Failure, ...]

    def as_fields(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self)


def outcome_from(fields: dict[str, Any]) -> Outcome:
    """What ``as_fields`` gave, and JSON of that, as an outcome again. Raises TypeError for anything else."""
    return Outcome(**{**fields, "failed": tuple(Failure(**failure) for failure in fields["failed"])})
