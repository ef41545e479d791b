"""The view for people: what they read at 80 columns, in colour and without."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factx.record import Date
from factx.writers import Format, writer
from factx.writers.when import covered
from tests.by_hand import made, said, source
from tests.written import written

if TYPE_CHECKING:
    from factx.record import Claim, Record

VIEW = f"""\
storm.txt · a1                                              published 2023-11-12
3 claims · 3 sources · 1 quantity · 1 date
{"─" * 80}

c1  statement
    The storm closed the harbour

c2  port officials → state media, earlier this month (2023-11-01…12)
    reported · speech · paraphrased · < 600 residents · 93% sure
    Nearly 600 residents are waiting for a boat, state media reported earlier
    this month, citing port officials.

c3  Ada Lund, mayor
    [b]told[/b] · speech · quoted · negative · 80% sure
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


SOURCES = (
    source("s1", "NZ Herald", "media"),
    source("s2", "Ann Burrows", role="union leader"),
    source("s3", "statement released by the ministry on Friday", "document", author="s4"),
    source("s4", "ministry", "organization"),
    source("s5", "official who declined to be named", "anonymous"),
    source("s6", "report released on Friday", "document"),
    source("s7", "directors of the libraries that take part in the consortium of all libraries", "group"),
    source("s8", "Mayor Ada Lund", role="Mayor"),
)


def heads(*claims: Claim, dates: tuple[Date, ...] = ()) -> list[str]:
    """The first line about each claim."""
    lines = view(replace(made(SOURCES, claims), text=None, dates=dates)).splitlines()
    return [line for line in lines if line.startswith("c")]


@pytest.mark.usefixtures("columns")
@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (said("c1", "s2", relay=("s1",)), "Ann Burrows, union leader → NZ Herald"),
        (said("c1", "s3"), "ministry (statement)"),
        (said("c1", "s3", relay=("s1",)), "ministry (statement) → NZ Herald"),
        (said("c1", "s1", via=("s3",)), "ministry (statement) → NZ Herald"),
        (said("c1", "s5"), "official who declined to be named (anonymous)"),
        (said("c1", None), "somebody"),
        (said("c1", None, mention=False), "no source named"),
        (said("c1", "s7"), "directors of the libraries that take part in the consortium…"),
        (said("c1", "s8"), "Mayor Ada Lund"),
    ],
)
def test_who_is_behind_a_claim_is_one_line(claim: Claim, line: str) -> None:
    assert heads(claim) == [f"c1  {line}"]


@pytest.mark.usefixtures("columns")
def test_a_claim_within_another_follows_it_and_shows_its_chain() -> None:
    outer, beside = said("c2", "s1"), said("c3", "s4")
    inner, innermost = said("c1", "s2", parent="c2"), said("c4", "s4", parent="c1")
    assert heads(innermost, beside, inner, outer) == [
        "c2  NZ Herald",
        "c1  Ann Burrows, union leader → NZ Herald",
        "c4  ministry → Ann Burrows, union leader → NZ Herald",
        "c3  ministry",
    ]


@pytest.mark.usefixtures("columns")
def test_words_that_end_the_name_are_not_said_again_as_the_date() -> None:
    friday = Date("d1", 0, 6, "Friday", "DATE", "2023-11-10", first="2023-11-10", last="2023-11-10")
    on_friday = [
        replace(claim, attribution=replace(claim.attribution, date_id="d1"))
        for claim in (said("c1", "s6"), said("c2", "s2"))
        if claim.attribution
    ]
    assert heads(*on_friday, dates=(friday,)) == [
        "c1  report released on Friday (2023-11-10)",
        "c2  Ann Burrows, union leader, Friday (2023-11-10)",
    ]


@pytest.mark.parametrize(
    ("first", "last", "days"),
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
def test_days_are_said_short(first: str | None, last: str | None, days: str) -> None:
    assert covered(first, last) == days


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN, Format.TABLE])
def test_a_day_that_is_not_known_is_told_in_the_texts_words_alone(record: Record, form: Format) -> None:
    unknown = replace(record.dates[0], value="XXXX-WXX-5", first=None, last=None)
    shown = written(form, [replace(record, dates=(unknown,))])
    assert "earlier this month" in shown
    assert ("XX" in shown, ">()<" in shown) == (False, False)
