"""The way of an article: read, annotate, write. What goes wrong with one leaves the others alone."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.cli.messages import messages
from factx.cli.progress import progress
from factx.cli.startup import import_spacy
from factx.errors import NO_INPUT, OK, SOME_FAILED, InputError
from factx.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

    from factx.readers import Found, Reading
    from factx.record import Record
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
    """One run over all inputs. The pipeline is loaded when the first article has been read, and not without one."""

    how: Reading
    writer: Writer
    pipeline: str | None
    keep_text: bool
    shows_warnings: bool  # the writer does, so they are not told twice
    to_terminal: bool
    tally: Tally
    nlp: Language | None = None

    def over(self, paths: Sequence[str]) -> Tally:
        """Take every document of ``paths`` in turn. Raises PipelineError."""
        with progress() as tell:
            for path in paths:
                for found in read(path, self.how):
                    self._take(found, tell)
        self.writer.close()
        return self.tally

    def _take(self, found: Found | InputError, tell: Callable[[str], None]) -> None:
        if isinstance(found, InputError):
            self.tally.failed += 1
            messages.error(str(found))
            return
        self.tally.read += 1
        record = self._annotated(found, tell)
        if record is None:
            self.tally.failed += 1
            return
        if self.to_terminal:
            tell("")
        self.writer.write(record if self.keep_text else replace(record, text=None))
        self.tally.written += 1
        self._remark(found, record)

    def _annotated(self, found: Found, tell: Callable[[str], None]) -> Record | None:
        """The record, or None for a document that the pipeline fails on."""
        from factx.annotate import annotate  # noqa: PLC0415  only a run with an article needs it

        nlp = self._loaded(tell)
        tell(f"{self.tally.written} done, reading {found.where}")
        began = time.perf_counter()
        try:
            record = annotate(nlp, found.article)
        except Exception as error:  # noqa: BLE001  one bad document must not take the run with it
            messages.error(f"{found.where}: could not be annotated: {type(error).__name__}: {error}", cause=error)
            return None
        took = time.perf_counter() - began
        messages.detail(f"{found.where}: {len(record.claims)} claims, {took:.2f} s")
        return record

    def _loaded(self, tell: Callable[[str], None]) -> Language:
        from factx.annotate import load  # noqa: PLC0415  the same

        if self.nlp is None:
            tell("loading the pipeline")
            began = time.perf_counter()
            import_spacy()
            self.nlp = load(self.pipeline)
            messages.detail(f"pipeline {self.pipeline or 'packaged'} loaded, {time.perf_counter() - began:.2f} s")
        return self.nlp

    def _remark(self, found: Found, record: Record) -> None:
        """Tell the warnings about a document, those of one kind together."""
        self.tally.warned += bool(found.remarks or record.warnings)
        for remark in found.remarks:
            messages.warning(f"{found.where}: {remark}")
        if self.shows_warnings:
            return
        first = {notice.code: notice.message for notice in reversed(record.warnings)}
        for code, count in Counter(notice.code for notice in record.warnings).items():
            more = f" (and {count - 1} more like it)" if count > 1 else ""
            messages.warning(f"{found.where}: {first[code]}{more} [{code}]")
