"""One option that is set somewhere else than on the command line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """``command`` is None where it is for all that have such an option. ``words``: a string, as a shell gives it."""

    command: str | None
    key: str
    value: object
    origin: str
    words: bool = False

    @property
    def name(self) -> str:
        """For messages."""
        return f"[{self.command}] {self.key}" if self.command else self.key
