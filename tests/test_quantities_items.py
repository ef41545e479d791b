"""Numbers that count off the items of a list are no quantities; those of a sentence that looks like one are."""

from __future__ import annotations

import pytest

from tests.quantified import quantities


@pytest.mark.parametrize(
    "text",
    [
        "The rules: 1- The fence stays. 2- The gate goes. 3– The yard stays open.",
        "The rules: 1. The fence stays. 2. The gate goes.",
        "There are claims here: 1. that it is true, and 2. that it is new.",
        "They asked this: 1) The army leaves; 2) the prisoners go home.",
        "They asked this: (1) The army leaves; (2) the prisoners go home.",
        "The list says\n1. Fences\n2. Gates",
        "The list says\n9. “Fences”\n10. 'Gates'",
        "4. Fences are going up",
        "They agreed.\n\n7. Fences are going up",
    ],
)
def test_markers_of_items_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The rules: 1. 20 fences stay. 2. Two gates go.", [20, 2]),
        ("The rule: 1- The fence stays.", [1]),
        ("The rules: 1- The fence stays. 4. The gate goes.", [1, 4]),
        ("They scored 1. They then scored 2. That was all.", [1, 2]),
        ("They said the score was\n3. Then they left.", [3]),
        ("The offer: 2- and 3-year terms.", [2, 3]),
        ("2 fences fell. 3 gates fell.", [2, 3]),
        ("The rates: 3.5 percent, 4.5 percent.", [3.5, 4.5]),
        ("The sums: 100. That fell to this: 101. That rose.", [100, 101]),
    ],
)
def test_what_only_looks_like_a_marker_is_a_quantity(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == values
