"""``factx verify``: whether records are what they say."""

from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.articles import Tally
from factx.cli.messages import messages
from factx.cli.options import Glob, InputAs, Items, Key, Quiet, Verbose, piped
from factx.cli.output import opened, to_terminal
from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys
from factx.readers.read import read_with
from factx.verification.writers import FindingFormat, finding_writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.article import Article
    from factx.verification import Checked


def verify(  # noqa: PLR0913  a parameter is an option
    records: Annotated[
        str | None, typer.Argument(help="What factx extract wrote; - or nothing reads standard input.")
    ] = None,
    texts: Annotated[list[str] | None, typer.Argument(help="The articles that it was made of.")] = None,
    *,
    form: Annotated[
        FindingFormat | None, typer.Option("--format", "-f", help="Default: table on a terminal, else jsonl.")
    ] = None,
    input_format: InputAs = InputFormat.AUTO,
    text_key: Key = "text",
    id_key: Key = "id",
    items_key: Items = None,
    glob: Glob = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check every slice, hash and reference of records, and tell each problem.

    Exits with 0 if nothing is wrong, and with 4 if anything is. With TEXT, the
    records' text is compared with it too, and those made with --no-text can be
    checked: an article is found by the record's id, path, or file's name.

    Example:  factx extract news/*.txt --no-text -o records.jsonl
              factx verify records.jsonl news/*.txt
    """
    messages.listen(quiet=quiet, verbose=verbose)
    tally = Tally()
    how = Reading(input_format, Keys(text_key, id_key), items=items_key, globs=tuple(glob or ()), tell=messages.detail)
    articles = list(_articles(texts or (), how, tally))
    with opened(None) as stream:
        writer = finding_writer(
            form or (FindingFormat.TABLE if to_terminal(None) else FindingFormat.JSONL),
            stream,
        )
        for checked in _checked(records or piped("verify")[0], articles, tally):
            writer.write(checked)
        writer.close()
    raise typer.Exit(tally.exit_code(strict=False))


def _articles(paths: "list[str] | tuple[()]", how: Reading, tally: Tally) -> "Iterator[Article]":
    """The articles that can be read; the others are named on standard error."""
    for path in paths:
        for found in read(path, how):
            if isinstance(found, Found):
                yield found.article
            elif isinstance(found, InputError):
                tally.failed += 1
                messages.error(str(found))


def _checked(path: str, articles: "list[Article]", tally: Tally) -> "Iterator[Checked]":
    from factx.verification.run import Verification  # noqa: PLC0415  help does without

    checks = Verification(articles)
    for checked in read_with(path, lambda stream, where, _: checks.over(stream, where)):
        if isinstance(checked, InputError):
            tally.failed += 1
            messages.error(str(checked))
            continue
        tally.read += checked.is_record
        tally.failed += bool(checked.problems)
        yield checked
    for remark in checks.remarks():
        messages.warning(remark)
