"""A line on standard error that moves while one waits; only on a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factx.cli.hangup import clean_up_first
from factx.cli.messages import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """What sets the line's words, and with no words ends it. Does nothing where it would disturb."""
    if messages.quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  only for those who look
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415  the same

    messages.console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    line = Progress(*columns, console=messages.console, transient=True, redirect_stdout=False, redirect_stderr=False)
    task = line.add_task("")

    def tell(words: str) -> None:
        if words:
            line.update(task, description=words)
        else:
            line.stop()

    try:
        with clean_up_first(), line:
            yield tell
    finally:
        messages.console = None


@contextmanager
def counting(total: int) -> Iterator[Callable[[int], None]]:
    """What moves a bar on by so much of ``total``; it shows the share, and the time left."""
    if messages.quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  only for those who look
    from rich.progress import Progress  # noqa: PLC0415  the same

    messages.console = Console(stderr=True)
    with Progress(console=messages.console, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=total)
        try:
            yield lambda size: bar.advance(task, size)
        finally:
            messages.console = None
