"""All rules over one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.rules import according, adjective, clause, colon, noun, preposed, quoted, signature, thing

if TYPE_CHECKING:
    from factx.attribution.candidate import Candidate
    from factx.attribution.page import Page

_RULES = (
    quoted.find,
    preposed.find,
    clause.find,
    according.find,
    colon.find,
    signature.find,
    adjective.find,
    noun.find,
    thing.find,
)


def candidates(page: Page) -> list[Candidate]:
    """What the rules propose, likely or not; several may share a cue."""
    return [candidate for rule in _RULES for candidate in rule(page)]
