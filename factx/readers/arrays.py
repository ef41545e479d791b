"""Arrays of articles within a JSON object, as the answers of interfaces have them: ``{"response": {"docs": […]}}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factx.readers.paths import said

if TYPE_CHECKING:
    from collections.abc import Iterator


# As deep as messages show.
DEPTH = 6


class Array(NamedTuple):
    """The path to an array of objects, the path to the text within each, and how many there are."""

    path: str
    text: str
    number: int

    def options(self, default: str) -> str:
        """The options that read it; ``default`` is the key of the text without one."""
        return f"--items-key {self.path}" + (f" --text-key {self.text}" if self.text != default else "")


class _String(NamedTuple):
    text: str
    length: int
    array: Array | None


def array_of_articles(value: Any, key: str) -> Array | None:  # noqa: ANN401  JSON has no narrower type
    """The array whose objects have the text: what ``key`` names in them, else the longest string that there is."""
    strings = list(_strings(value, (), None, DEPTH))
    named = [one for one in strings if one.array and one.text == key]
    return max(named or strings, key=lambda one: one.length).array if strings else None


def one_of_several(value: Any, key: str) -> Array | None:  # noqa: ANN401  the same
    """The array that ``key`` takes a single object of, where all of its several objects have what it names."""
    parts = key.split(".")
    for at, part in enumerate(parts):
        path, rest = ".".join(parts[:at]), ".".join(parts[at + 1 :])
        if not (path and rest and part.isdigit()):
            continue
        array = said(value, path)
        if isinstance(array, list) and len(array) > 1 and all(isinstance(said(one, rest), str) for one in array):
            return Array(path, rest, len(array))
    return None


def _strings(value: Any, path: tuple[str, ...], array: Array | None, depth: int) -> Iterator[_String]:  # noqa: ANN401  the same
    """Every string, of an array of objects those of its first; in arrays within arrays, none."""
    if isinstance(value, str):
        text = ".".join(path)
        yield _String(text, len(value), array and array._replace(text=text))
    elif not depth:
        return
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, (*path, name), array, depth - 1)
    elif isinstance(value, list) and value and array is None and path and all(isinstance(one, dict) for one in value):
        yield from _strings(value[0], (), Array(".".join(path), "", len(value)), depth - 1)
