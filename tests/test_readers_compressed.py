"""Packed inputs, by their content; cut off, damaged, or made to fill a memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
import zstandard

from factx.errors import InputError
from factx.readers import Found, Reading, read
from factx.readers.compressed import unpacked
from tests.conftest import environment
from tests.pages import LINKED, TEXT, page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def zstd(data: bytes) -> bytes:
    """Without the size in the header, as a pipe is packed."""
    packer = zstandard.ZstdCompressor().compressobj()
    return packer.compress(data) + packer.flush()


PACKERS = [gzip.compress, bz2.compress, lzma.compress, zstd]
LINES = b"".join(b'{"text": "Number %d. It rained on day %d."}\n' % (n, n * n) for n in range(2000))


def unpack(data: bytes) -> bytes:
    return unpacked(io.BytesIO(data), data[:8], "in").read()


def found(path: Path, data: bytes) -> list[Found | InputError]:
    path.write_bytes(data)
    return [one for one in read(str(path), Reading()) if isinstance(one, Found | InputError)]


@pytest.mark.parametrize("pack", PACKERS)
def test_what_was_packed_is_unpacked(pack: Callable[[bytes], bytes]) -> None:
    noise = random.Random(0).randbytes(2**20)  # noqa: S311  no secret; more than a block of any of them
    for data in (b"", b"x", b"word " * 10**6, noise):
        assert unpack(pack(data)) == data
    assert unpack(pack(b"one ") + pack(b"two")) == b"one two"
    assert unpack(pack(b"one") + bytes(512)) == b"one"


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", TEXT.encode()),
        ("a", page(LINKED).encode()),
        ("a.html.zst", page(LINKED).encode()),
        ("a.json.xz", b'[{"text": "One."}]'),
        ("a.jsonl.bz2", b'{"text": "One."}\n'),
        ("a.csv.gz", b"id,text\n1,One.\n"),
        ("a.md.gz", b"# One\n\n*One.*"),
        ("a.txt.gz", TEXT.encode("utf-16")),
    ],
)
def test_every_format_may_be_packed_whatever_its_suffix_says(
    tmp_path: Path, pack: Callable[[bytes], bytes], name: str, data: bytes
) -> None:
    (packed,) = found(tmp_path / name, pack(data))
    (plain,) = found(tmp_path / name, data)
    assert isinstance(packed, Found)
    assert packed == plain


@pytest.mark.parametrize("pack", PACKERS)
def test_what_is_cut_off_is_an_error_after_what_is_whole(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    data = pack(LINES[: LINES.index(b"\n", len(LINES) // 2) + 1]) + pack(LINES)[:-300]
    *whole, error = found(tmp_path / "a.jsonl.gz", data)
    assert len(whole) >= 900
    assert all(isinstance(one, Found) for one in whole)
    assert isinstance(error, InputError)
    assert "is cut off" in str(error)


@pytest.mark.parametrize("pack", PACKERS)
def test_what_is_damaged_is_an_error(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    data = bytearray(pack(LINES))
    data[len(data) // 2 : len(data) // 2 + 50] = bytes(50)
    *_, error = found(tmp_path / "a.jsonl", bytes(data))
    assert isinstance(error, InputError)
    *_, error = found(tmp_path / "a.jsonl", pack(LINES) + b"something else")
    assert "is damaged: something else follows" in str(error)


@cache
def bomb(pack: Callable[[bytes], bytes]) -> bytes:
    """Some kilobytes that unpack to 64 megabytes of the same."""
    return pack(bytes(2**26))


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html", "a.csv"])
def test_what_unpacks_to_unreasonably_much_is_refused(
    tmp_path: Path, pack: Callable[[bytes], bytes], name: str
) -> None:
    (error,) = found(tmp_path / name, bomb(pack))
    assert "unpacks to more than 1000 times its size" in str(error)


def test_packed_lines_are_read_as_they_come() -> None:
    first, second = os.pipe()
    with open(first, "rb") as reading, open(second, "wb", buffering=0) as writing:  # noqa: PTH123  descriptors
        packer = zstandard.ZstdCompressor().compressobj()
        writing.write(packer.compress(b'{"text": "One."}\n') + packer.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))
        stream = unpacked(reading, b"\x28\xb5\x2f\xfd", "in")
        assert stream.readline() == b'{"text": "One."}\n'


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.zst"
    path.write_bytes(zstd(b"It rained."))
    code = (
        "import sys; sys.modules['zstandard'] = None\n"
        "from factx.readers import Reading, read\n"
        f"print(*read({str(path)!r}, Reading()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert (
        "is packed with Zstandard, which needs an extra: pip install 'factx[zst]' (or unpack it: zstd -d)"
        in done.stdout
    )
