"""What factx tells a person, on standard error: a line for each message, ``factx: error: …``."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.writers.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import Console


@dataclass(slots=True)
class Messages:
    """How much is told. Errors always are; tracebacks and details only to those who ask."""

    quiet: bool = False
    verbose: bool = False
    console: Console | None = None  # where a progress line is shown, so that messages do not run into it

    _held: list[tuple[Callable[[str], None], str]] = field(default_factory=list)

    def hold(self, *, warnings: Iterable[str], details: Iterable[str]) -> None:
        """Keep what is to be told once it is known how much is."""
        self._held += [*((self.warning, message) for message in warnings), *((self.detail, said) for said in details)]

    def listen(self, *, quiet: bool, verbose: bool) -> None:
        """Say how much is told, and tell what was kept."""
        self.quiet, self.verbose = quiet, verbose
        for tell, message in self._held:
            tell(message)
        self._held.clear()

    def error(self, message: str, cause: BaseException | None = None) -> None:
        """Tell why something could not be done, and with ``verbose`` where in the program."""
        self._tell("error", "bold red", message)
        if cause and self.verbose:
            sys.stderr.writelines(traceback.format_exception(cause))

    def warning(self, message: str) -> None:
        """Tell what a person should look at."""
        if not self.quiet:
            self._tell("warning", "yellow", message)

    def note(self, message: str) -> None:
        """Tell what a person needs to know next."""
        if not self.quiet:
            self._tell("info", "dim", message)

    def detail(self, message: str) -> None:
        """Tell what was done."""
        if self.verbose:
            self._tell("info", "dim", message)

    def _tell(self, level: str, style: str, message: str) -> None:
        from rich.console import Console  # noqa: PLC0415  most runs have nothing to tell
        from rich.text import Text  # noqa: PLC0415  the same

        if sys.stderr is None:
            return
        line = Text.assemble("factx: ", (f"{level}: ", style), one_line(message))
        console = self.console or Console(stderr=True)
        console.print(line, soft_wrap=True, highlight=False)


messages = Messages()
