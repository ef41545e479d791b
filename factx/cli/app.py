"""The commands together, and the one place where errors become exit codes."""

import os
import sys
from typing import Annotated, cast

import typer
from typer.main import get_command

import factx
from factx.cli.commands import SUMMARIES, Commands
from factx.cli.messages import messages
from factx.cli.plain import plain
from factx.cli.settings import Settings, settings
from factx.errors import INTERNAL, OK, USAGE, FactxError, UsageError

# Typer has Click inside, or beside it in its earlier releases; both derive BadParameter from Click's UsageError.
ClickUsageError = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])

app = typer.Typer(
    cls=Commands, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
)


def _version(asked: bool) -> None:  # noqa: FBT001  Typer calls it with the option's value
    if asked:
        typer.echo(f"factx {factx.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    *,
    config_file: Annotated[
        str | None,
        typer.Option(
            "--config", metavar="FILE", help="Take settings from this file. Default: FACTX_CONFIG, or factx.toml."
        ),
    ] = None,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Take no settings from files and environment.")
    ] = False,
    version: Annotated[  # noqa: ARG001  its callback does the work
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Extract facts from news: who claims what, on whose word, when, and how much, with the exact place in the text.

    Example:  factx extract article.txt --date 2023-11-12
    """
    command = context.invoked_subcommand
    if command is None:
        typer.echo(context.get_help())
        return
    context.obj = found = Settings({}, {}) if no_config else _settings(context, command, config_file)
    context.default_map = dict(found.defaults)
    messages.hold(warnings=found.remarks, details=[f"settings: {said}"] if (said := found.of(command)) else [])


def _settings(context: typer.Context, command: str, config_file: str | None) -> Settings:
    """The settings of the command, of every one for ``factx config``. Help can be had without. Raises UsageError."""
    asked = SUMMARIES if command == "config" else {command} & SUMMARIES.keys()
    try:
        return settings(context, list(asked), config_file, ClickUsageError)
    except UsageError:
        if {"-h", "--help"} & set(sys.argv[1:]):
            return Settings({}, {})
        raise


def run() -> int:
    """Run the command that the arguments name; returns the exit code."""
    try:
        code = get_command(app).main(prog_name="factx", standalone_mode=False)
        _flush()
    except ClickUsageError as error:
        hint = error.ctx.command_path if error.ctx else "factx"
        messages.error(f"{plain(error.format_message())} ('{hint} --help' explains)")
        return USAGE
    except FactxError as error:
        messages.error(str(error), cause=error)
        return error.exit_code
    except OSError as error:
        _abandon_output()
        messages.error(f"{error.filename or 'the output'} cannot be written: {error.strerror or error}", cause=error)
        return INTERNAL
    except Exception as error:  # noqa: BLE001  a person gets one line, and the traceback with -v
        messages.error(
            f"internal error, please report it with the output of -v: {type(error).__name__}: {error}", cause=error
        )
        return INTERNAL
    return code if isinstance(code, int) else OK


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _abandon_output() -> None:
    """Let what could not be written go nowhere, so that Python does not try once more at its end."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
