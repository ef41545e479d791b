"""The lists of Recognizers-Text and duckling: how much of them is read in the same way is printed, and has floors.

Most of what differs does so on purpose. For an assistant "Sunday" is the next one and "in May" the next May, for an
article the last; duckling counts religious holidays of which the grammar knows only those that go by Easter.
"""

from __future__ import annotations

import pytest

from tests.expressions.table import rates, table

FLOORS = {
    "duckling days": 0.2,
    "duckling times": 0.22,
    "recognizers date": 0.53,
    "recognizers daterange": 0.52,
    "recognizers datetime": 0.3,
    "recognizers duration": 0.46,
    "recognizers nothing": 0.65,
    "recognizers set": 0.52,
    "recognizers time": 0.33,
}


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[int, int]]:
    return rates()


@pytest.mark.parametrize("kind", FLOORS)
def test_no_fewer_are_read_as_before(kind: str, found: dict[str, tuple[int, int]]) -> None:
    right, everything = found[kind]
    assert right / everything >= FLOORS[kind]


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str], found: dict[str, tuple[int, int]]) -> None:
    with capsys.disabled():
        print(f"\n{table(found)}")  # noqa: T201  its purpose
    assert set(found) == set(FLOORS)
