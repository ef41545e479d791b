"""What is installed from the wheel, not the checkout: all data are in it, nothing else is, and it works elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT, SEED, environment

if TYPE_CHECKING:
    from collections.abc import Callable

BACKEND = """
import sys
from hatchling.build import build_sdist, build_wheel
build_wheel(sys.argv[1])
build_sdist(sys.argv[1])
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel: pip install -e '.[dev]'")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-c", BACKEND, folder], cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """The program of the wheel, run in another folder; its dependencies are those of the tests."""
    target, elsewhere = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("elsewhere")
    (wheel,) = built.glob("*.whl")
    with ZipFile(wheel) as archive:  # a wheel of Python alone is unpacked, no more
        archive.extractall(target)  # noqa: S202  it was built a moment ago

    def run(*arguments: str | Path) -> bytes:
        command = [sys.executable, *map(str, arguments)]
        variables = environment(PYTHONPATH=str(target))
        return subprocess.run(command, cwd=elsewhere, env=variables, check=True, stdout=subprocess.PIPE).stdout

    assert Path(os.fsdecode(run("-c", "import factx; print(factx.__file__, end='')"))).is_relative_to(target)
    return run


def test_the_wheel_has_every_file_of_the_package_and_no_other(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "factx").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {Path(name).suffix for name in names} >= {".json", ".jsonl", ".onnx", ".msgpack", ".sql", ".css", ".js"}


def test_the_source_has_the_tests_too(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "LICENSE",
        "pyproject.toml",
        "seeds/gaza.txt",
        "tests/check.py",
        "factx/lexicons/units.json",
    } <= names
    assert not any("__pycache__" in name or name.startswith((".git/", ".ci")) for name in names)


def test_the_installed_program_reads_the_seed(installed: Callable[..., bytes]) -> None:
    said = installed("-m", "factx", "extract", SEED, "--date", "2023-11-12")
    assert len(json.loads(said)["claims"]) > 5
    assert installed("-m", "factx", "view", SEED, "--date", "2023-11-12").startswith(b"<!")
    installed("-m", "factx", "extract", SEED, "-o", "news.db")
    assert b"Peskov" in installed("-m", "factx", "query", "news.db", "--who", "Peskov")
    installed("-m", "factx", "run", SEED, "--out", "out", "-j", "1")
    assert b"files are as they were made" in installed("-m", "factx", "info", "--verify")
    assert b"$schema" in installed("-m", "factx", "schema")
