"""A run: its plan, what of it is left to do, and the engine that does it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factx.errors import UsageError
from factx.scale.folder import Folder
from factx.scale.plan import plan, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factx.scale.job import Job
    from factx.scale.outcome import Outcome
    from factx.scale.part import Part


class Engine(StrEnum):
    """Where parts are worked on."""

    LOCAL = "local"
    RAY = "ray"


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Plan:
    """All parts, and of the shard's those that are to be done and those that are done already."""

    parts: tuple[Part, ...]
    left: tuple[Part, ...]
    done: tuple[Outcome, ...]


def planned(paths: Sequence[str], job: Job, shard: tuple[int, int], *, digest: str, resume: bool) -> Plan:
    """The plan of a run. ``digest``: of the job with its pipeline. Raises UsageError where it would write over another.

    A part counts as done if its input and its job are the same, and its records are there.
    """
    parts = plan(paths, job.reading, job.part_size)
    folder = Folder(job.folder)
    folder.made()
    left, done = [], []
    for part in share(parts, *shard):
        found = folder.done(part)
        if found and not resume:
            message = f"--out {folder.path}: holds a run; go on with it by --resume, or name another folder"
            raise UsageError(message)
        if found and found.job != digest:
            message = f"--out {folder.path}: holds a run with other options or by another version; name another folder"
            raise UsageError(message)
        if found and found.input == part.digest():
            done.append(found)
        else:
            left.append(part)
    if resume:
        folder.remove_after(len(parts))
    return Plan(parts, tuple(left), tuple(done))


def work(
    parts: Sequence[Part], job: Job, engine: Engine, workers: int, *, tell: Callable[[], None]
) -> Iterator[Outcome]:
    """The outcomes of the parts, as they come. Raises PipelineError, UsageError and FactxError."""
    if not parts:
        return
    if engine is Engine.RAY:
        from factx.scale import on_ray  # noqa: PLC0415  an extra

        yield from on_ray.run(parts, job, workers)
    else:
        from factx.scale import local  # noqa: PLC0415  not needed with the other

        yield from local.run(parts, job, workers, tell)
