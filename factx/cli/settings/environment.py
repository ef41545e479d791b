"""Settings in the environment: FACTX_DATE for every command, FACTX_EXTRACT_DATE for one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factx.cli.settings.setting import Setting

if TYPE_CHECKING:
    from factx.cli.settings.known import Known

PREFIX, CONFIG = "FACTX_", "FACTX_CONFIG"


def from_environment(known: Known) -> tuple[list[Setting], list[str]]:
    """What the variables say, those of one command later, and the names of those that say nothing to factx.

    An empty variable is none.
    """
    general: list[Setting] = []
    special: list[Setting] = []
    strangers: list[str] = []
    for variable, value in sorted(os.environ.items()):
        if not variable.startswith(PREFIX) or variable == CONFIG or not value:
            continue
        name = variable.removeprefix(PREFIX).lower().replace("_", "-")
        owner = next((command for command in known if name.removeprefix(f"{command}-") in known[command]), None)
        if owner is not None and name.startswith(f"{owner}-"):
            special.append(Setting(owner, name.removeprefix(f"{owner}-"), value, variable, words=True))
        elif any(name in keys for keys in known.values()):
            general.append(Setting(None, name, value, variable, words=True))
        else:
            strangers.append(variable)
    return general + special, strangers
