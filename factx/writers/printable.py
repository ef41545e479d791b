"""Text that a terminal may be shown: what would steer it is replaced by a sign for it."""

from __future__ import annotations

import re

# C0 and C1 controls, and the marks that reorder what stands after them on the line; whitespace is left alone.
STEERING = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
PICTURES = 0x2400  # the block of Unicode with a picture for each C0 control
DELETE = "\x7f"


def printable(text: str) -> str:
    """``text`` with one visible character for each that would steer the terminal."""
    return STEERING.sub(_sign, text)


def one_line(text: str) -> str:
    """``text`` printable and with every run of whitespace as one space."""
    return re.sub(r"\s+", " ", printable(text))


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    if character == DELETE:
        return "␡"
    return chr(PICTURES + ord(character)) if character < " " else "\ufffd"
