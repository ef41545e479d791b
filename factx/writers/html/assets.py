"""The style and the script that every page carries, and the policy that lets these run and nothing else."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

STYLES = ("colours", "page", "article", "lists", "summary", "print")
SCRIPTS = ("theme", "view", "filter", "tabs", "pages", "keys")


@dataclass(frozen=True, slots=True)
class Assets:
    """Text of the two elements, and the Content-Security-Policy that names them by their hashes."""

    style: str
    script: str
    policy: str


@cache
def assets() -> Assets:
    """Read once."""
    style = _joined(STYLES, "css")
    script = f'"use strict";\n(() => {{\n{_joined(SCRIPTS, "js")}}})();\n'
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return Assets(style, script, policy)


def _joined(names: tuple[str, ...], suffix: str) -> str:
    folder = files("factx.writers.html") / "assets"
    return "".join((folder / f"{name}.{suffix}").read_text(encoding="utf-8") for name in names)


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
