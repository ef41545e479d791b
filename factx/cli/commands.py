"""The commands by name. Each is imported when it is called: help, completion and the others do without it."""

from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

# In the order of the help. Module and function have the command's name; its docstring begins with the summary.
SUMMARIES = {
    "extract": "Extract the claims of news articles: their sources, words, dates and numbers.",
    "export": "Write what factx extract made in another format, without reading the articles again.",
    "sources": "Count who speaks how often, and how much is quoted, second-hand or anonymous.",
    "view": "Write a page to look at: the article with its claims, their sources, dates and numbers.",
    "query": "Ask a database who said what about what, when, and where.",
    "run": "Extract many articles into a folder: several processes or machines, resumable, every failure listed.",
    "explain": "Explain a claim: its cue, its source, the scores and the ways through the parse, and what was dropped.",
    "verify": "Check every slice, hash and reference of records, and tell each problem.",
    "diff": "Show which claims were added, dropped, reworded or changed between two versions.",
    "evaluate": "Score the attributions that a pipeline finds against annotated ones.",
    "benchmark": "Measure factx on this machine: words a second, beside spaCy's, and how long a start takes.",
    "config": "Show the settings in force and where each comes from, as a factx.toml.",
    "info": "Show the pipeline: name, version, folder, components, labels, checksum.",
    "schema": "Print the JSON Schema of a record.",
}


@cache
def command(name: str) -> Any:  # noqa: ANN401  a command of the Click that Typer uses
    """The command with its options, ready to be called. Raises KeyError for a name that is none."""
    if name not in SUMMARIES:
        raise KeyError(name)
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    alone.command(name)(getattr(import_module(f"factx.cli.{name}"), name))
    return get_command(alone)


def commands() -> dict[str, Any]:
    """Every command, under its name."""
    return {name: command(name) for name in SUMMARIES}


class Commands(TyperGroup):
    """Shows the commands by their summaries, and calls the whole ones."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  Typer's own
        super().__init__(**attributes)
        for name, summary in SUMMARIES.items():
            self.add_command(TyperCommand(name, help=summary))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:  # noqa: ANN401  the same
        """The command that the arguments begin with, and the other arguments."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, name and command(name), rest
