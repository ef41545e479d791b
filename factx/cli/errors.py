"""Errors of documents, of which a file may have as many as it has lines: the first ones are told, the rest counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.cli.messages import messages

if TYPE_CHECKING:
    from factx.errors import InputError

# As many of a kind as a person reads.
TOLD = 20

# Where in a file something stands, and what of a reason is of one line alone: a number, what there is instead.
PLACE = re.compile(r"(:\d+)?(, (row|item) \d+)?$")
OWN = re.compile(r"0x[0-9A-F]+|\d+|[(:;].*", re.DOTALL)


@dataclass(slots=True)
class Errors:
    """What was told of the file in hand."""

    file: str | None = None
    kinds: Counter[str] = field(default_factory=Counter)
    last: dict[str, str] = field(default_factory=dict)  # where the last of a kind was

    def tell(self, error: InputError) -> None:
        """Tell it, or count it."""
        file, kind = PLACE.sub("", error.where), OWN.sub("", error.why)
        if file != self.file:
            self.close()
            self.file = file
        self.kinds[kind] += 1
        self.last[kind] = error.where
        if self.kinds[kind] <= TOLD:
            messages.error(str(error))

    def close(self) -> None:
        """Tell how many more there were."""
        for kind, count in self.kinds.items():
            if count > TOLD:
                more = f"… and {count - TOLD} more like it, the last: {self.last[kind]}"
                messages.error(f"{self.file}: {kind.strip()} {more}")
        self.kinds.clear()
        self.last.clear()
