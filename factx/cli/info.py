"""``factx info``: which pipeline is at work."""

from pathlib import Path
from typing import Annotated

import typer

import factx
from factx.cli.options import Pipeline
from factx.cli.output import opened
from factx.errors import PipelineError

LISTED = 100  # a tag set is shorter and worth reading, the edits of a lemmatizer are more and not


def info(
    *,
    pipeline: Pipeline = None,
    path: Annotated[bool, typer.Option("--path", help="Show the folder of the pipeline alone.")] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="Compare the pipeline's files with their checksums, and nothing else.")
    ] = False,
) -> None:
    """Show the pipeline: name, version, folder, components, labels, checksum.

    Example:  factx info --path
    """
    lines = [_folder(pipeline)] if path else _verified(pipeline) if verify else _account(pipeline)
    with opened(None) as stream:
        stream.write("".join(f"{line}\n" for line in lines))


def _folder(pipeline: str | None) -> str:
    from factx import annotate  # noqa: PLC0415  the other commands do not need it

    folder = annotate.packaged() if pipeline is None else annotate.load(pipeline).path
    if folder is None or not folder.is_dir():
        message = f"no pipeline at {folder}; install factx again: pip install --force-reinstall factx"
        raise PipelineError(message)
    return str(folder)


def _verified(pipeline: str | None) -> list[str]:
    from factx import annotate  # noqa: PLC0415  the same
    from factx.checksums import has_sums, verify  # noqa: PLC0415  the same

    folder = Path(_folder(pipeline)) if pipeline else annotate.packaged()
    if not has_sums(folder):
        message = f"{folder} brings no checksums (sha256sums), so that nothing can be verified"
        raise PipelineError(message)
    return [f"{folder}: {verify(folder)} files are as they were made"]


def _account(pipeline: str | None) -> list[str]:
    from factx.annotate import pipeline_info  # noqa: PLC0415  the same

    nlp = factx.load(pipeline)
    made = pipeline_info(nlp)
    facts = {
        "factx": factx.__version__,
        "pipeline": made.name,
        "version": made.version,
        "sha256": made.sha256,
        "path": str(nlp.path),
        "components": ", ".join(nlp.pipe_names),
    }
    labels = {f"labels of {name}": _listed(labels) for name, labels in nlp.pipe_labels.items() if labels}
    return [f"{name}: {fact}" for name, fact in (facts | labels).items()]


def _listed(labels: list[str]) -> str:
    return ", ".join(labels) if len(labels) <= LISTED else f"{len(labels)}"
