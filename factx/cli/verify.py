"""``factx verify``: whether records are what they say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.articles import Tally
from factx.cli.messages import messages
from factx.cli.options import Glob, InputAs, Items, Key, Quiet, Verbose, piped
from factx.cli.output import opened, to_terminal
from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys
from factx.readers.marked import holds_records
from factx.readers.read import files_of
from factx.verification.writers import FindingFormat, finding_writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factx.article import Article
    from factx.verification import Checked


def verify(  # noqa: PLR0913  a parameter is an option
    files: Annotated[
        list[str] | None,
        typer.Argument(help="What factx extract wrote, and the articles; - or nothing reads records from a pipe."),
    ] = None,
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

    Exits with 0 if nothing is wrong, and with 4 if anything is. Every file that
    holds records is checked; the others are articles. The records' text is
    compared with theirs, and those made with --no-text can be checked: an article
    is found by the record's id, path, or file's name.

    Example:  factx extract news/*.txt --no-text -o records.jsonl
              factx verify records.jsonl news/*.txt
    """
    messages.listen(quiet=quiet, verbose=verbose)
    tally = Tally()
    how = Reading(input_format, Keys(text_key, id_key), items=items_key, globs=tuple(glob or ()), tell=messages.detail)
    records, texts = _parted(files or piped("verify"), how, tally)
    articles = list(_articles(texts, how, tally))
    with opened(None) as stream:
        writer = finding_writer(
            form or (FindingFormat.TABLE if to_terminal(None) else FindingFormat.JSONL),
            stream,
        )
        for checked in _checked(records, articles, tally):
            writer.write(checked)
        writer.close()
    raise typer.Exit(tally.exit_code(strict=False))


def _parted(paths: "Sequence[str]", how: Reading, tally: Tally) -> tuple[dict[str, bool], list[str]]:
    """The files of records, and whether they certainly are, and those of texts.

    What can be read only once is of records where it stands first, and so is the first file if there are no others.
    """
    found = [file for path in paths for file in files_of(path, how)]
    files = [file for file in found if not isinstance(file, InputError)]
    _fail((error for error in found if isinstance(error, InputError)), tally)
    records = {file: True for file in files if holds_records(file)}
    if files and files[0] not in records and not (records and Path(files[0]).is_file()):
        records[files[0]] = False
    return records, [file for file in files if file not in records]


def _fail(errors: "Iterable[InputError]", tally: Tally) -> None:
    for error in errors:
        tally.failed += 1
        messages.error(str(error))


def _articles(paths: "Sequence[str]", how: Reading, tally: Tally) -> "Iterator[Article]":
    """The articles that can be read; the others are named on standard error."""
    for path in paths:
        for found in read(path, how):
            if isinstance(found, Found):
                yield found.article
            elif isinstance(found, InputError):
                _fail([found], tally)


def _checked(records: dict[str, bool], articles: "list[Article]", tally: Tally) -> "Iterator[Checked]":
    from factx.verification.run import Verification  # noqa: PLC0415  help does without

    checks = Verification(articles, files=len(records))
    for path, certain in records.items():
        for checked in checks.over_file(path, certain=certain):
            if isinstance(checked, InputError):
                _fail([checked], tally)
                continue
            tally.read += checked.is_record
            tally.failed += bool(checked.problems)
            yield checked
    for remark in checks.remarks():
        messages.warning(remark)
