"""From files and standard input to articles. What cannot be read is handed over as an error, never raised."""

from __future__ import annotations

from factx.readers.found import Found, InputFormat, Reading, Stored
from factx.readers.read import read

__all__ = ["Found", "InputFormat", "Reading", "Stored", "read"]
