"""The templates, through which everything goes escaped."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factx.writers.html.keys import token
from factx.writers.printable import printable

SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, which UTF-8 cannot hold
UNKNOWN = "\ufffd"


@cache
def environment() -> Environment:
    """Jinja's, with every value escaped and printable."""
    made = Environment(
        loader=PackageLoader("factx.writers.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters["thousands"] = "{:,}".format
    made.filters["percent"] = lambda part: "<1%" if 0 < part < 1 else f"{part:.0f}%"
    made.filters["token"] = token
    return made


def _shown(value: Any) -> Any:  # noqa: ANN401  whatever a template prints
    """Text without what would steer or break the page; markup is what went through here before."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return SURROGATE.sub(UNKNOWN, printable(value))
    return value
