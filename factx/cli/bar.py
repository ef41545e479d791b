"""The line that moves: what is read now and, where it is known how many there are, how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from factx.writers.printable import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Task

NARROW = 20  # columns of the bar itself, so that a name still fits beside it


class Bar:
    """Shown from its start to its end; ``total`` documents, or nobody knows how many."""

    def __init__(self, console: Console, total: int | None) -> None:
        columns: list[ProgressColumn] = [SpinnerColumn()]
        if total is not None:
            columns += [BarColumn(NARROW), MofNCompleteColumn(), Rate(), TimeRemainingColumn(compact=True)]
        columns.append(TextColumn("{task.description}", markup=False))
        self.progress = Progress(
            *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self.progress.add_task("", total=total)

    def __call__(self, words: str) -> None:
        """Set the line's words; with no words end it."""
        if words:
            self.progress.update(self._task, description=one_line(words))
        else:
            self.progress.stop()

    def advance(self) -> None:
        """One document is done, well or not."""
        self.progress.advance(self._task)


class Rate(ProgressColumn):
    """Documents a second, or a minute where these are few."""

    def render(self, task: Task) -> Text:
        """Nothing before the first two are done."""
        speed = task.finished_speed or task.speed
        if not speed:
            return Text()
        return Text(f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.1f}/min", "progress.data.speed")
