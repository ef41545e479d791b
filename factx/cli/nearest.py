"""A name that is none, and the one that may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def nearest(name: str, names: Collection[str]) -> str | None:
    """The name that may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415  most runs have no wrong name

    return next(iter(get_close_matches(name, names, n=1)), None)
