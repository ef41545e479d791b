"""From articles to records, with what a person is told on the way."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.cli.messages import messages
from factx.cli.startup import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.cli.progress import Waiting
    from factx.readers import Found
    from factx.record import Record


@dataclass(slots=True)
class Annotator:
    """Annotates with one pipeline, which is loaded when the first article comes, and not without one.

    ``tell`` sets the words of the line that moves while one waits.
    """

    pipeline: str | None
    tell: Waiting
    nlp: Language | None = None
    done: int = 0

    def record(self, found: Found) -> Record | None:
        """The record, or None for a document that the pipeline fails on. Raises PipelineError."""
        from factx.annotate import annotate  # noqa: PLC0415  only a run with an article needs it

        nlp = self._loaded()
        self.tell(f"{self.done} done, reading {found.where}")
        began = time.perf_counter()
        try:
            record = annotate(nlp, found.article)
        except Exception as error:  # noqa: BLE001  one bad document must not take the run with it
            messages.error(f"{found.where}: could not be annotated: {type(error).__name__}: {error}", cause=error)
            return None
        self.done += 1
        took = time.perf_counter() - began
        messages.detail(f"{found.where}: {len(record.claims)} claims, {took:.2f} s")
        return record

    def _loaded(self) -> Language:
        from factx.annotate import load  # noqa: PLC0415  the same

        if self.nlp is None:
            self.tell("loading the pipeline")
            began = time.perf_counter()
            import_spacy()
            self.nlp = load(self.pipeline)
            messages.detail(f"pipeline {self.pipeline or 'packaged'} loaded, {time.perf_counter() - began:.2f} s")
        return self.nlp
