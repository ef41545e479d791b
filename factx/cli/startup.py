"""Importing spaCy without its command line, which no pipeline needs and which takes a sixth of the import's time."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

# The one thing that spaCy's package imports from there: spacy.info, which describes an installation.
_INFO = "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, if nobody has; its command line is then imported by whoever asks for it."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_INFO)
    stand_in.info = _info  # type: ignore[attr-defined]  # a module takes any attribute
    sys.modules[_INFO] = stand_in
    try:
        import spacy  # noqa: F401, PLC0415  the import is what this is for
    finally:
        del sys.modules[_INFO]


def _info(*args: Any, **options: Any) -> Any:  # noqa: ANN401  spaCy's own signature
    """``spacy.info``, imported when it is first called."""
    from spacy.cli.info import info  # noqa: PLC0415  that is the point

    return info(*args, **options)
