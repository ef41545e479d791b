"""Parts worked on by several processes of this machine."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from factx.scale.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factx.scale.job import Job
    from factx.scale.outcome import Outcome
    from factx.scale.part import Part


def run(parts: Sequence[Part], job: Job, workers: int, tell: Callable[[], None]) -> Iterator[Outcome]:
    """The outcomes, as they come. Raises what a supervisor raises; all processes are ended then, and at the end."""
    waiting: SimpleQueue[Part] = SimpleQueue()
    results: SimpleQueue[Outcome | BaseException] = SimpleQueue()
    for part in parts:
        waiting.put(part)
    stopped = Event()
    supervisors = [Supervisor(job, tell) for _ in range(min(workers, len(parts)))]
    threads = [Thread(target=_serve, args=(s, waiting, results, stopped), daemon=True) for s in supervisors]
    for thread in threads:
        thread.start()
    try:
        for _ in parts:
            result = results.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        stopped.set()
        for supervisor in supervisors:
            supervisor.close()


def _serve(
    supervisor: Supervisor,
    waiting: SimpleQueue[Part],
    results: SimpleQueue[Outcome | BaseException],
    stopped: Event,
) -> None:
    """Take parts until there are none."""
    while not stopped.is_set():
        try:
            results.put(supervisor.work(waiting.get_nowait()))
        except Empty:
            return
        except BaseException as error:  # noqa: BLE001  it is raised again where the outcomes are awaited
            results.put(error)
            return
