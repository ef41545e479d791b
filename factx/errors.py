"""What can go wrong, and the exit code it ends in.

FactxError                1  something is wrong with factx itself
├── GroundingError        1  a record would not be a verbatim account of its text
├── UsageError            2  an option cannot be understood
├── InputError            3  a document cannot be read (4 where others could)
└── PipelineError         5  the pipeline is missing or lacks what factx needs
"""

from __future__ import annotations

OK, INTERNAL, USAGE, NO_INPUT, SOME_FAILED, NO_PIPELINE, DIFFERENT, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 130


class FactxError(Exception):
    """Base of all errors that factx raises on purpose."""

    exit_code = INTERNAL


class GroundingError(FactxError):
    """A span of a record is not a verbatim slice of its text."""


class UsageError(FactxError):
    """An option or argument cannot be understood."""

    exit_code = USAGE


class InputError(FactxError):
    """A document cannot be read: ``where`` names it, the message says why and what to do."""

    exit_code = NO_INPUT

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


class PipelineError(FactxError):
    """The pipeline is missing, damaged or incompatible."""

    exit_code = NO_PIPELINE
