"""The command line. ``program`` is what ``factx`` runs."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from factx.cli.hangup import end_by_signal
from factx.errors import INTERRUPTED

__all__ = ["main", "program"]

# Objects made before the collector looks for cycles among the youngest: imports make many and leave none.
YOUNGEST = 50_000


def main() -> int:
    """Run the command line of this process; returns its exit code."""
    end_by_signal()
    gc.set_threshold(YOUNGEST, *gc.get_threshold()[1:])
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # products this small only wait for each other's threads
    try:
        from factx.cli.app import run  # noqa: PLC0415  importing takes long enough to be interrupted

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED


def program() -> NoReturn:
    """``main``, and out: everything is written by then, and taking spaCy's modules down one by one costs 0.13 s."""
    code = main()
    with suppress(OSError, ValueError):  # a stream that is gone or closed has had its message
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    os._exit(code)
