"""Names of files for ids of documents, which may be anything: addresses, paths, names that a system keeps to itself."""

from __future__ import annotations

import re
from hashlib import sha256

LONGEST = 80  # with a digest and a suffix well below the 255 bytes that file systems hold
PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]*(?<![.])")
OTHER = re.compile(r"[^A-Za-z0-9_-]+")  # a dot too: Windows takes "nul.anything" for the device
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")  # of Windows, with any suffix


def base(key: str) -> str:
    """A name for that id alone: the id where it is plain, else what is plain of it and a digest.

    Capitals are not plain, since there are systems to which "A1" and "a1" are one file.
    """
    if len(key) <= LONGEST and PLAIN.fullmatch(key) and not DEVICE.match(key):
        return key
    legible = OTHER.sub("_", key)[:LONGEST].strip("_-")
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{legible}-{digest}" if legible else digest
