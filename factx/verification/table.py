"""Findings for people: a document's problems under its name, and at the end what was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.writers.printable import one_line
from factx.writers.table.page import Page, counted
from factx.writers.table.styles import BETWEEN, QUIET, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from factx.verification.problem import Checked, Problem


class FindingTable:
    """Writes each document that has problems, and a line about all."""

    def __init__(self, stream: TextIO) -> None:
        self._page = Page(stream)
        self._checked = self._wrong = self._claims = self._spans = self._problems = 0

    def write(self, checked: Checked) -> None:
        """Print its problems and flush them."""
        self._checked += 1
        self._claims += checked.claims
        self._spans += checked.spans
        self._wrong += bool(checked.problems)
        self._problems += len(checked.problems)
        if checked.problems:
            self._page.print(_view(checked))

    def close(self) -> None:
        """Print what was checked."""
        what = [counted(self._checked, "record"), counted(self._claims, "claim"), counted(self._spans, "span")]
        verdict = "no problem"
        if self._problems:
            verdict = f"{counted(self._problems, 'problem')} in {counted(self._wrong, 'record')}"
        line = Text.assemble((verdict, WARNING if self._problems else "bold"), (BETWEEN + BETWEEN.join(what), QUIET))
        self._page.print([(Text(), line)])


def _view(checked: Checked) -> Iterator[tuple[Text, Text]]:
    name = _shown(checked.document or "no id")
    yield Text(), Text.assemble((_shown(checked.where), "bold"), (BETWEEN + name, QUIET))
    for problem in checked.problems:
        yield Text("  "), _line(problem)
    yield Text(), Text()


def _line(problem: Problem) -> Text:
    line = Text.assemble((problem.code.value, WARNING), "  ", _shown(problem.message))
    if problem.span:
        line.append(f"  {list(problem.span)}", QUIET)
    return line


def _shown(text: str) -> str:
    """On one line, and in UTF-8, which a damaged record's half characters are not."""
    return one_line(text.encode("utf-8", "backslashreplace").decode())
