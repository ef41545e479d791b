"""``factx config``: what is set elsewhere than on the command line, and where."""

import json

import typer

from factx.cli.output import opened
from factx.cli.settings import Settings


def config(context: typer.Context) -> None:
    r"""Show the settings in force and where each comes from, as a factx.toml.

    Options can stand in factx.toml, in pyproject.toml under \[tool.factx], and in
    variables such as FACTX_DATE. An option on the command line goes before all.

    Example:  FACTX_DATE=2023-11-12 factx config
    """
    found = context.find_root().obj
    assert isinstance(found, Settings)  # noqa: S101  what the top of the command line has set
    blocks = [
        "".join([f"[{command}]\n", *(f"{key} = {_toml(s.value)}  # {s.origin}\n" for key, s in own.items())])
        for command, own in found.in_force.items()
        if own
    ]
    with opened(None) as stream:
        stream.write("\n".join(blocks))


def _toml(value: object) -> str:
    """A value as JSON, which TOML reads too; a date is none of JSON's."""
    return json.dumps(value, ensure_ascii=False, default=str)
