"""Which settings there are: the options of the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from factx.cli.nearest import nearest
from factx.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factx.cli.settings.setting import Setting

Known: TypeAlias = dict[str, dict[str, Any]]  # command → key → the option, of the Click that Typer uses


def known_options(commands: Mapping[str, Any]) -> Known:
    """The options of each command under their long names without dashes; "help" is none."""
    return {name: dict(_options(command.params)) for name, command in commands.items()}


def _options(parameters: Iterable[Any]) -> Iterable[tuple[str, Any]]:
    for parameter in parameters:
        long = next((name for name in parameter.opts if name.startswith("--")), None)
        if parameter.param_type_name == "option" and long not in {None, "--help"}:
            yield str(long).removeprefix("--"), parameter


def check_names(settings: Iterable[Setting], known: Known) -> None:
    """Raises UsageError for the first setting that no command has, or not the one that it is for."""
    every = sorted({key for keys in known.values() for key in keys})
    for setting in settings:
        if setting.command is None:
            if setting.key in known:
                message = f"{setting.origin}: {setting.key} is a command; write a table: [{setting.key}]"
                raise UsageError(message)
            _check(setting, f'there is no setting "{setting.key}"', setting.key, every)
        elif setting.command not in known:
            _check(setting, f"[{setting.command}] is no command of factx", setting.command, known)
        else:
            what = f'[{setting.command}] has no setting "{setting.key}"'
            _check(setting, what, setting.key, sorted(known[setting.command]))


def _check(setting: Setting, what: str, name: str, names: Collection[str]) -> None:
    if name in names:
        return
    near = nearest(name, names)
    hint = f"did you mean {near}? There are" if near else "there are"
    message = f"{setting.origin}: {what}; {hint} {', '.join(names) or 'none'}"
    raise UsageError(message)
