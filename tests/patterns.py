"""Every regular expression of factx, and texts that make a bad one slow.

An expression is slow where a part that repeats can be left in several ways, and what follows fails (Davis et al. 2018,
The impact of regular expression denial of service in practice). So for each part that repeats without a bound there are
texts that lead to it, go on in it, and end in what nothing expects.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCES = Path(factx.__file__).parent
CALLS = ("compile", "finditer", "fullmatch", "match", "search", "split", "sub")
APART = ("factx.training", "factx.__main__", "factx.scale.on_ray")  # need extras, or run at once


@dataclass(frozen=True)
class Expression:
    """One regular expression, where it is written, and by which methods it is used."""

    file: str
    line: int
    pattern: str | bytes
    flags: int
    methods: tuple[str, ...]

    @property
    def compiled(self) -> re.Pattern[Any]:
        """Ready for use."""
        return re.compile(self.pattern, self.flags)


def written() -> set[tuple[str, int, str, str | None]]:
    """File, line, function and name of every call to ``re`` in the sources; the name is that of what is compiled."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        if not module_of(path).startswith(APART):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            named = {
                id(call): target.id
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign)
                for target, call in _pairs(node.targets[0], node.value)
            }
            for call in ast.walk(tree):
                match call:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=method)) if method in CALLS:
                        found.add((str(path), call.lineno, method, named.get(id(call))))
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.Name, ast.expr]]:
    """Names and what they are given, of "A = x" and "A, B = x, y"."""
    if isinstance(target, ast.Name):
        yield target, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, given in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, given)


def module_of(path: Path) -> str:
    """The name of the module in that file."""
    return ".".join(["factx", *path.relative_to(SOURCES).with_suffix("").parts])


def methods_of(name: str | None) -> tuple[str, ...]:
    """How the expression of that name is used anywhere; by all methods, where that is not seen."""
    used = {
        method
        for path in SOURCES.rglob("*.py")
        for method in re.findall(rf"\b{name}\.(\w+)\(", path.read_text(encoding="utf-8"))
        if name and method in CALLS
    }
    return tuple(sorted(used or {"finditer", "fullmatch", "match"}))


def watch(seen: list[tuple[str, int, str | bytes, int]]) -> None:
    """From now on, note what is given to the functions of ``re`` and by which line of factx."""
    for name in CALLS:
        setattr(re, name, _watched(getattr(re, name), seen))


def _watched(function: Callable[..., Any], seen: list[tuple[str, int, str | bytes, int]]) -> Callable[..., Any]:
    def watched(pattern: Any, *rest: Any, flags: int = 0) -> Any:  # noqa: ANN401  as re has it
        caller = sys._getframe(1)  # noqa: SLF001  there is no other way to learn who calls
        if caller.f_code.co_filename.startswith(str(SOURCES)) and isinstance(pattern, str | bytes):
            given = rest[0] if function.__name__ == "compile" and rest else flags
            seen.append((caller.f_code.co_filename, caller.f_lineno, pattern, int(given)))
        return function(pattern, *rest, **({"flags": flags} if flags else {}))

    return watched


def collect() -> None:
    """Import all of factx, call what compiles late, and print what was seen as JSON."""
    seen: list[tuple[str, int, str | bytes, int]] = []
    watch(seen)
    for module in pkgutil.walk_packages([str(SOURCES)], "factx."):
        if not module.name.startswith(APART) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from factx.dates import tens  # noqa: PLC0415  only now it is watched
    from factx.readers.dateline import dateline  # noqa: PLC0415

    dateline("A text.")
    tens.patterns()
    rows = [
        [f, n, p if isinstance(p, str) else p.decode("latin-1"), flags, isinstance(p, str)] for f, n, p, flags in seen
    ]
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    collect()
