"""A pipeline's folder is data: none of its files is run, and one that is damaged is an error that names it."""

from __future__ import annotations

import ast
import pickle
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import factx as package
from factx.annotate import annotate, load, packaged
from factx.article import Article
from factx.checksums import SUMS, sums, verify
from factx.errors import PipelineError

if TYPE_CHECKING:
    from tests.conftest import Factx

WEIGHTS = sorted(
    file.relative_to(packaged()).as_posix()
    for file in packaged().rglob("*")
    if file.suffix in {".onnx", ".msgpack"} or file.name == "tokenizer.json"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the packaged pipeline."""
    return Path(shutil.copytree(packaged(), tmp_path / "pipeline"))


class Bomb:
    """Leaves a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


def test_nothing_in_the_folder_is_run_or_unpickled(folder: Path, tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    code = f"open({str(trace)!r}, 'w')"
    for where in (folder, *(path for path in folder.iterdir() if path.is_dir())):
        for name in ("__init__.py", "factx_encoder.py", "sitecustomize.py", "conftest.py", "setup.py", "functions.py"):
            (where / name).write_text(code)
        for name in ("model.pkl", "model", "head.pkl", "data.pickle"):
            (where / name).write_bytes(pickle.dumps(Bomb(trace)))
    annotate(load(str(folder)), Article("Ana Lund said that it rained.", "x"))
    assert not trace.exists()


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_pickle_in_the_place_of_weights_is_not_unpickled(folder: Path, tmp_path: Path, name: str) -> None:
    trace = tmp_path / "ran"
    (folder / name).write_bytes(pickle.dumps(Bomb(trace)))
    with pytest.raises(PipelineError, match=Path(name).name):
        load(str(folder))
    assert not trace.exists()


def test_no_code_of_factx_unpickles_or_evaluates() -> None:
    forbidden = {"pickle", "cloudpickle", "dill", "joblib", "marshal", "shelve"}
    for path in Path(package.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert not {one.name for one in node.names} & forbidden, path
            elif isinstance(node, ast.ImportFrom):
                assert node.module not in forbidden, path
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec"}, path


def test_a_factory_that_nobody_brings_is_an_error(folder: Path) -> None:
    config = (folder / "config.cfg").read_text()
    (folder / "config.cfg").write_text(config.replace('factory = "factx_senter"', 'factory = "no_such_factory"'))
    with pytest.raises(PipelineError, match="no_such_factory"):
        load(str(folder))


@pytest.mark.parametrize("damage", [b"", b"\0\xff garbage", None])
@pytest.mark.parametrize("name", [*WEIGHTS, "config.cfg", "meta.json", "tokenizer"])
def test_a_damaged_file_is_named(folder: Path, name: str, damage: bytes | None) -> None:
    if damage is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(damage)
    with pytest.raises(PipelineError, match=Path(name).name if name in WEIGHTS else "cannot be loaded"):
        load(str(folder))


@pytest.mark.parametrize("name", [*WEIGHTS, "vocab/strings.json"])
def test_one_bit_is_seen_by_the_checksums(folder: Path, name: str) -> None:
    assert verify(folder) == len(sums(folder).splitlines())
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(PipelineError, match=f"{name} has changed"):
        verify(folder)


def test_the_checksums_beside_the_packaged_pipeline_are_its_files() -> None:
    assert (packaged() / SUMS).read_text() == sums(packaged())


def test_the_program_names_what_is_damaged(factx: Factx, folder: Path, tmp_path: Path) -> None:
    assert factx("info", "--verify").returncode == 0
    (tmp_path / "a.txt").write_text("It rained.")
    weights = folder / "factx_ner" / "head.msgpack"
    data = bytearray(weights.read_bytes())
    data[-3] ^= 1
    weights.write_bytes(data)
    for arguments in (("info", "--verify"), ("run", "a.txt", "--out", "out")):
        done = factx(*arguments, "--pipeline", folder)
        assert done.returncode == 5
        assert str(weights) in done.err.replace("\n", "")
    weights.unlink()
    assert factx("extract", "a.txt", "--pipeline", folder).returncode == 5


def test_without_checksums_there_is_nothing_to_verify(factx: Factx, folder: Path) -> None:
    (folder / SUMS).unlink()
    done = factx("info", "--verify", "--pipeline", folder)
    assert (done.returncode, "brings no checksums" in done.err) == (5, True)
