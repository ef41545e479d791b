"""Which setting is in force for which command."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factx.cli.commands import commands
from factx.cli.nearest import nearest
from factx.cli.settings.environment import CONFIG, from_environment, variables
from factx.cli.settings.files import from_files
from factx.cli.settings.known import check_names, known_options
from factx.cli.settings.values import value_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factx.cli.settings.known import Known
    from factx.cli.settings.setting import Setting


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force, ``in_force[command][key]``, and the same as Click takes it for defaults.

    ``remarks``: what of the environment says nothing to factx.
    """

    in_force: dict[str, dict[str, Setting]]
    defaults: dict[str, dict[str, object]]
    remarks: tuple[str, ...] = ()

    def of(self, command: str) -> str:
        """Those of a command in one line; empty where there are none."""
        found = self.in_force.get(command, {})
        return ", ".join(f"{key} = {setting.value} ({setting.origin})" for key, setting in found.items())


def settings(context: Any, asked: Collection[str], config: str | None, failure: type[Exception]) -> Settings:  # noqa: ANN401  Click's
    """The settings of the commands that are ``asked`` for, of the file ``config`` or of those that are found.

    ``context`` is that of all commands, ``failure`` what Click raises for a value that cannot be understood. Raises
    UsageError for a name that no command has, and for a value that is none for a command asked for.
    """
    found = from_files(config or os.environ.get(CONFIG) or None)
    if not found and not variables():
        return Settings({name: {} for name in asked}, {})  # as mostly, and no command but the one called is imported
    whole = commands()
    known = known_options(whole)
    of_environment, strangers = from_environment(known)
    found += of_environment
    check_names(found, known)
    in_force = {command: _in_force(found, known, command) for command in asked}
    defaults: dict[str, dict[str, object]] = {}
    for name, own in in_force.items():
        inner = type(context)(whole[name], info_name=name, parent=context)
        options = {key: known[name][key] for key in own}
        defaults[name] = {options[key].name: value_of(s, options[key], inner, failure) for key, s in own.items()}
    return Settings(in_force, defaults, tuple(_remark(name, known) for name in strangers))


def _in_force(found: Sequence[Setting], known: Known, command: str) -> dict[str, Setting]:
    """The last that says it, of those for all and for this command, which a file has in this order."""
    own = {s.key: s for s in found if s.command in {None, command} and s.key in known[command]}
    return dict(sorted(own.items()))


def _remark(variable: str, known: Known) -> str:
    names = {key for keys in known.values() for key in keys}
    names |= {f"{command}-{key}" for command, keys in known.items() for key in keys}
    near = nearest(variable.removeprefix("FACTX_").lower().replace("_", "-"), sorted(names))
    hint = f"; did you mean FACTX_{near.upper().replace('-', '_')}?" if near else ""
    return f"the variable {variable} is no setting of factx{hint}"
