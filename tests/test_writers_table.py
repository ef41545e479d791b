"""The view for people: what they read at 80 columns, in colour and without."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factx.writers import Format, writer
from factx.writers.table.when import covered

if TYPE_CHECKING:
    from factx.record import Record

VIEW = f"""\
storm.txt                                                   published 2023-11-12
3 claims · 3 sources · 1 quantity · 1 date
{"─" * 80}

c1  statement
    The storm closed the harbour

c2  port officials → state media · reported · earlier this month (2023-11-01…12)
    speech · paraphrased · < 600 residents · 93% sure
    Nearly 600 residents are waiting for a boat, state media reported earlier
    this month, citing port officials.

c3  Ada Lund, mayor · [b]told[/b]
    speech · quoted · negative · 80% sure
    “Nobody was hurt,” mayor Ada Lund [b]told[/b] ␛[31mreporters.

warning: a number that cannot be read “600”

"""


@pytest.fixture
def columns(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


def view(record: Record) -> str:
    """What the table writes."""
    stream = io.StringIO()
    writer(Format.TABLE, stream).write(record)
    return stream.getvalue()


@pytest.mark.usefixtures("columns")
def test_the_view_says_who_when_and_in_which_words(record: Record) -> None:
    assert view(record) == VIEW


def test_parts_of_the_sentence_are_coloured(columns: pytest.MonkeyPatch, record: Record) -> None:
    columns.setenv("FORCE_COLOR", "1")
    seen = view(record)
    for part in ("36mNearly 600 residents are waiting for a boat", "1;35mstate media", "3;32mreported"):
        assert f"\x1b[{part}\x1b[0m" in seen
    assert "\x1b[31m" not in seen


def test_no_color_is_respected(columns: pytest.MonkeyPatch, record: Record) -> None:
    columns.setenv("FORCE_COLOR", "1")
    columns.setenv("NO_COLOR", "1")
    assert ";35m" not in view(record)


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns: pytest.MonkeyPatch, record: Record, width: int) -> None:
    columns.setenv("COLUMNS", str(width))
    assert max(map(len, view(record).splitlines())) <= width


@pytest.mark.usefixtures("columns")
def test_without_the_text_the_claims_words_are_shown(record: Record) -> None:
    seen = view(replace(record, text=None, claims=record.claims[1:2]))
    assert "    Nearly 600 residents are waiting for a boat\n" in seen


@pytest.mark.usefixtures("columns")
def test_no_claim_is_said_so(record: Record) -> None:
    assert "No claim was found.\n" in view(replace(record, claims=(), published=None, path=None))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2023-11-12", "2023-11-12", "2023-11-12"),
        ("2023-11-01", "2023-11-12", "2023-11-01…12"),
        ("2023-10-30", "2023-11-05", "2023-10-30…11-05"),
        ("2023-12-30", "2024-01-02", "2023-12-30…2024-01-02"),
        ("2023-11-01", None, "from 2023-11-01"),
        (None, "2023-11-12", "until 2023-11-12"),
        (None, None, ""),
    ],
)
def test_days_are_said_short(first: str | None, last: str | None, said: str) -> None:
    assert covered(first, last) == said
