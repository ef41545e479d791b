"""Whether two claims have the same source, and which names it more closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.comparison.change import Change, Field, Specific
from factx.comparison.wording import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.chain import Chains, Speaker
    from factx.record import Claim


def name(speaker: Speaker | None) -> str | None:
    """What a speaker is called; None where nobody is named."""
    if speaker is None:
        return None
    return speaker.source.name if speaker.source else speaker.mention


def words(speaker: Speaker | None) -> tuple[str, ...] | None:
    """The words of that, in lower case, by which two records' speakers are compared."""
    called = name(speaker)
    return None if called is None else tuple(WORD.findall(called.casefold()))


def source_changes(old: Claim, new: Claim, before: Chains, after: Chains) -> Iterator[Change]:
    """Another source, another role or kind of it, or another way from it to the article."""
    one, other = before.speaker(old), after.speaker(new)
    if _told(one) != _told(other):
        yield Change(Field.SOURCE, one, other, _specific(one, other))
    passed, passes = _passed(old, before), _passed(new, after)
    if [p.casefold() for p in passed] != [p.casefold() for p in passes]:
        yield Change(Field.CHAIN, passed, passes)


def _told(speaker: Speaker | None) -> tuple[object, ...]:
    source = speaker.source if speaker else None
    about = (source.role and source.role.casefold(), source.kind) if source else (None, None)
    return (words(speaker), *about)


def _passed(claim: Claim, chains: Chains) -> tuple[str, ...]:
    """The others that the claim passed through, from the one who knows on."""
    speaker = chains.speaker(claim)
    return tuple(
        called
        for link in chains.chain(claim)
        if (speaker is None or link.key != speaker.key) and (called := name(link)) is not None
    )


def _specific(old: Speaker | None, new: Speaker | None) -> Specific | None:
    ranks = _rank(old), _rank(new)
    if ranks[0] != ranks[1]:
        return Specific.MORE if ranks[1] > ranks[0] else Specific.LESS
    one, other = set(words(old) or ()), set(words(new) or ())
    if one != other:
        return Specific.MORE if one < other else Specific.LESS if other < one else None
    roles = [bool(s and s.source and s.source.role) for s in (old, new)]
    return None if roles[0] == roles[1] else Specific.MORE if roles[1] else Specific.LESS


def _rank(speaker: Speaker | None) -> int:
    """Nobody, someone whose name is withheld or not known, someone described, someone named."""
    if speaker is None or name(speaker) is None:
        return 0
    if speaker.source is None or speaker.source.kind == "anonymous":
        return 1
    return 2 if speaker.source.entity_id is None else 3
