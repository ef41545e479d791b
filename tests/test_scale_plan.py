"""Parts: they cover the inputs, cut JSON Lines between lines, and are the same whoever works on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.readers import Reading
from factx.scale.part import Part, as_fields, part_from
from factx.scale.plan import FILES, plan, share

if TYPE_CHECKING:
    from pathlib import Path

AUTO = Reading()

lines = st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b"") + b"\n"), max_size=60)


@given(lines=lines, size=st.integers(1, 300), tail=st.binary(max_size=5).map(lambda b: b.replace(b"\n", b"")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_are_cut_into_parts_that_hold_them_all(
    tmp_path: Path, lines: list[bytes], size: int, tail: bytes
) -> None:
    whole = b"x" + b"".join(lines) + tail  # no byte order mark
    file = tmp_path / "news.jsonl"
    file.write_bytes(whole)
    pieces = [piece for part in plan([str(file)], AUTO, size) for piece in part.pieces]
    assert b"".join(block for piece in pieces for block in piece.blocks()) == whole
    for piece in pieces:
        assert piece.line == whole[: piece.start].count(b"\n") + 1
        assert piece.start == 0 or whole[piece.start - 1 : piece.start] == b"\n"


def test_a_part_is_about_as_large_as_asked(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes((b"x" * 99 + b"\n") * 100)
    assert [part.size for part in plan([str(file)], AUTO, 1000)] == [1000] * 10


def test_files_are_never_cut_but_put_together(tmp_path: Path) -> None:
    files = []
    for number in range(6):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_bytes(b"x" * 400)
    parts = plan([str(file) for file in files], AUTO, 1000)
    assert [[piece.path for piece in part.pieces] for part in parts] == [
        [str(files[i]), str(files[i + 1])] for i in (0, 2, 4)
    ]


def test_many_small_files_are_several_parts() -> None:
    parts = plan([f"{number}.txt" for number in range(FILES + 1)], AUTO, 1 << 20)
    assert [len(part.pieces) for part in parts] == [FILES, 1]


def test_utf_16_is_not_cut(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "It rained."}\n' * 50, encoding="utf-16")
    [part] = plan([str(file)], AUTO, 100)
    assert part.pieces[0].stop is None


@pytest.mark.parametrize("of", [1, 2, 3, 7])
def test_shards_have_every_part_once(of: int) -> None:
    parts = [Part(number, (), 0) for number in range(20)]
    shared = [part for shard in range(1, of + 1) for part in share(parts, shard, of)]
    assert sorted(shared, key=lambda part: part.number) == parts


def test_a_part_goes_through_json(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(b"{}\n" * 100)
    for part in plan([str(file), "missing.txt"], AUTO, 50):
        assert part_from(as_fields(part)) == part


def test_a_part_is_known_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    digests = set()
    for said in ("It rained.", "It rained!", "It rained."):
        file.write_text(said)
        [part] = plan([str(file)], AUTO, 100)
        digests.add(part.digest())
    file.unlink()
    digests.add(part.digest())
    assert len(digests) == 3
