"""Who is behind a claim, and through whom it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.lexicons import load
from factx.writers.printable import one_line
from factx.writers.table.styles import QUIET, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.chain import Speaker

NOBODY = "no source named"
LONGEST = 60  # characters of a name on a line that has more to say


def who(chain: Iterable[Speaker]) -> Text:
    """The chain, from the one who knows first to the one from whom the article has it."""
    return Text.assemble((" → ", QUIET)).join(map(_speaker, chain))


def _speaker(speaker: Speaker) -> Text:
    """The name; behind it the role where the name does not say it already, the document, and that it is withheld."""
    source = speaker.source
    if source is None:
        return Text(short(speaker.mention), SOURCE) if speaker.mention else Text(NOBODY, f"{SOURCE} {QUIET}")
    line = Text(short(source.name), SOURCE)
    if source.role and source.role not in source.name:
        line.append(f", {short(source.role)}", QUIET)
    if speaker.document:
        line.append(f" ({document(speaker.document.name)})", QUIET)
    if source.kind == "anonymous":
        line.append(" (anonymous)", QUIET)
    return line


def document(name: str) -> str:
    """The noun of a document whose author is named beside it: "statement" of "statement released by the ministry"."""
    nouns = frozenset(load("sources")["document"])
    return next((word for word in name.split() if word.lower() in nouns), short(name))


def short(name: str) -> str:
    """The name on one line, without its end where it is long."""
    name = one_line(name)
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rpartition(' ')[0] or name[:LONGEST]}…"
