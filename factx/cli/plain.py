"""What Click and Pydantic say of a value, in words for a person."""

from __future__ import annotations

import re

from factx.cli.nearest import nearest

CHOICE = re.compile(r"'([^']*)' is not one of ('[^']*'(?:, '[^']*')*)")


def plain(message: str) -> str:
    """Without the type of the error, and with the name that may be meant."""
    said = message.replace("Value error, ", "", 1).rstrip(".")
    choice = CHOICE.search(said)
    near = nearest(choice[1].lower(), re.findall(r"'([^']*)'", choice[2])) if choice else None
    return f"{said}; did you mean '{near}'?" if near else said
