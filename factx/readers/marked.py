"""Which files hold records, by the key that every record begins with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from factx.database.header import is_database
from factx.readers.read import read_with
from factx.readers.stored import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

KEY = re.compile(rb'"%b"\s*:' % MARK.encode())
CHUNK, LONGEST = 2**20, 64  # bytes that are looked at together, and of one that its key may be cut in two by


def holds_records(path: str) -> bool:
    """Whether something in the file is a record, however damaged; never of a stream, which can be read only once."""
    return Path(path).is_file() and (is_database(path) or any(found is True for found in read_with(path, _marked)))


def _marked(stream: BinaryIO, *_: object) -> Iterator[bool]:
    before = b""
    while chunk := stream.read(CHUNK):
        if KEY.search(before + chunk):
            yield True
            return
        before = chunk[-LONGEST:]
