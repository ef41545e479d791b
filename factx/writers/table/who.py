"""Who is behind a claim, and through whom it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.writers.printable import one_line
from factx.writers.table.styles import QUIET, SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factx.record import Attribution, Source


def who(said: Attribution, sources: Mapping[str, Source]) -> Text:
    """The chain from the one who knows first to the one through whom the article has it."""
    through = [_named(sources[key]) for key in reversed(said.via) if key in sources]
    through.append(_speaker(said, sources))
    through += [_named(sources[key]) for key in said.relay if key in sources]
    return Text.assemble((" → ", QUIET)).join(through)


def _speaker(said: Attribution, sources: Mapping[str, Source]) -> Text:
    source = sources.get(said.source_id or "")
    if source is None:
        mention = said.source.text if said.source else "someone not named"
        return Text(one_line(mention), SOURCE)
    author = sources.get(source.author_id or "")
    if author is None:
        return _named(source)
    return Text.assemble(_named(author), (f" in {one_line(source.name)}", QUIET))


def _named(source: Source) -> Text:
    """The name, and the role where the name does not say it already."""
    role = f", {one_line(source.role)}" if source.role and source.role not in source.name else ""
    return Text.assemble((one_line(source.name), SOURCE), (role, QUIET))
