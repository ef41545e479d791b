"""Dotted paths into JSON: "body.text", "meta.0.date". A key that has a dot itself goes before a path."""

from __future__ import annotations

from typing import Any

# What a message about a missing key names: all of a flat object, the shape of a nested one.
DEPTH, LENGTH = 4, 300


def lookup(value: Any, path: str) -> Any:  # noqa: ANN401  JSON has no narrower type
    """What is there. Raises KeyError."""
    found = _descend(value, path.split("."))
    if not found:
        raise KeyError(path)
    return found[0]


def said(value: Any, path: str) -> Any:  # noqa: ANN401  JSON has no narrower type
    """What is there, or None."""
    found = _descend(value, path.split("."))
    return found[0] if found else None


def _descend(value: Any, parts: list[str]) -> list[Any]:  # noqa: ANN401  the same
    """The one value at the end of the path, or none."""
    if not parts:
        return [value]
    if isinstance(value, list):
        index = int(parts[0]) if parts[0].isascii() and parts[0].isdigit() else len(value)
        return _descend(value[index], parts[1:]) if index < len(value) else []
    if isinstance(value, dict):
        for end in range(len(parts), 0, -1):
            key = ".".join(parts[:end])
            if key in value and (found := _descend(value[key], parts[end:])):
                return found
    return []


def outline(value: Any) -> str:  # noqa: ANN401  the same
    """The paths that there are, of a list those of its first item, for a message."""
    named = ", ".join(leaves(value)) or "nothing"
    return named if len(named) <= LENGTH else f"{named[:LENGTH]}…"


def leaves(value: Any) -> list[str]:  # noqa: ANN401  the same
    """The paths that there are, of a list those of its first item."""
    return _leaves(value, "", DEPTH)


def _leaves(value: Any, prefix: str, depth: int) -> list[str]:  # noqa: ANN401  the same
    if depth and isinstance(value, dict) and value:
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, f"{prefix}{key}.", depth - 1)]
    if depth and isinstance(value, list) and value and isinstance(value[0], dict | list):
        return _leaves(value[0], f"{prefix}0.", depth - 1)
    return [prefix[:-1]] if prefix else []
