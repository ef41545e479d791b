"""``factx diff``: what two versions of an article, or two runs, claim differently."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.annotator import Annotator
from factx.cli.articles import Tally
from factx.cli.asked import Asked
from factx.cli.expected import expected
from factx.cli.messages import messages
from factx.cli.options import Glob, InputAs, Items, Key, Pipeline, PublishedOn, Quiet, Verbose
from factx.cli.output import opened, to_terminal
from factx.cli.progress import progress
from factx.comparison.writers import DiffFormat, diff_writer
from factx.errors import DIFFERENT, NO_INPUT, OK, InputError
from factx.readers import InputFormat, Reading, Stored, read
from factx.readers.found import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.comparison import Comparison
    from factx.record import Record

Version = Annotated[str, typer.Argument(help="An article, articles, or what factx extract wrote.", show_default=False)]


def diff(  # noqa: PLR0913  a parameter is an option
    old: Version,
    new: Version,
    *,
    date: PublishedOn = None,
    form: Annotated[
        DiffFormat | None, typer.Option("--format", "-f", help="Default: table on a terminal, else jsonl.")
    ] = None,
    confidence: Annotated[
        float | None,
        typer.Option(
            "--confidence", metavar="D", min=0, max=1, help="A confidence that differs by D or more is a change too."
        ),
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 6 if anything differs.")] = False,
    pipeline: Pipeline = None,
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
    """Show which claims were added, dropped, reworded or changed between two versions.

    Documents are paired by id, URL, path or file name; claims by their words,
    wherever these stand. Told is what changed of a claim: its wording, source,
    cue, numbers, dates, kind, how much is quoted, polarity and modality.

    Example:  factx diff old.txt new.txt --date 2023-11-12
              factx diff monday.jsonl tuesday.jsonl --exit-code
    """
    messages.listen(quiet=quiet, verbose=verbose)
    how = Reading(
        input_format,
        Keys(text_key, id_key, date_key, title_key, url_key, author_key),
        date,
        records=True,
        items=items_key,
        globs=tuple(glob or ()),
        tell=messages.detail,
    )
    sides, failed = _read((old, new), how, pipeline)
    if sides is None:
        raise typer.Exit(NO_INPUT)
    with opened(None) as stream:
        writer = diff_writer(
            form or (DiffFormat.TABLE if to_terminal(None) else DiffFormat.JSONL), stream, _shared(*sides)
        )
        differs = False
        for comparison in _compared(*sides, confidence):
            differs = differs or comparison.differs
            writer.write(comparison)
        writer.close()
    raise typer.Exit(failed or (DIFFERENT if exit_code and differs else OK))


def _read(
    paths: "tuple[str, str]", how: Reading, pipeline: str | None
) -> "tuple[tuple[list[Record], list[Record]] | None, int]":
    """The records of both, or None where there are none of one; and the exit code of reading. Raises PipelineError."""
    tally, asked = Tally(), Asked(how.keys)
    with progress(lambda: expected(paths, how)) as waiting:
        annotator = Annotator(pipeline, waiting)
        old, new = (list(_records(path, how, annotator, tally, asked)) for path in paths)
    for warning in asked.warnings():
        messages.warning(warning)
    return ((old, new) if old and new else None), tally.exit_code(strict=False)


def _records(path: str, how: Reading, annotator: Annotator, tally: Tally, asked: Asked) -> "Iterator[Record]":
    """The documents that can be read; the others are named on standard error."""
    for found in read(path, how):
        if isinstance(found, InputError):
            messages.error(str(found))
            record = None
        else:
            tally.read += 1
            if not isinstance(found, Stored):
                asked.take(found)
            record = found.record if isinstance(found, Stored) else annotator.record(found)
        annotator.tell.advance()
        if record is None:
            tally.failed += 1
        else:
            yield record


def _shared(*sides: "Sequence[Record]") -> set[str | None]:
    """Paths that several documents of a side have."""
    return {path for side in sides for path, count in Counter(record.path for record in side).items() if count > 1}


def _compared(old: "Sequence[Record]", new: "Sequence[Record]", confidence: float | None) -> "Iterator[Comparison]":
    from factx.comparison import Comparison, compared, paired  # noqa: PLC0415  help does without

    for one, other in paired(old, new):
        yield compared(one, other, confidence) if one and other else Comparison(one, other)
