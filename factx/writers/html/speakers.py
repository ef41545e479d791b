"""Who speaks, and on whose word: a summary as the page draws it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from factx.writers.table.claim import QUOTED
from factx.writers.table.who import document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Record, Span
    from factx.summary import SourceCounts, Summary
    from factx.writers.html.keys import Keys


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole; places are percent of its length. ``choose``: what the filter is set to, as ``quote=direct``.

    ``tone``: which of three shades.
    """

    label: str
    count: int
    left: float
    width: float
    tone: int
    choose: str


@dataclass(frozen=True, slots=True)
class SourceListed:
    """A source with its claims by how much is quoted; ``keys`` are empty in a total."""

    counted: SourceCounts
    keys: tuple[str, ...]
    roles: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: tuple[Span, ...]
    parts: tuple[Part, ...]


def shares(summary: Summary) -> list[tuple[str, list[Part]]]:
    """The claims parted in four ways; ways without any claim are left out."""
    counts = summary.counts
    named = counts.claims - summary.anonymous - summary.unsourced
    ways = {
        "Whose words": [(QUOTED[name], getattr(counts, name), f"quote={name}") for name in QUOTED],
        "How it came": [
            ("first-hand", counts.first_hand, "hand=first"),
            ("second-hand", counts.second_hand, "hand=second"),
        ],
        "On whose word": [
            ("source given", named, ""),
            ("anonymous", summary.anonymous, "hand=anonymous"),
            ("nobody named", summary.unsourced, "hand=nobody"),
        ],
        "What kind": [
            ("speech", counts.speech, "kind=speech"),
            ("attitude", counts.attitude, "kind=attitude"),
            ("the article’s own voice", summary.statements, "kind=statement"),
        ],
    }
    return [(way, parts) for way, wanted in ways.items() if (parts := _parts(wanted))]


def speakers(summary: Summary, record: Record | None = None, keys: Keys | None = None) -> list[SourceListed]:
    """All sources, most claims first; those of a record with their keys and mentions."""
    most = max((source.counts.claims for source in summary.sources), default=0)
    mentions = {source.id: source.mentions for source in record.sources} if record else {}
    return [
        SourceListed(
            source,
            tuple(keys.sources[one] for one in source.ids) if keys else (),
            tuple(role for role in source.roles if role not in source.name),
            tuple(dict.fromkeys(document(name) for name in source.documents)),
            tuple(sorted((m for one in source.ids for m in mentions.get(one, ())), key=lambda m: m.start)),
            tuple(_parts([(QUOTED[name], getattr(source.counts, name), "") for name in QUOTED], most)),
        )
        for source in summary.sources
    ]


def _parts(wanted: Sequence[tuple[str, int, str]], whole: int | None = None) -> list[Part]:
    """Side by side; of all of them together, or of a ``whole`` that is larger."""
    every = sum(count for _, count, _ in wanted) if whole is None else whole
    return list(_drawn(wanted, every)) if every else []


def _drawn(wanted: Sequence[tuple[str, int, str]], whole: int) -> Iterator[Part]:
    before = accumulate((count for _, count, _ in wanted), initial=0)
    for tone, ((label, count, choose), left) in enumerate(zip(wanted, before, strict=False)):
        yield Part(label, count, round(100 * left / whole, 2), round(100 * count / whole, 2), tone, choose)
