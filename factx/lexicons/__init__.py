"""Word lists, as data: one JSON file each, with a "source" that says where its words come from."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """``lexicons/<name>.json``, read once and shared: not to be changed. FileNotFoundError if there is none."""
    text = files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    lexicon: dict[str, Any] = json.loads(text)
    return lexicon
