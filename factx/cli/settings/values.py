"""Whether a setting's value is one for its option, as the command line would have it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factx.cli.plain import plain
from factx.errors import UsageError

if TYPE_CHECKING:
    from factx.cli.settings.setting import Setting


def value_of(setting: Setting, option: Any, context: Any, failure: type[Exception]) -> object:  # noqa: ANN401  Click's
    """The value as Click takes it for a default. Raises UsageError naming the file or variable.

    ``context`` is one of the option's command, ``failure`` what Click raises for a value that cannot be understood.
    """
    given = _given(setting, multiple=option.multiple)
    try:
        understood = option.process_value(context, [_words(v) for v in given] if option.multiple else _words(given[0]))
    except (failure, UsageError) as error:
        why = plain(str(getattr(error, "message", error))).removeprefix(f"--{setting.key}: ").rstrip(".")
        message = f"{setting.origin}: {setting.name}: {why}"
        raise UsageError(message) from error
    parts = understood if option.multiple else [understood]
    for value, part in zip(given, parts, strict=True):
        if not setting.words and _kind(value) != _kind(part):
            message = f"{setting.origin}: {setting.name}: {value!r} is no {_kind(part)}"
            raise UsageError(message)
    if option.multiple:
        return [_words(value) for value in given]
    return understood if isinstance(understood, bool) else _words(given[0])


def _given(setting: Setting, *, multiple: bool) -> list[object]:
    """Of a variable the words, of a file an array, or one value."""
    if not multiple:
        return [setting.value]
    if isinstance(setting.value, str) and setting.words:
        return list(setting.value.split())
    return list(setting.value) if isinstance(setting.value, list) else [setting.value]


def _words(value: object) -> object:
    """The value as it is typed; a flag is none of these."""
    return value if isinstance(value, bool) else str(value)


def _kind(value: object) -> str:
    match value:
        case bool():
            return "flag: write true or false"
        case int() | float():
            return "number"
        case str() | date():
            return "string"
        case _:
            return type(value).__name__
