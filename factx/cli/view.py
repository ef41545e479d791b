"""``factx view``: the articles with their claims, as a page for a browser."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from factx.cli.articles import Run, Tally
from factx.cli.destination import destination, known_suffix
from factx.cli.messages import messages
from factx.cli.options import Glob, InputAs, Items, Key, Pipeline, PublishedOn, Quiet, Verbose, piped
from factx.cli.output import STDOUT
from factx.errors import UsageError
from factx.readers import InputFormat, Reading
from factx.readers.found import Keys
from factx.selection import Selection
from factx.writers import Format
from factx.writers.formats import SUFFIXES

PAGES = [suffix for suffix, form in SUFFIXES.items() if form is Format.HTML]


def view(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None,
        typer.Argument(
            help="Articles as factx extract reads them, or what it wrote; - or nothing reads standard input."
        ),
    ] = None,
    *,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the page here.")] = None,
    show: Annotated[
        bool,
        typer.Option("--open", help="Show it in the browser; without --output from a temporary file, which stays."),
    ] = False,
    date: PublishedOn = None,
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
    """Write a page to look at: the article with its claims, their sources, dates and numbers.

    Articles are read as factx extract reads them; records that it wrote are
    shown as they are. Several documents share one page, with an index. The page
    is one file and needs no network: open it from the disk, print it, mail it.

    Example:  factx view article.txt --date 2023-11-12 --open
              factx view records.jsonl -o page.html
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
    paths = files or piped("view")
    if show and output == STDOUT:
        message = "--open needs a file; leave out --output -, or name one"
        raise UsageError(message)
    if output is not None:
        known_suffix(output, PAGES, "a page has no other format")
    place = _kept() if show and output is None else nullcontext(output)
    with place as target, destination(Format.HTML, target, paths, how) as writer:
        run = Run(
            how,
            writer,
            pipeline,
            Selection(),
            keep_text=True,
            tells=lambda _: False,  # the page shows them
            to_terminal=False,
            tally=Tally(),
        )
        tally = run.over(paths)
        if not tally.written:
            raise typer.Exit(tally.exit_code(strict=False))  # an earlier file stays as it was
    if show and target:
        _show(Path(target))
    raise typer.Exit(tally.exit_code(strict=False))


@contextmanager
def _kept() -> Iterator[str]:
    """A file in a folder of this user alone; what is written there stays."""
    import tempfile  # noqa: PLC0415  no other command needs it

    folder = Path(tempfile.mkdtemp(prefix="factx-"))
    try:
        yield str(folder / "page.html")
    finally:
        if not any(folder.iterdir()):
            folder.rmdir()


def _show(page: Path) -> None:
    import webbrowser  # noqa: PLC0415  the same

    address = page.resolve().as_uri()
    if webbrowser.open(address):
        messages.note(f"the page is at {address}")
    else:
        messages.warning(f"no browser could be started; open {address}")
