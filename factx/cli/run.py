"""``factx run``: many articles, by several processes or machines, resumable."""

import os
import re
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.asked import Asked
from factx.cli.messages import messages
from factx.cli.options import Glob, InputAs, Items, Key, Pipeline, PublishedOn, Quiet, Verbose
from factx.cli.progress import progress
from factx.cli.selecting import Kinds, MinConfidence, NoText, selection
from factx.cli.startup import import_spacy
from factx.errors import NO_INPUT, OK, SOME_FAILED, UsageError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys
from factx.scale.folder import Folder
from factx.scale.job import Job, Limits
from factx.scale.run import Engine, cores, planned, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.record import PipelineInfo
    from factx.scale.outcome import Outcome
    from factx.scale.run import Plan

WORK = "How the work is done"
# How many articles are looked at before the work begins.
LOOKED_AT = 100


def run(  # noqa: PLR0913  a parameter is an option
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files and folders of articles.")],
    *,
    out: Annotated[Path, typer.Option("--out", "--output", "-o", metavar="DIR", help="The folder of the run.")],
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0: one a core.", rich_help_panel=WORK)
    ] = 0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with what DIR holds of the run.", rich_help_panel=WORK)
    ] = False,
    shard: Annotated[
        str | None,
        typer.Option("--shard", metavar="I/N", help="Only the I-th of N shares of the work.", rich_help_panel=WORK),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="ray: RAY_ADDRESS or this machine.", rich_help_panel=WORK)] = (
        Engine.LOCAL
    ),
    time_limit: Annotated[
        float,
        typer.Option(metavar="SECONDS", min=0, help="For one document; 0: none.", rich_help_panel=WORK),
    ] = 600.0,
    memory_limit: Annotated[
        int, typer.Option(metavar="MIB", min=0, help="For one process; 0: none.", rich_help_panel=WORK)
    ] = 0,
    part_size: Annotated[
        int,
        typer.Option(metavar="KIB", min=1, help="Input that is worked on, and lost, together.", rich_help_panel=WORK),
    ] = 1024,
    date: PublishedOn = None,
    no_text: NoText = False,
    pipeline: Pipeline = None,
    kind: Kinds = None,
    min_confidence: MinConfidence = 0.0,
    input_format: InputAs = InputFormat.AUTO,
    text_key: Key = "text",
    id_key: Key = "id",
    date_key: Key = "date",
    title_key: Key = "title",
    url_key: Key = "url",
    author_key: Key = "author",
    items_key: Items = None,
    glob: Glob = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Extract many articles into a folder: several processes or machines, resumable, every failure listed.

    DIR gets parts/*.jsonl, manifest.json and failed.jsonl. The same inputs give
    the same parts, whoever works on them.

    Example:  factx run news/*.jsonl --out records -j 4
              factx run news/*.jsonl --out records -j 4 --resume
    """
    messages.listen(quiet=quiet, verbose=verbose)
    if memory_limit and os.name == "nt":
        message = "--memory-limit: this system has no way to limit the memory of a process"
        raise UsageError(message)
    job = Job(
        out,
        Reading(
            input_format,
            Keys(text_key, id_key, date_key, title_key, url_key, author_key),
            date,
            items=items_key,
            globs=tuple(glob or ()),
        ),
        pipeline,
        selection(kind, min_confidence),
        not no_text,
        Limits(time_limit, memory_limit),
        part_size << 10,
    )
    share, info = _shard(shard), _pipeline(pipeline)
    for warning in looked_at(inputs, job.reading):
        messages.warning(warning)
    plan = planned(inputs, job, share, digest=job.digest(info.sha256), resume=resume)
    workers = jobs or (0 if engine is Engine.RAY else cores())
    try:
        outcomes = [*plan.done, *_worked(plan, job, engine, workers)]
    except KeyboardInterrupt:
        messages.error(f"interrupted; what is done is in {out}: go on with --resume")
        raise
    totals = Folder(out).finish(plan.parts, job.as_fields(), info)
    written, failed = sum(o.records for o in outcomes), sum(len(o.failed) for o in outcomes)
    messages.note(f"{out}: {', '.join(_counted(n, what) for what, n in totals.items())}{_listed(out, totals)}")
    raise typer.Exit(OK if not failed else SOME_FAILED if written else NO_INPUT)


def looked_at(inputs: list[str], how: Reading) -> "Iterator[str]":
    """What a person should look at before a long run: keys that none of the first articles has."""
    asked = Asked(how.keys, first=LOOKED_AT)
    found = (item for path in inputs for item in read(path, how) if isinstance(item, Found))
    for item in islice(found, LOOKED_AT):
        asked.take(item)
    return asked.warnings()


def _worked(plan: "Plan", job: Job, engine: Engine, workers: int) -> "Iterator[Outcome]":
    """Have what is left done, telling how far that is and what failed."""
    taken = count(1)
    with progress(lambda: len(plan.left)) as waiting:
        waiting("starting")
        for outcome in work(plan.left, job, engine, workers, tell=lambda: waiting(f"{next(taken):,} articles")):
            waiting.advance()
            for failure in outcome.failed:
                messages.error(f"{failure.where}: {failure.reason} [{failure.why}]")
            yield outcome


def _counted(number: int, what: str) -> str:
    """Such as "1 part", "2 parts", "3 failed"."""
    return f"{number:,} {what.removesuffix('s') if number == 1 else what}"


def _listed(out: Path, totals: dict[str, int]) -> str:
    return f" (see {out / 'failed.jsonl'})" if totals["failed"] else ""


def _shard(said: str | None) -> tuple[int, int]:
    if said is None:
        return 1, 1
    match = re.fullmatch(r"([0-9]+)/([0-9]+)", said)
    if match and 1 <= int(match[1]) <= int(match[2]):
        return int(match[1]), int(match[2])
    message = f"--shard {said}: write it as I/N, the first of four shares being 1/4"
    raise UsageError(message)


def _pipeline(name: str | None) -> "PipelineInfo":
    """What would annotate, so that a run is not gone on with by another. Raises PipelineError."""
    import_spacy()
    from factx.annotate import load, pipeline_info  # noqa: PLC0415  after spaCy's lean import
    from factx.checksums import has_sums, verify  # noqa: PLC0415  the same

    nlp = load(name)
    if nlp.path is not None and has_sums(nlp.path):
        verify(nlp.path)
    return pipeline_info(nlp)
