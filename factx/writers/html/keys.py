"""How the page names what a record holds, so that a place in the text finds its claim and a claim its places."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.record import Record


class Keys:
    """A key for each part of one record: a letter and its number, whatever its id may hold."""

    def __init__(self, record: Record) -> None:
        self.claims = {claim.id: f"c{n}" for n, claim in enumerate(record.claims)}
        self.sources = {source.id: f"s{n}" for n, source in enumerate(record.sources)}
        self.dates = {date.id: f"d{n}" for n, date in enumerate(record.dates)}
        self.quantities = {quantity.id: f"q{n}" for n, quantity in enumerate(record.quantities)}
        self.warnings = [f"w{n}" for n in range(len(record.warnings))]


def token(name: str) -> str:
    """The id as an address can hold it; neither "/" nor ":" is left in it, which part it from what is ours."""
    return quote(name, safe="", errors="replace")


def tokens(names: Iterable[str]) -> list[str]:
    """A token for each document; what has been given is not given again."""
    given: dict[str, None] = {}
    for name in names:
        wanted, number = token(name), 2
        while wanted in given:
            wanted, number = f"{token(name)}~{number}", number + 1
        given[wanted] = None
    return list(given)
