"""What several processes bring: the same articles by one and by more."""

from __future__ import annotations

import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factx.readers import InputFormat, Reading
from factx.scale import local
from factx.scale.folder import Folder
from factx.scale.job import Job
from factx.scale.plan import plan

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS = 8  # for each process, so that none is idle for long at the end
SECONDS = 20  # of work for one process, about: beside it the start of a process is little


def together(texts: Sequence[str], once: float, workers: int, pipeline: str | None) -> float:
    """How many times faster so many processes are than one, their start included. ``once``: seconds of ``texts``."""
    many = list(texts) * max(1, round(SECONDS / once))
    with TemporaryDirectory() as folder:
        file = Path(folder, "news.jsonl")
        file.write_text("".join(json.dumps({"text": text}) + "\n" for text in many), encoding="utf-8")
        size = file.stat().st_size // (PARTS * workers) + 1
        one, more = (_seconds(file, Job(Path(folder, str(n)), pipeline=pipeline), n, size) for n in (1, workers))
    return one / more


def _seconds(file: Path, job: Job, workers: int, size: int) -> float:
    Folder(job.folder).made()
    parts = plan([str(file)], Reading(InputFormat.JSONL), size)
    start = time.perf_counter()
    for _ in local.run(parts, job, workers, lambda: None):
        pass
    return time.perf_counter() - start
