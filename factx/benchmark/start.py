"""How long a command takes from nothing: the way of one article through the program, and of its help."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PAIRS = 3


def cold(article: Path) -> dict[str, float]:
    """Seconds of wall time, medians of pairs: of an article, of importing spaCy; of the help, of Python alone."""
    python, factx = [sys.executable], [sys.executable, "-m", "factx"]
    extract, spacy_ = _pairs([*factx, "extract", str(article)], [*python, "-c", "import spacy"])
    help_, nothing = _pairs([*factx, "--help"], [*python, "-c", "pass"])
    return {"extract": extract, "import spacy": spacy_, "--help": help_, "python -c pass": nothing}


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> tuple[float, float]:
    for command in (ours, theirs):
        _seconds(command)
    times = [(_seconds(ours), _seconds(theirs)) for _ in range(PAIRS)]
    return median(a for a, _ in times), median(b for _, b in times)


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  ourselves
    return time.perf_counter() - start
