"""A line on standard error that moves while one waits; only on a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from factx.cli.hangup import clean_up_first
from factx.cli.messages import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Waiting(Protocol):
    """What a person sees while they wait."""

    def __call__(self, words: str) -> None:
        """Set the line's words; with no words end it."""

    def advance(self) -> None:
        """One of what is counted is done, well or not."""


class Silent:
    """For those whom it would disturb."""

    def __call__(self, words: str) -> None:
        """Nothing is shown."""

    def advance(self) -> None:
        """Nothing is shown."""


@contextmanager
def progress(expected: Callable[[], int | None] = lambda: None) -> Iterator[Waiting]:
    """The line. ``expected`` is asked how many documents there are, where that is shown; None for unknown."""
    if not _looked_at():
        yield Silent()
        return
    from rich.console import Console  # noqa: PLC0415  only for those who look

    from factx.cli.bar import Bar  # noqa: PLC0415  the same

    messages.console = Console(stderr=True)
    bar = Bar(messages.console, expected())
    try:
        with clean_up_first(), bar.progress:
            yield bar
    finally:
        messages.console = None


def _looked_at() -> bool:
    """Whether there is a person who wants to see something move."""
    return not messages.quiet and sys.stderr is not None and sys.stderr.isatty()
