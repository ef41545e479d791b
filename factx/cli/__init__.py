"""The command line. ``main`` is the program ``factx``."""

from __future__ import annotations

import os

from factx.cli.hangup import end_by_signal
from factx.errors import INTERRUPTED

__all__ = ["main"]


def main() -> int:
    """Run the command line of this process; returns its exit code."""
    end_by_signal()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # products this small only wait for each other's threads
    try:
        from factx.cli.app import run  # noqa: PLC0415  importing takes long enough to be interrupted

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
