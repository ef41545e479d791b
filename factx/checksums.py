"""The files of a pipeline against the checksums beside them, which ``sha256sum -c sha256sums`` reads as well."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factx.errors import PipelineError

if TYPE_CHECKING:
    from pathlib import Path

SUMS = "sha256sums"
APART = frozenset({SUMS, "sha256", "README.md"})


def sums(folder: Path) -> str:
    """A line for each file: its SHA-256, two spaces, its name."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return "".join(f"{_sum(folder / name)}  {name}\n" for name in names if name not in APART)


def has_sums(folder: Path | None) -> bool:
    """Whether there is something to compare with."""
    return folder is not None and (folder / SUMS).is_file()


def verify(folder: Path) -> int:
    """How many files are as they were made. Raises PipelineError that names the first that is not.

    What tells of damage tells nothing of an enemy, who would change the checksums as well.
    """
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    for line in lines:
        wanted, _, name = line.partition("  ")
        file = folder / name
        if not file.is_file() or _sum(file) != wanted:
            what = "has changed" if file.is_file() else "is missing"
            message = f"{file} {what} since the pipeline was made; install it again"
            raise PipelineError(message)
    return len(lines)


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
