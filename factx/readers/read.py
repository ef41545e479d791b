"""One door for all inputs: opens a file, a folder or standard input, and hands it to its reader."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from shlex import quote
from typing import TYPE_CHECKING, TypeVar, cast

from factx.database.header import is_database
from factx.errors import InputError
from factx.readers.compressed import is_packed, unpacked
from factx.readers.content import content_format
from factx.readers.decode import announced
from factx.readers.folder import files
from factx.readers.formats import reader_of
from factx.readers.found import InputFormat
from factx.readers.head import begun
from factx.readers.jsonl import read_jsonl
from factx.readers.stored import NO_RECORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from factx.readers.found import Found, Reading, Stored

T = TypeVar("T")

STDIN = "-"
ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)


def read(path: str, how: Reading) -> Iterator[Found | Stored | InputError]:
    """What is in a file, in a folder's files, or for ``-`` in standard input, in its order.

    Errors are yielded, not raised.
    """
    for file in files_of(path, how):
        if isinstance(file, InputError):
            yield file
        else:
            yield from _read_file(file, how)


def files_of(path: str, how: Reading) -> Iterator[str | InputError]:
    """The files of a folder that are to be read; else ``path`` itself."""
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112  the path as given, which Path would rewrite
        yield path
    else:
        yield from files(path, how.globs)


def is_lines(path: str, how: Reading) -> bool:
    """Whether that file is read as JSON Lines in UTF-8, as they lie on the disk. Raises OSError."""
    with _opened(path) as stream:
        head, _ = begun(stream, telling=True)
    try:
        form = content_format(head, path, path, how)
    except InputError:
        return False
    return form is InputFormat.JSONL and not is_packed(head) and announced(head[:4]).startswith("utf-8")


def read_lines(path: str, how: Reading, start: int, stop: int, first: int) -> Iterator[Found | Stored | InputError]:
    """What is in bytes [start, stop) of a file of JSON Lines, whole lines of which the first is its ``first``-th."""
    return read_with(path, lambda stream, where, shown: read_jsonl(stream, where, shown, how, first), (start, stop))


def _read_file(path: str, how: Reading) -> Iterator[Found | Stored | InputError]:
    if how.records and path != STDIN and is_database(path):
        from factx.readers.database import read_database  # noqa: PLC0415  few runs read one

        return read_database(path, _writable(path))

    def by_format(stream: BinaryIO, where: str, shown: str | None) -> Iterator[Found | Stored | InputError]:
        head, stream = begun(stream, telling=how.format in {InputFormat.AUTO, InputFormat.NINJS})
        form = content_format(head, path, where, how)
        if not how.articles and form not in {InputFormat.JSON, InputFormat.JSONL}:
            raise InputError(where, NO_RECORD)
        asked = how.format if how.format is InputFormat.NINJS else form  # which comes as JSON or as lines of it
        return reader_of(form)(stream, where, shown, replace(how, format=asked))

    return read_with(path, by_format)


def read_with(
    path: str,
    reader: Callable[[BinaryIO, str, str | None], Iterator[T | InputError]],
    part: tuple[int, int] | None = None,
) -> Iterator[T | InputError]:
    """What ``reader`` makes of the unpacked stream, its name for messages, and its path.

    The path is that of a file, None for ``-``. ``part``: only these bytes of it, from and to.
    """
    shown = None if path == STDIN else _writable(path)
    where = shown or "standard input"
    try:
        with _opened(path, part) as opened:
            head, stream = begun(opened)
            yield from reader(unpacked(stream, head, where), where, shown)
    except InputError as error:
        yield error
    except IsADirectoryError:
        yield InputError(where, "is a folder; name a file in it")
    except FileNotFoundError:
        yield InputError(where, _missing(where))
    except OSError as error:
        yield InputError(where, f"cannot be read: {error.strerror or error}")


def _missing(where: str) -> str:
    if ADDRESS.match(where):
        return f"is an address, and factx asks no network; fetch it: curl -s {quote(where)} | factx extract -"
    return "no such file; check the name, or give - for standard input"


@contextmanager
def _opened(path: str, part: tuple[int, int] | None = None) -> Iterator[BinaryIO]:
    if path != STDIN:
        with open(path, "rb") as stream:  # noqa: PTH123  the path as given, which Path would rewrite
            yield stream if part is None else _bytes(stream, *part)
    elif sys.stdin is None:
        raise OSError(None, "it is closed")
    else:
        yield cast("BinaryIO", sys.stdin.buffer)


def _bytes(stream: BinaryIO, start: int, stop: int) -> BinaryIO:
    stream.seek(start)
    return BytesIO(stream.read(stop - start))


def _writable(path: str) -> str:
    """The path as UTF-8 can hold it: names on a disk may be any bytes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
