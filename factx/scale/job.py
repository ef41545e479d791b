"""What is done with every article, as one value that goes to every process."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import factx
from factx.readers.found import InputFormat, Keys, Reading
from factx.selection import Selection


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost: seconds, and mebibytes of its worker's memory. Zero is no limit."""

    seconds: float = 0.0
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """The run's folder, how to read, what to keep, within which limits."""

    folder: Path
    reading: Reading = field(default_factory=Reading)
    pipeline: str | None = None
    selection: Selection = field(default_factory=Selection)
    keep_text: bool = True
    limits: Limits = field(default_factory=Limits)
    part_size: int = 1 << 20  # bytes: half a minute's work, which a crash costs; a start of the pipeline is a second

    def as_fields(self) -> dict[str, Any]:
        """As JSON can hold it."""
        fields = asdict(replace(self, reading=replace(self.reading, tell=Reading().tell)))
        del fields["reading"]["tell"]
        fields["folder"] = str(self.folder)
        fields["selection"]["kinds"] = sorted(self.selection.kinds)
        return fields

    def digest(self, pipeline: str) -> str:
        """A hash of all that decides on what is written about an article, ``pipeline`` being the pipeline's."""
        deciding = self.as_fields() | {"version": factx.__version__, "sha256": pipeline}
        del deciding["limits"], deciding["folder"]
        return hashlib.sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()


def job_from(fields: dict[str, Any]) -> Job:
    """What ``as_fields`` gave, and JSON of that, as a job again."""
    reading, selection = fields["reading"], fields["selection"]
    return Job(
        Path(fields["folder"]),
        Reading(**{**reading, **_typed(reading)}),
        fields["pipeline"],
        Selection(frozenset(selection["kinds"]), selection["confidence"]),
        fields["keep_text"],
        Limits(**fields["limits"]),
        fields["part_size"],
    )


def _typed(reading: dict[str, Any]) -> dict[str, Any]:
    """Those of its fields that JSON has no types for."""
    return {
        "format": InputFormat(reading["format"]),
        "keys": Keys(**reading["keys"]),
        "globs": tuple(reading["globs"]),
    }
