"""Which claims a record keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factx.selection import Selection

if TYPE_CHECKING:
    from factx.record import ClaimKind, Record


def test_without_a_wish_all_are_kept(record: Record) -> None:
    assert Selection().of(record) == record


@pytest.mark.parametrize(
    ("kinds", "confidence", "ids"),
    [
        ({"statement"}, 0.0, ["c1"]),
        ({"speech", "statement"}, 0.0, ["c1", "c2", "c3"]),
        ({"attitude"}, 0.0, []),
        (set(), 0.8, ["c2", "c3"]),
        ({"speech"}, 0.81, ["c2"]),
        (set(), 1.0, []),
    ],
)
def test_the_others_leave_and_all_else_stays(
    record: Record, kinds: set[ClaimKind], confidence: float, ids: list[str]
) -> None:
    selected = Selection(frozenset(kinds), confidence).of(record)
    assert [claim.id for claim in selected.claims] == ids
    assert replace(selected, claims=record.claims) == record


def test_a_parent_that_leaves_is_stood_in_for_by_its_own(record: Record) -> None:
    first, second, third = record.claims
    chain = replace(
        record,
        claims=(
            replace(first, confidence=0.9),
            replace(second, confidence=0.2, parent="c1"),
            replace(third, confidence=0.9, parent="c2"),
        ),
    )
    parents = {claim.id: claim.parent for claim in Selection(confidence=0.5).of(chain).claims}
    assert parents == {"c1": None, "c3": "c1"}
    orphaned = Selection(frozenset({"speech"}), 0.5).of(chain)
    assert [(claim.id, claim.parent) for claim in orphaned.claims] == [("c3", None)]
