"""Which document of one side is which of the other."""

from __future__ import annotations

from collections import Counter
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factx.record import Record

Pair: TypeAlias = tuple["Record | None", "Record | None"]


def paired(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
    """By id, else by URL, by path, by the file's name, where each is one document's alone; a last one with a last one.

    In the order of ``old``, with those that are only in ``new`` at the end.
    """
    partner: dict[int, int] = {}
    for key in (_id, _url, _path, _name):
        left = [i for i in range(len(old)) if i not in partner]
        rest = [j for j in range(len(new)) if j not in partner.values()]
        found = _unique(new, rest, key)
        partner |= {i: found[name] for name, i in _unique(old, left, key).items() if name in found}
    left = [i for i in range(len(old)) if i not in partner]
    rest = [j for j in range(len(new)) if j not in partner.values()]
    if len(left) == len(rest) == 1 == len(old) == len(new):
        partner[left[0]], rest = rest[0], []
    return [
        *((one, new[partner[i]] if i in partner else None) for i, one in enumerate(old)),
        *((None, new[j]) for j in rest),
    ]


def _unique(records: Sequence[Record], among: Sequence[int], key: Callable[[Record], str | None]) -> dict[str, int]:
    """The indices of those whose key no other has."""
    keys = {i: key(records[i]) for i in among}
    counts = Counter(keys.values())
    return {name: i for i, name in keys.items() if name is not None and counts[name] == 1}


def _id(record: Record) -> str:
    return record.id


def _url(record: Record) -> str | None:
    return record.url


def _path(record: Record) -> str | None:
    """With either separator: a record may have been made on another system."""
    return None if record.path is None else PureWindowsPath(record.path).as_posix()


def _name(record: Record) -> str | None:
    return None if record.path is None else PureWindowsPath(record.path).name
