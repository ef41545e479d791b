"""A reader that has seen enough ends factx as it ends cat or grep: quietly, by the signal SIGPIPE."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGPIPE = getattr(signal, "SIGPIPE", None)  # Windows has none


def end_by_signal() -> None:
    """Give the signal its effect, which Python takes from it at its start."""
    if SIGPIPE is not None:
        signal.signal(SIGPIPE, signal.SIG_DFL)


@contextmanager
def clean_up_first() -> Iterator[None]:
    """What has to be cleaned up within the block is, and only then does the signal end factx."""
    if SIGPIPE is None:
        yield
        return
    before = signal.signal(SIGPIPE, signal.SIG_IGN)
    left = False
    try:
        yield
    except BrokenPipeError:
        left = True
    finally:
        signal.signal(SIGPIPE, before)
    if left:
        signal.raise_signal(SIGPIPE)
