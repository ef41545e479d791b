"""A claim as the list of claims shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.chain import Chains
from factx.order import around, in_order
from factx.record import Date
from factx.writers.html.keys import Keys, token
from factx.writers.html.notes import counted_note, dated_note
from factx.writers.table.claim import QUOTED
from factx.writers.table.who import document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.chain import Speaker
    from factx.record import Claim, Quantity, Record

DEEPEST = 3  # claims within claims that are moved in


@dataclass(frozen=True, slots=True)
class Link:
    """One of a claim's chain. ``key``: of the source, if it is one."""

    name: str
    role: str | None = None
    document: str | None = None
    anonymous: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A date or a number of a claim: its words, and what they come to."""

    key: str
    words: str
    note: str
    flagged: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One item of the list. ``related``: keys of its chain and of when it was said. ``percent``: how sure."""

    key: str
    id: str
    anchor: str
    chain: tuple[Link, ...]
    claim: Claim
    hands: tuple[str, ...]  # own, or first or second, and then anonymous or nobody
    depth: int
    related: tuple[str, ...]
    said: Fact | None
    traits: tuple[str, ...]
    facts: tuple[Fact, ...]
    percent: int


def listed(record: Record, keys: Keys, prefix: str) -> list[Listed]:
    """The claims in the order of the text; ``prefix`` goes before each anchor."""
    whole = _Whole(record, keys, prefix, Chains(record), {claim.id: claim for claim in record.claims})
    return [whole.item(claim) for claim in in_order(record.claims)]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the items are made from."""

    record: Record
    keys: Keys
    prefix: str
    chains: Chains
    by_id: dict[str, Claim]

    def item(self, claim: Claim) -> Listed:
        """The claim with what belongs to it."""
        record, keys = self.record, self.keys
        said = _facts(record.dates, [claim.attribution.date_id or ""] if claim.attribution else [], keys)
        links = tuple(_link(speaker, keys) for speaker in self.chains.chain(claim))
        related = [link.key for link in links if link.key] + [fact.key for fact in said]
        return Listed(
            keys.claims[claim.id],
            claim.id,
            self.prefix + token(claim.id),
            links,
            claim,
            hands=tuple(_hands(claim, self.chains)),
            depth=min(len(around(claim, self.by_id)), DEEPEST),
            related=tuple(related),
            said=said[0] if said else None,
            traits=tuple(_traits(claim)),
            facts=(*_facts(record.quantities, claim.quantities, keys), *_facts(record.dates, claim.dates, keys)),
            percent=round(claim.confidence * 100),
        )


def _link(speaker: Speaker, keys: Keys) -> Link:
    source = speaker.source
    if source is None:
        return Link(speaker.mention or "")
    return Link(
        source.name,
        source.role if source.role and source.role not in source.name else None,
        document(speaker.document.name) if speaker.document else None,
        source.kind == "anonymous",
        keys.sources[source.id],
    )


def _hands(claim: Claim, chains: Chains) -> Iterator[str]:
    """What stands between the reader and whoever knows."""
    speaker = chains.speaker(claim)
    if speaker is None:
        yield "own"
        return
    yield "second" if chains.second_hand(claim) else "first"
    if speaker.key is None:
        yield "nobody"
    elif speaker.source and speaker.source.kind == "anonymous":
        yield "anonymous"


def _traits(claim: Claim) -> Iterator[str]:
    """What is not plain: kind, quotation, denial, mood."""
    yield claim.kind
    if claim.quote:
        yield QUOTED[claim.quote]
    yield from (trait for trait in (claim.polarity, claim.modality) if trait not in {"positive", "asserted"})


def _facts(items: Sequence[Date] | Sequence[Quantity], wanted: Sequence[str], keys: Keys) -> list[Fact]:
    return [fact(item, keys) for item in items if item.id in wanted]


def fact(item: Date | Quantity, keys: Keys) -> Fact:
    """A date or a number as the page names it."""
    if isinstance(item, Date):
        return Fact(keys.dates[item.id], item.text, dated_note(item), bool(item.flags))
    return Fact(keys.quantities[item.id], item.text, counted_note(item), bool(item.readings))
