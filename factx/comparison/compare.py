"""Two records of one document, claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.chain import Chains
from factx.comparison.align import aligned
from factx.comparison.change import Change, ClaimDiff, Comparison, Field
from factx.comparison.measures import measure_changes
from factx.comparison.speakers import source_changes, words
from factx.comparison.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.record import Claim, Record

TRAITS = (
    (Field.KIND, "kind"),
    (Field.QUOTE, "quote"),
    (Field.POLARITY, "polarity"),
    (Field.MODALITY, "modality"),
)


def compared(old: Record, new: Record, confidence: float | None = None) -> Comparison:
    """What they claim differently; a confidence that differs by ``confidence`` or more is a change too."""
    before, after = Chains(old), Chains(new)
    pairs = aligned(
        old.claims,
        new.claims,
        [words(before.speaker(claim)) for claim in old.claims],
        [words(after.speaker(claim)) for claim in new.claims],
    )

    def changes(one: Claim, other: Claim) -> Iterator[Change]:
        if plain(one.proposition) != plain(other.proposition):
            yield Change(Field.WORDING, one.proposition, other.proposition)
        yield from source_changes(one, other, before, after)
        yield from _cue(one, other)
        yield from measure_changes(one, other, old, new)
        for field, name in TRAITS:
            if getattr(one, name) != getattr(other, name):
                yield Change(field, getattr(one, name), getattr(other, name))
        if confidence is not None and abs(one.confidence - other.confidence) >= confidence:
            yield Change(Field.CONFIDENCE, one.confidence, other.confidence)

    diffs = [ClaimDiff(old.claims[i], new.claims[j], tuple(changes(old.claims[i], new.claims[j]))) for i, j in pairs]
    return Comparison(old, new, tuple(_in_order(old.claims, new.claims, diffs)))


def _cue(old: Claim, new: Claim) -> Iterator[Change]:
    """Another verb: "said", "admitted"."""
    cues = [claim.attribution.cue if claim.attribution else None for claim in (old, new)]
    if cues[0] and cues[1] and cues[0].lemma.casefold() != cues[1].lemma.casefold():
        yield Change(Field.CUE, cues[0].text, cues[1].text)


def _in_order(old: Sequence[Claim], new: Sequence[Claim], diffs: Sequence[ClaimDiff]) -> Iterator[ClaimDiff]:
    """As the new record has them; what was dropped stands after what it stood after."""
    of_old = {diff.old.id: diff for diff in diffs if diff.old}
    of_new = {diff.new.id: diff for diff in diffs if diff.new}
    dropped: dict[str | None, list[ClaimDiff]] = {}
    after: str | None = None
    for claim in old:
        diff = of_old.get(claim.id)
        if diff is None:
            dropped.setdefault(after, []).append(ClaimDiff(claim, None))
        elif diff.new:
            after = diff.new.id
    yield from dropped.get(None, ())
    for claim in new:
        yield of_new.get(claim.id) or ClaimDiff(None, claim)
        yield from dropped.get(claim.id, ())
