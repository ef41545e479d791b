"""The way of an article: read, annotate, write. What goes wrong with one leaves the others alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factx.cli.annotator import Annotator
from factx.cli.asked import Asked
from factx.cli.errors import Errors
from factx.cli.expected import expected
from factx.cli.messages import messages
from factx.cli.progress import progress
from factx.errors import NO_INPUT, OK, SOME_FAILED, InputError
from factx.readers import Stored, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factx.readers import Found, Reading
    from factx.record import Notice, Record
    from factx.selection import Selection
    from factx.writers import Writer


@dataclass(slots=True)
class Tally:
    """How many documents came how far."""

    read: int = 0
    written: int = 0
    failed: int = 0
    warned: int = 0

    def exit_code(self, *, strict: bool) -> int:
        """The contract's code for such a run."""
        if self.failed and not self.read:
            return NO_INPUT
        return SOME_FAILED if self.failed or (strict and self.warned) else OK


@dataclass(slots=True)
class Run:
    """One run over all inputs."""

    how: Reading
    writer: Writer
    pipeline: str | None
    selection: Selection
    keep_text: bool
    tells: Callable[[Notice], bool]  # whether a record's warning is told here: the writer may show it already
    to_terminal: bool
    tally: Tally
    of_nothing: bool = True  # whether what stands around the records is written though none could be read
    asked: Asked = field(init=False)
    errors: Errors = field(init=False, default_factory=Errors)

    def __post_init__(self) -> None:
        self.asked = Asked(self.how.keys)

    def over(self, paths: Sequence[str]) -> Tally:
        """Take every document of ``paths`` in turn. Raises PipelineError."""
        with progress(lambda: expected(paths, self.how)) as waiting:
            annotator = Annotator(self.pipeline, waiting)
            for path in paths:
                for found in read(path, self.how):
                    self._take(found, annotator)
                    waiting.advance()
            self.errors.close()
        if self.of_nothing or self.tally.exit_code(strict=False) != NO_INPUT:
            self.writer.close()
        for warning in self.asked.warnings():
            self.tally.warned += 1
            messages.warning(warning)
        return self.tally

    def _take(self, found: Found | Stored | InputError, annotator: Annotator) -> None:
        if isinstance(found, InputError):
            self.tally.failed += 1
            self.errors.tell(found)
            return
        self.tally.read += 1
        if not isinstance(found, Stored):
            self.asked.take(found)
        record = found.record if isinstance(found, Stored) else annotator.record(found)
        if record is None:
            self.tally.failed += 1
            return
        if self.to_terminal:
            annotator.tell("")
        selected = self.selection.of(record)
        try:
            self.writer.write(selected if self.keep_text else replace(selected, text=None))
        except InputError as error:
            self.tally.failed += 1
            messages.error(str(error))
            return
        self.tally.written += 1
        self._remark(found, record)

    def _remark(self, found: Found | Stored, record: Record) -> None:
        """Tell the warnings about a document, those of one kind together."""
        remarks = () if isinstance(found, Stored) else found.remarks
        self.tally.warned += bool(remarks or record.warnings)
        for remark in remarks:
            messages.warning(f"{found.where}: {remark}")
        told = [notice for notice in record.warnings if self.tells(notice)]
        first = {notice.code: notice.message for notice in reversed(told)}
        for code, count in Counter(notice.code for notice in told).items():
            more = f" (and {count - 1} more like it)" if count > 1 else ""
            messages.warning(f"{found.where}: {first[code]}{more} [{code}]")
