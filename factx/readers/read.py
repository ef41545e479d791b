"""One door for all inputs: opens a file or standard input and hands it to its reader."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar, cast

from factx.database.header import is_database
from factx.errors import InputError
from factx.readers.found import InputFormat
from factx.readers.jsonl import read_jsonl
from factx.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from factx.readers.found import Found, Reading, Stored

T = TypeVar("T")

STDIN = "-"
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
READERS = {InputFormat.TEXT: read_text, InputFormat.JSONL: read_jsonl}


def read(path: str, how: Reading) -> Iterator[Found | Stored | InputError]:
    """What is in a file, or in standard input for ``-``, in its order. Errors are yielded, not raised."""
    if how.records and path != STDIN and is_database(path):
        from factx.readers.database import read_database  # noqa: PLC0415  few runs read one

        return read_database(path, _writable(path))
    reader = READERS[_format(path, how.format)]
    return read_with(path, lambda stream, where, shown: reader(stream, where, shown, how))


def read_with(
    path: str, reader: Callable[[BinaryIO, str, str | None], Iterator[T | InputError]]
) -> Iterator[T | InputError]:
    """What ``reader`` makes of the stream, its name for messages, and its path: that of a file, None for ``-``."""
    shown = None if path == STDIN else _writable(path)
    where = shown or "standard input"
    try:
        with _opened(path) as stream:
            yield from reader(stream, where, shown)
    except InputError as error:
        yield error
    except IsADirectoryError:
        yield InputError(where, f"is a folder; name the files in it, as in {where.rstrip('/')}/*")
    except FileNotFoundError:
        yield InputError(where, "no such file; check the name, or give - for standard input")
    except OSError as error:
        yield InputError(where, f"cannot be read: {error.strerror or error}")


def _format(path: str, asked: InputFormat) -> InputFormat:
    if asked is not InputFormat.AUTO:
        return asked
    lines = PurePath(path).suffix.lower() in JSONL_SUFFIXES
    return InputFormat.JSONL if lines else InputFormat.TEXT


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path != STDIN:
        with open(path, "rb") as stream:  # noqa: PTH123  the path as given, which Path would rewrite
            yield stream
    elif sys.stdin is None:
        raise OSError(None, "it is closed")
    else:
        yield cast("BinaryIO", sys.stdin.buffer)


def _writable(path: str) -> str:
    """The path as UTF-8 can hold it: names on a disk may be any bytes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
