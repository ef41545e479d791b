"""Parts worked on by a Ray cluster, or by Ray on this machine. Only paths travel: all nodes see the same files."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from factx.errors import UsageError
from factx.scale.job import job_from
from factx.scale.outcome import outcome_from
from factx.scale.part import as_fields, part_from
from factx.scale.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.scale.job import Job
    from factx.scale.outcome import Outcome
    from factx.scale.part import Part

# Of a part whose Ray worker or node was lost; the part itself isolates what is poisonous in it.
RETRIES = 5
AHEAD = 2  # parts that wait for each processor, so that none is idle


def run(parts: Sequence[Part], job: Job, workers: int) -> Iterator[Outcome]:
    """The outcomes, as they come. ``workers`` 0: one a processor of the cluster. Raises UsageError without Ray."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray  # noqa: PLC0415  an extra
    except ImportError as error:
        message = "--engine ray needs Ray: pip install 'factx[ray]'"
        raise UsageError(message) from error
    if "RAY_ADDRESS" in os.environ:
        ray.init(log_to_driver=False, logging_level="ERROR")
    else:
        ray.init(log_to_driver=False, logging_level="ERROR", include_dashboard=False, num_cpus=workers or None)
    try:
        task = ray.remote(num_cpus=1, max_retries=RETRIES)(work)
        room = AHEAD * (workers or int(ray.cluster_resources().get("CPU", 1)))
        order = json.dumps(replace(job, folder=job.folder.resolve()).as_fields())
        waiting = [as_fields(part) for part in reversed(parts)]
        running: list[Any] = []
        while waiting or running:
            while waiting and len(running) < room:
                running.append(task.remote(waiting.pop(), order))
            [done], running = ray.wait(running)
            yield outcome_from(ray.get(done))
    finally:
        ray.shutdown()


def work(part: dict[str, Any], job: str) -> dict[str, Any]:
    """In a Ray worker: the outcome of one part."""
    return _supervisor(job).work(part_from(part)).as_fields()


@cache
def _supervisor(job: str) -> Supervisor:
    """The supervisor of this Ray worker, whose process outlives a part."""
    return Supervisor(job_from(json.loads(job)))
