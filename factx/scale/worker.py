"""A process that works on parts, one after the other, as its supervisor hands them over.

Both speak in lines of JSON, over the process's standard input and output. In: the job once, then parts. Out: before
every article what is in hand, so that the supervisor knows what to blame if no more comes, and each part's outcome.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, TextIO

from factx.cli.hangup import end_by_signal
from factx.cli.startup import import_spacy
from factx.errors import InputError, PipelineError
from factx.readers import Stored
from factx.readers.read import read, read_lines
from factx.scale.folder import Folder, written
from factx.scale.job import Job, job_from
from factx.scale.outcome import Failure, Outcome, Why
from factx.scale.part import Part, Piece, part_from
from factx.writers.as_json import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from factx.readers import Found, Reading
    from factx.record import Record

MEBIBYTE = 1 << 20

# How native libraries say that they got no memory, when Python does not.
NO_MEMORY = ("bad alloc", "bad_alloc", "failed to allocate", "std::length_error")


@dataclass(slots=True)
class Counts:
    """What has been written of a part, and what has not."""

    records: int
    warned: int
    claims: int
    failed: list[Failure]


class Worker:
    """Works on parts with one pipeline."""

    def __init__(self, job: Job, replies: TextIO) -> None:
        from factx.annotate import load, pipeline_info  # noqa: PLC0415  after spaCy's lean import

        self.job = job
        self.folder = Folder(job.folder)
        self.replies = replies
        self.nlp: Language = load(job.pipeline)
        self.pipeline = pipeline_info(self.nlp)
        self.digest = job.digest(self.pipeline.sha256)

    def reply(self, **fields: Any) -> None:  # noqa: ANN401  whatever JSON holds
        """Tell the supervisor."""
        self.replies.write(json.dumps(fields) + "\n")
        self.replies.flush()

    def work(self, part: Part, skipped: dict[int, Failure]) -> Outcome:
        """Write the part's records and its outcome. ``skipped``: items, by their place, that are known to end badly."""
        self.folder.clean(part)
        counts = Counts(0, 0, 0, [])
        digest = hashlib.sha256()
        with written(self.folder.records(part)) as stream:
            for found in self._items(part, skipped):
                if line := self._line(found, counts):
                    digest.update(line)
                    stream.write(line)
        outcome = Outcome(
            part.number,
            part.digest(),
            self.digest,
            digest.hexdigest(),
            counts.records,
            counts.warned,
            counts.claims,
            tuple(counts.failed),
        )
        self.folder.put(part, outcome)
        return outcome

    def _items(self, part: Part, skipped: dict[int, Failure]) -> Iterator[Found | Stored | InputError | Failure]:
        """What the part holds, in its order; a failure in the place of what is to be skipped."""
        place = 0
        for piece in part.pieces:
            items = _items_of(piece, self.job.reading)
            while True:
                self.reply(at=place, where=piece.path, read=False)
                if place in skipped and skipped[place].where == piece.path:  # it was not even read: nor is what follows
                    yield skipped[place]
                    place += 1
                    break
                item = next(items, None)
                if item is None:
                    break
                self.reply(at=place, where=item.where, read=True)
                yield skipped.get(place, item)
                place += 1

    def _line(self, found: Found | Stored | InputError | Failure, counts: Counts) -> bytes | None:
        """The record's line, or None and one failure more."""
        failure: Failure
        if isinstance(found, Failure):
            failure = found
        elif isinstance(found, InputError):
            failure = Failure(found.where, "unreadable", str(found).removeprefix(f"{found.where}: "))
        else:
            try:
                record = self._record(found)
                line = (as_json(record) + "\n").encode()
            except Exception as error:  # noqa: BLE001  one bad document must not take the part with it
                failure = Failure(found.where, _why(error), f"{type(error).__name__}: {error}".rstrip(": "))
            else:
                counts.records += 1
                counts.claims += len(record.claims)
                counts.warned += bool(record.warnings or (not isinstance(found, Stored) and found.remarks))
                return line
        counts.failed.append(failure)
        return None

    def _record(self, found: Found | Stored) -> Record:
        from factx.annotate import annotate  # noqa: PLC0415  after spaCy's lean import

        whole = found.record if isinstance(found, Stored) else annotate(self.nlp, found.article)
        kept = self.job.selection.of(whole)
        return kept if self.job.keep_text else replace(kept, text=None)


def _items_of(piece: Piece, how: Reading) -> Iterator[Found | Stored | InputError]:
    if piece.stop is None:
        return read(piece.path, how)
    return read_lines(piece.path, how, piece.start, piece.stop, piece.line)


def _why(error: Exception) -> Why:
    said = str(error).lower()
    return "memory" if isinstance(error, MemoryError) or any(sign in said for sign in NO_MEMORY) else "raised"


def bound_memory(mebibytes: int) -> None:
    """Let this process have no more than that of data."""
    if mebibytes:
        import resource  # noqa: PLC0415  not on Windows, where the option is refused

        resource.setrlimit(resource.RLIMIT_DATA, (mebibytes * MEBIBYTE,) * 2)


def main() -> None:
    """Work until no more parts come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the supervisor is interrupted, and ends its workers
    end_by_signal()  # of a supervisor that is no more nothing is asked
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no reply
    orders = (json.loads(line) for line in sys.stdin)
    first = next(orders, None)
    if first is None:  # nobody is left who would want anything
        return
    job = job_from(first["job"])
    bound_memory(job.limits.memory)
    import_spacy()
    try:
        worker = Worker(job, replies)
    except PipelineError as error:
        replies.write(json.dumps({"error": str(error)}) + "\n")
        replies.flush()
        return
    worker.reply(ready=asdict(worker.pipeline))
    for order in orders:
        skipped = {int(place): Failure(**failure) for place, failure in order["skipped"].items()}
        worker.reply(done=worker.work(part_from(order["part"]), skipped).as_fields())


if __name__ == "__main__":
    main()
