"""Keys that a person asked for and that no article has, and where a date stands that nobody asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from factx.errors import UsageError
from factx.lexicons import load
from factx.readers.arrays import Array, one_of_several
from factx.readers.found import Keys
from factx.readers.paths import leaves, lookup
from factx.readers.published import published_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.readers import Found

# How many keys a message names.
NAMED = 20


@dataclass(slots=True)
class Asked:
    """What the fields of all articles of a run had of it; or of the ``first`` that many of them."""

    keys: Keys
    first: int | None = None
    had: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    has: dict[str, None] = field(default_factory=dict)  # in the order in which they came
    several: tuple[str, Array] | None = None
    dates: Counter[str] = field(default_factory=Counter)

    def take(self, found: Found) -> None:
        """Look at one article more."""
        if found.fields is None:
            return
        self.articles += 1
        for one in fields(self.keys):
            self.had[one.name] += _has(found.fields, getattr(self.keys, one.name))
        if self._missing():
            self.has |= dict.fromkeys(leaves(found.fields)[:NAMED])
        if self.articles == 1 and (array := one_of_several(found.fields, self.keys.text)):
            self.several = found.where, array
        if not self.had["date"] and found.article.published is None and (key := date_key(found.fields)):
            self.dates[key] += 1

    def warnings(self) -> Iterator[str]:
        """What a person should look at."""
        if self.several:
            where, array = self.several
            which = f'one of the {array.number} texts in "{array.path}"'
            yield f"{where}: {which} was read; all: {array.options(Keys().text)}"
        for name in self._missing():
            yield self._absent(name, getattr(self.keys, name))
        if self.dates and not (self.several or self.had["date"] or "date" in self._missing()):
            (key, count), *_ = self.dates.most_common(1)
            many = "1 article has" if count == 1 else f"{count} articles have"
            yield f'{many} no "date", but "{key}"; if it is when they were published: --date-key {key}'

    def _missing(self) -> list[str]:
        """The keys that were given and that no article had."""
        given = [one.name for one in fields(self.keys) if getattr(self.keys, one.name) != getattr(Keys(), one.name)]
        return [name for name in given if self.articles and not self.had[name]]

    def _absent(self, name: str, key: str) -> str:
        near = get_close_matches(key, self.has, n=1)
        if not near and name == "date" and self.dates:
            near = [self.dates.most_common(1)[0][0]]
        hint = f"did you mean {near[0]}? There are" if near else "there are"
        others = [*near, *(one for one in self.has if one not in near)]
        none = "no article has" if self.first is None else f"none of the first {self.articles:,} articles has"
        return f'{none} "{key}", which --{name}-key names; {hint} {", ".join(others[:NAMED])}'


def date_key(found: dict[str, Any]) -> str | None:
    """The path to what is named like a date of publication and can be read as one."""
    names: list[str] = load("date_keys")["names"]
    named = [(names.index(name), path) for path in leaves(found) if (name := _plain(path)) in names]
    return next((path for _, path in sorted(named) if _is_date(lookup(found, path))), None)


def _plain(path: str) -> str:
    """The last name of a path, however its words are joined."""
    return "".join(c for c in path.rpartition(".")[2].lower() if c.isalnum())


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(published_on(value))
    except UsageError:
        return False


def _has(found: dict[str, Any], key: str) -> bool:
    try:
        lookup(found, key)
    except KeyError:
        return False
    return True
