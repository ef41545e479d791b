"""Settings in the environment: FACTX_DATE for every command, FACTX_EXTRACT_DATE for one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factx.cli.settings.setting import Setting

if TYPE_CHECKING:
    from factx.cli.settings.known import Known

PREFIX, CONFIG = "FACTX_", "FACTX_CONFIG"


def variables() -> list[tuple[str, str]]:
    """Names and values of those that may be settings, sorted. An empty variable is none."""
    found = os.environ.items()
    return sorted((name, value) for name, value in found if name.startswith(PREFIX) and name != CONFIG and value)


def from_environment(known: Known) -> tuple[list[Setting], list[str]]:
    """What the variables say, those of one command later, and the names of those that say nothing to factx."""
    general: list[Setting] = []
    special: list[Setting] = []
    strangers: list[str] = []
    for variable, value in variables():
        name = variable.removeprefix(PREFIX).lower().replace("_", "-")
        owner = next((command for command in known if name.removeprefix(f"{command}-") in known[command]), None)
        if owner is not None and name.startswith(f"{owner}-"):
            special.append(Setting(owner, name.removeprefix(f"{owner}-"), value, variable, words=True))
        elif any(name in keys for keys in known.values()):
            general.append(Setting(None, name, value, variable, words=True))
        else:
            strangers.append(variable)
    return general + special, strangers
