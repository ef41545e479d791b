"""A worker under watch: what it dies of or spends too long on is set aside, and the rest of its part done again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from factx.errors import FactxError, PipelineError
from factx.record import PipelineInfo
from factx.scale.outcome import Failure, Outcome, outcome_from
from factx.scale.part import as_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from factx.scale.job import Job
    from factx.scale.part import Part

# A worker may die of what is not its article's fault, such as a system short of memory: the second time is no chance.
CHANCES = 2
# Deaths without an article in hand after which the run is given up.
STARTS = 3


class Supervisor:
    """Has parts worked on by a process of its own, which is started when the first part comes."""

    def __init__(self, job: Job, tell: Callable[[], None] = lambda: None) -> None:
        """``tell`` is called for every article that is taken in hand."""
        self.job = job
        self.tell = tell
        self.pipeline: PipelineInfo | None = None
        self._process: subprocess.Popen[str] | None = None
        self._replies: SimpleQueue[dict[str, Any] | None] = SimpleQueue()

    def work(self, part: Part) -> Outcome:
        """Have the part done. Raises PipelineError, and FactxError where workers die without a reason."""
        skipped: dict[int, Failure] = {}
        deaths: Counter[int] = Counter()
        while True:
            outcome, place, failure = self._try(part, skipped)
            if outcome is not None:
                return outcome
            self.close()
            deaths[place] += 1
            if place >= 0 and (failure.why == "time" or deaths[place] >= CHANCES):
                skipped[place] = failure
            elif deaths[place] >= STARTS:
                message = f"part {part.name} cannot be worked on: {failure.reason}"
                raise FactxError(message)

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
        self._process = None

    def _try(self, part: Part, skipped: dict[int, Failure]) -> tuple[Outcome | None, int, Failure]:
        """The outcome; or what was in hand when no reply came, the place -1 meaning nothing, and why none came."""
        place, where = -1, ""
        try:
            self._started()
            self._order(part=as_fields(part), skipped={place: asdict(failure) for place, failure in skipped.items()})
            while True:
                reply = self._reply(self.job.limits.seconds or None)
                if "done" in reply:
                    return outcome_from(reply["done"]), place, Failure("", "crash", "")
                if reply["read"]:
                    self.tell()
                place, where = reply["at"], reply["where"]
        except Empty:
            return None, place, Failure(where, "time", f"took longer than {self.job.limits.seconds:g} s")
        except EOFError as error:
            return None, place, Failure(where, "crash", str(error))

    def _started(self) -> None:
        """Start a process, if none runs. Raises PipelineError, or EOFError where it ends at once."""
        if self._process is not None:
            return
        self._replies = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "factx.scale.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        Thread(target=_listen, args=(self._process, self._replies), daemon=True).start()
        self._order(job=self.job.as_fields())
        reply = self._reply(None)
        if "error" in reply:
            raise PipelineError(reply["error"])
        self.pipeline = PipelineInfo(**reply["ready"])

    def _order(self, **fields: Any) -> None:  # noqa: ANN401  whatever JSON holds
        process = self._process
        if process is None or process.stdin is None:
            raise EOFError
        try:
            process.stdin.write(json.dumps(fields) + "\n")
            process.stdin.flush()
        except OSError as error:
            raise EOFError(_end(process)) from error

    def _reply(self, seconds: float | None) -> dict[str, Any]:
        """The next. Raises Empty when none comes in time, EOFError when none can come any more."""
        reply = self._replies.get(timeout=seconds)
        if reply is None:
            raise EOFError(_end(self._process))
        return reply


def _listen(process: subprocess.Popen[str], replies: SimpleQueue[dict[str, Any] | None]) -> None:
    """Put what the process replies into the queue, and None at its end."""
    try:
        for line in process.stdout or ():
            replies.put(json.loads(line))
    except ValueError:  # the stream is closed, or the process was ended within a line
        pass
    replies.put(None)


def _end(process: subprocess.Popen[str] | None) -> str:
    """How the process ended."""
    code = process.wait() if process else None
    return f"its process was ended by signal {-code}" if code and code < 0 else f"its process ended with code {code}"
