"""Settings in TOML: the nearest factx.toml and pyproject.toml, from the working directory up to a repository's root."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.cli.settings.setting import Setting
from factx.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN, PROJECT = "factx.toml", "pyproject.toml"
ROOTS = (".git", ".hg", ".jj")  # what stands in the topmost folder of a repository


def from_files(config: str | None) -> list[Setting]:
    """All that the files say, what goes before later; with ``config`` that file alone. Raises UsageError."""
    if config is not None:
        return list(_settings(Path(config), config))
    found = {name: path for name in (OWN, PROJECT) if (path := _nearest(name))}
    return [
        setting for name in (PROJECT, OWN) if name in found for setting in _settings(found[name], _shown(found[name]))
    ]


def _nearest(name: str) -> Path | None:
    for folder in (here := Path.cwd(), *here.parents):
        path = folder / name
        if path.is_file() and (name == OWN or _table(path, _shown(path)) is not None):
            return path
        if any((folder / root).exists() for root in ROOTS):
            return None
    return None


def _settings(path: Path, shown: str) -> Iterator[Setting]:
    """Those of all commands, then those of one."""
    table = _table(path, shown) or {}
    origin = f"{shown} [tool.factx]" if path.name == PROJECT else shown
    yield from (
        Setting(None, _key(name), value, origin) for name, value in table.items() if not isinstance(value, dict)
    )
    for command, values in table.items():
        if isinstance(values, dict):
            yield from (Setting(command, _key(name), value, origin) for name, value in values.items())


def _table(path: Path, shown: str) -> dict[str, Any] | None:
    """What the file says about factx; None where a pyproject.toml says nothing."""
    import tomllib  # noqa: PLC0415  most runs have no file

    try:
        with path.open("rb") as stream:
            content = tomllib.load(stream)
    except OSError as error:
        message = f"{shown}: cannot be read: {error.strerror}; --no-config does without"
        raise UsageError(message) from error
    except ValueError as error:
        message = f"{shown}: is no TOML: {error}"
        raise UsageError(message) from error
    if path.name != PROJECT:
        return content
    tools = content.get("tool")
    table = tools.get("factx") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _key(name: str) -> str:
    """As on the command line; Python's spelling will do."""
    return name.replace("_", "-")


def _shown(path: Path) -> str:
    """The path from here, where it is below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
