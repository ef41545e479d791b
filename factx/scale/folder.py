"""The folder of a run: for each part its records and what became of it, and over all a manifest and the failures.

::

    DIR/parts/000012.jsonl   records
    DIR/.done/000012.json    the part's Outcome; there only if the records are whole
    DIR/manifest.json        all parts, with hashes and counts
    DIR/failed.jsonl         a document a line: where, why, reason

Every file is written under another name and renamed, so that it is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import factx
from factx.errors import UsageError
from factx.scale.outcome import Outcome, outcome_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from factx.record import PipelineInfo
    from factx.scale.part import Part


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder at ``path``."""

    path: Path

    @property
    def parts(self) -> Path:
        """Where the parts lie."""
        return self.path / "parts"

    @property
    def outcomes(self) -> Path:
        """Where it is kept what became of them."""
        return self.path / ".done"

    def records(self, part: Part) -> Path:
        """The file of a part's records."""
        return self.parts / f"{part.name}.jsonl"

    def made(self) -> None:
        """Make the folder, if it is not there. Raises UsageError."""
        try:
            for folder in (self.parts, self.outcomes):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"--out {self.path}: cannot be made: {error.strerror}"
            raise UsageError(message) from error

    def done(self, part: Part) -> Outcome | None:
        """What became of the part, if it was ever finished and its records are still those."""
        found = self.outcome(part)
        try:
            with self.records(part).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        return found if found and found.sha256 == digest else None

    def outcome(self, part: Part) -> Outcome | None:
        """What became of the part, if it was ever finished; its records are not looked at."""
        try:
            return outcome_from(json.loads(self._outcome(part).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, part: Part, outcome: Outcome) -> None:
        """Say what became of the part, whose records are there."""
        with written(self._outcome(part)) as stream:
            stream.write(_line(outcome.as_fields()))

    def clean(self, part: Part) -> None:
        """Remove what an earlier try left of the part."""
        self._outcome(part).unlink(missing_ok=True)
        for left in self.parts.glob(f"{part.name}.*.part"):
            left.unlink(missing_ok=True)

    def remove_after(self, planned: int) -> None:
        """Remove parts with numbers that an earlier plan had, and this one of ``planned`` parts has not."""
        for file in sorted((*self.parts.glob("*.jsonl"), *self.outcomes.glob("*.json"))):
            number = file.name.partition(".")[0]
            if number.isdecimal() and int(number) >= planned:
                file.unlink(missing_ok=True)

    def finish(self, parts: Sequence[Part], job: dict[str, Any], pipeline: PipelineInfo | None) -> dict[str, int]:
        """Write manifest and failures from what is there of all ``parts`` of the plan; returns the totals."""
        outcomes = [found for part in parts if (found := self.outcome(part))]
        totals = {
            "parts": len(outcomes),
            "records": sum(o.records for o in outcomes),
            "claims": sum(o.claims for o in outcomes),
            "warned": sum(o.warned for o in outcomes),
            "failed": sum(len(o.failed) for o in outcomes),
        }
        listed = [
            {**o.as_fields(), "failed": len(o.failed), "file": f"parts/{parts[o.part].name}.jsonl"} for o in outcomes
        ]
        manifest = {
            "factx": factx.__version__,
            "pipeline": asdict(pipeline) if pipeline else None,
            "job": job,
            "complete": len(outcomes) == len(parts),
            "planned": len(parts),
            "totals": totals,
            "parts": listed,
        }
        with written(self.path / "manifest.json") as stream:
            stream.write((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
        with written(self.path / "failed.jsonl") as stream:
            for outcome in outcomes:
                stream.writelines(_line({"part": outcome.part, **asdict(failure)}) for failure in outcome.failed)
        return totals

    def _outcome(self, part: Part) -> Path:
        return self.outcomes / f"{part.name}.json"


@contextmanager
def written(target: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only if the block ends without an error, and that no other process writes to."""
    part = target.with_name(f"{target.name}.{os.getpid()}-{token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            yield stream
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _line(fields: dict[str, Any]) -> bytes:
    return (json.dumps(fields, ensure_ascii=False) + "\n").encode()
